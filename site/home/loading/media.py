"""Pictures and files that content names: where they lie, in which languages, and what may be wrong with them.

`picture.png` in `content/media/` serves every language; what has words in it lies there once a language, as
`paper.uz.pdf`, `paper.ru.pdf`, `paper.en.pdf`.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from PIL import Image, UnidentifiedImageError

FOLDER = "media"
#: Endings by what a block wants, and the most bytes that such a file may have.
PICTURE, VIDEO, CAPTIONS, PAPER = (".png", ".jpg", ".webp"), (".webm", ".mp4"), (".vtt",), (".pdf", ".odt", ".docx")
MOST_BYTES = {PICTURE: 1_000_000, VIDEO: 20_000_000, CAPTIONS: 100_000, PAPER: 5_000_000}
MOST_PIXELS = 12_000_000
#: Fields of a block that name a file, by the block's type.
FIELDS = {"image": ("image",), "video": ("video", "poster", "captions"), "file": ("file",)}

_STEM = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_BEGINNINGS = {".pdf": b"%PDF-", ".webm": b"\x1a\x45\xdf\xa3", ".vtt": b"WEBVTT", ".odt": b"PK", ".docx": b"PK"}


def name_of(kind: tuple[str, ...]) -> Callable[[Any], str | None]:
    """Return a check for the name of a file of a kind."""

    def check(value: Any) -> str | None:
        stem, dot, ending = str(value).rpartition(".")
        fits = isinstance(value, str) and _STEM.fullmatch(stem) and dot + ending in kind
        return None if fits else f"expected the name of a file in {FOLDER}/ that ends in {' or '.join(kind)}"

    return check


def named_in(block: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield (field, name) of every file that a block names."""
    for field in FIELDS.get(block["type"], ()):
        if block.get(field):
            yield field, block[field]


def find(folder: Path, name: str, languages: tuple[str, ...]) -> dict[str, Path]:
    """Return {language: path} of a file; the same path in every language when there is one for all.

    Raises:
        ValueError: saying what is missing.
    """
    one = folder / name
    if one.is_file():
        return dict.fromkeys(languages, one)
    stem, _dot, ending = name.rpartition(".")
    found = {language: folder / f"{stem}.{language}.{ending}" for language in languages}
    missing = [path.name for path in found.values() if not path.is_file()]
    if len(missing) == len(languages):
        raise ValueError(f"there is no file {FOLDER}/{name}")
    if missing:
        raise ValueError(f"{FOLDER}/{name} is missing in a language: {', '.join(missing)}")
    return found


def problem_of(path: Path) -> str | None:
    """Return what is wrong with a file: too large, or not what its name says."""
    most = next(most for endings, most in MOST_BYTES.items() if path.suffix in endings)
    if path.stat().st_size > most:
        return f"{FOLDER}/{path.name} is larger than {most} bytes"
    if path.suffix in PICTURE:
        return _problem_of_picture(path)
    with path.open("rb") as file:
        start = file.read(12)
    fits = start[4:8] == b"ftyp" if path.suffix == ".mp4" else start.startswith(_BEGINNINGS[path.suffix])
    return None if fits else f"{FOLDER}/{path.name} is not a {path.suffix} file inside"


def _problem_of_picture(path: Path) -> str | None:
    try:
        with Image.open(path) as picture:
            width, height = picture.size
            picture.verify()
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        return f"{FOLDER}/{path.name} is not a picture"
    return None if width * height <= MOST_PIXELS else f"{FOLDER}/{path.name} has more than {MOST_PIXELS} pixels"
