"""Storing the pictures and files of a plan, each once: what is there and unchanged stays."""

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from home.models import LoadedFile

from .media import FOLDER, PICTURE


def store_media(paths: Iterable[Path]) -> list[str]:
    """Store every file that is new, changed or lost, and return a line for each.

    A changed file becomes a new picture or document: the old one may stand on pages that editors made.
    """
    report = []
    for path in sorted(set(paths)):
        content = path.read_bytes()
        digest = hashlib.sha256(content).hexdigest()
        before = LoadedFile.objects.filter(name=path.name).first()
        if before is not None and before.digest == digest and _is_there(before):
            continue
        stored = _create(path, content)
        LoadedFile.objects.update_or_create(name=path.name, defaults={"digest": digest, "stored_id": stored.pk})
        report.append(f"{'updated' if before else 'created'} {FOLDER}/{path.name}")
    return report


def stored_id(name: str) -> int:
    """Return the id of the picture or document that was made of a file."""
    return LoadedFile.objects.values_list("stored_id", flat=True).get(name=name)


def _model(path: Path) -> Any:
    return get_image_model() if path.suffix in PICTURE else get_document_model()


def _is_there(row: LoadedFile) -> bool:
    stored = _model(Path(row.name)).objects.filter(pk=row.stored_id).first()
    return stored is not None and stored.file.storage.exists(stored.file.name)


def _create(path: Path, content: bytes) -> Any:
    stored = _model(path)(title=path.stem, file=ContentFile(content, path.name))
    stored.save()
    # Both are kept in the row from the first question on.
    stored.get_file_size()
    stored.get_file_hash()
    return stored
