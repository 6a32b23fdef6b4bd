"""Questions about courses and programmes whose pages are gone: what they were called, what they were made of."""

import json
from collections.abc import Iterable
from uuid import UUID

from .domain.frozen_programme import ProgrammeSpec, read_programme
from .models import CourseText, Programme, ProgrammeText, ProgrammeVersion
from .reading import SOURCE


def kept_titles(*, keys: Iterable[UUID], language: str) -> dict[UUID, tuple[str, str]]:
    """Return (title, its language) of courses and programmes by translation_key, as they were kept last.

    In `language` where it was kept in it, else in the source language; what nobody relied on is left out. Two queries.
    """
    wanted = set(keys)
    found: dict[UUID, tuple[str, str]] = {}
    questions = {
        "version__course__translation_key": CourseText.objects,
        "version__programme__translation_key": ProgrammeText.objects,
    }
    for path, texts in questions.items():
        rows = texts.filter(**{f"{path}__in": wanted}, language__in={SOURCE, language}).order_by("pk")
        for key, code, payload in rows.values_list(path, "language", "payload"):
            if code == language or found.get(key, ("", SOURCE))[1] != language:
                found[key] = (json.loads(payload)["title"], code)
    return found


def last_programme(programme: Programme) -> ProgrammeSpec | None:
    """Return the rules of a programme as they were kept last, or None if nobody relied on it. One query."""
    version = ProgrammeVersion.objects.filter(programme=programme).order_by("-pk").first()
    return read_programme(json.loads(version.payload)) if version else None
