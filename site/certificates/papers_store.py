"""Where the bytes of papers lie: below PAPERS_ROOT, outside everything a web server serves by itself."""

import os
from pathlib import Path
from uuid import uuid4

from django.conf import settings

from .models import Certificate


def place_of(certificate: Certificate, language: str) -> str:
    """Return the path of a paper below PAPERS_ROOT. It holds no name and nothing secret."""
    return f"{certificate.series.year}/{certificate.series.prefix}-{certificate.number:06d}-{language}.pdf"


def file_of(path: str) -> Path:
    """Return the file behind a stored path."""
    return Path(settings.PAPERS_ROOT) / path


def write(path: str, content: bytes) -> None:
    """Put a paper in its place at once: a reader sees all of it or none of it, also if the machine stops here."""
    file = file_of(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    half = file.with_name(f".{file.name}.{uuid4().hex}")
    try:
        with half.open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        half.replace(file)
    finally:
        half.unlink(missing_ok=True)


def remove(path: str) -> None:
    """Remove a paper's bytes; nothing happens if they are gone."""
    file_of(path).unlink(missing_ok=True)


def stored_paths() -> set[str]:
    """Return the paths of all papers whose bytes are there."""
    root = Path(settings.PAPERS_ROOT)
    return {file.relative_to(root).as_posix() for file in root.glob("*/*.pdf")}
