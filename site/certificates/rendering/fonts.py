"""The fonts of a paper: subsets kept in the repository, embedded in each PDF, never those of the machine."""

import base64
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from fontTools.ttLib import TTFont

FOLDER = Path(__file__).resolve().parent.parent / "fonts"

#: (family, weight, style, file). The families are names of our own, so that no installed font can stand in for them.
FACES = (
    ("Paper Display", "normal", "normal", "NotoSerifDisplay-Regular.ttf"),
    ("Paper Display", "bold", "normal", "NotoSerifDisplay-Bold.ttf"),
    ("Paper Text", "normal", "normal", "NotoSerif-Regular.ttf"),
    ("Paper Text", "normal", "italic", "NotoSerif-Italic.ttf"),
    ("Paper Sans", "normal", "normal", "NotoSans-Regular.ttf"),
    ("Paper Sans", "bold", "normal", "NotoSans-Bold.ttf"),
)


class LetterWithoutGlyph(ValueError):
    """A text holds letters that the paper's fonts cannot draw. `letters` names them."""

    def __init__(self, letters: str) -> None:
        super().__init__(f"no glyph for {' '.join(f'U+{ord(letter):04X}' for letter in letters)}")
        self.letters = letters


@lru_cache(maxsize=1)
def _drawable() -> frozenset[int]:
    """Return the code points that every face can draw."""
    sets = []
    for *_names, file in FACES:
        with TTFont(FOLDER / file, lazy=True) as font:
            sets.append(set(font.getBestCmap()))
    return frozenset(set.intersection(*sets))


def missing_letters(texts: Iterable[str]) -> str:
    """Return the letters of the texts that some face cannot draw, each once, in the order of their code points."""
    return "".join(sorted({letter for text in texts for letter in text if ord(letter) not in _drawable()}))


def check_letters(texts: Iterable[str]) -> None:
    """Refuse texts that would be printed with holes.

    Raises:
        LetterWithoutGlyph: naming every letter that has no glyph.
    """
    if missing := missing_letters(texts):
        raise LetterWithoutGlyph(missing)


@lru_cache(maxsize=1)
def faces_css() -> str:
    """Return @font-face rules with the fonts inside."""
    return "\n".join(
        f'@font-face {{ font-family: "{family}"; font-weight: {weight}; font-style: {style}; '
        f"src: url(data:font/ttf;base64,{base64.b64encode((FOLDER / file).read_bytes()).decode()}) }}"
        for family, weight, style, file in FACES
    )


def points_to_fit(text: str, *, width: float, largest: int) -> int:
    """Return the size in points at which a name fills at most one line of `width` points, at least 20; a name too
    long for that is set on two lines, in at least 9 points.
    """
    em = _widths()
    length = sum(em.get(ord(letter), 1.0) for letter in text) or 1.0
    one_line = int(width / length)
    return min(largest, one_line) if one_line >= 20 else max(9, min(16, int(1.9 * width / length)))


@lru_cache(maxsize=1)
def _widths() -> dict[int, float]:
    """Return how wide each letter of the name's face is, in ems."""
    with TTFont(FOLDER / FACES[0][3], lazy=True) as font:
        em = font["head"].unitsPerEm
        return {code: font["hmtx"][glyph][0] / em for code, glyph in font.getBestCmap().items()}
