"""Verbs about quizzes: freeze what editors wrote, so that a sitting can rely on it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from uuid import UUID

from django.conf import settings
from django.db import transaction

from core.canonical import digest

from .domain.spec import QuizSpec, read_spec
from .domain.wording import QuizWording, read_wording
from .models import QuizPage, QuizText, QuizVersion
from .writing import QuizNotReady, payloads

__all__ = ["FrozenQuiz", "QuizNotReady", "freeze", "freeze_quiz", "live_pages", "spec_from", "wording_from"]


@dataclass(frozen=True)
class FrozenQuiz:
    """A version and the text of it in each language, as they stand now.

    Attributes:
        version: structure and answer key.
        texts: by language code; the source language is always among them.
        source: the live source page, for what is not frozen: the dates between which it may be sat.
    """

    version: QuizVersion
    texts: Mapping[str, QuizText]
    source: QuizPage


def freeze_quiz(*, page: QuizPage, now: datetime) -> QuizVersion:
    """Keep the quiz as it stands live, with its words in every live language; equal content is kept once.

    Raises:
        QuizNotReady: if the source page is not live or cannot be sat.
    """
    return freeze(page=page, now=now).version


def freeze(*, page: QuizPage, now: datetime) -> FrozenQuiz:
    """Do what `freeze_quiz` does and return the texts too. Of `page` only the translation key is used.

    The write lock is taken only when something is new: reading a page takes longer than a learner's save.
    """
    pages = live_pages(page.translation_key)
    payload, words = payloads(pages)
    version = QuizVersion.objects.filter(digest=digest(payload)).first()
    known = _known_texts(version)
    if version is None or any((language, digest(text)) not in known for language, text in words.items()):
        with transaction.atomic():
            version = _keep(page.translation_key, payload, words, now)
        known = _known_texts(version)
    texts = {language: known[language, digest(text)] for language, text in words.items()}
    return FrozenQuiz(version, texts, pages[settings.LANGUAGE_CODE])


def _known_texts(version: QuizVersion | None) -> dict[tuple[str, str], QuizText]:
    return {} if version is None else {(text.language, text.digest): text for text in version.texts.all()}


def _keep(quiz_key: UUID, payload: str, words: Mapping[str, str], now: datetime) -> QuizVersion:
    """Store what is not stored yet; another process may have been faster."""
    version, _made = QuizVersion.objects.get_or_create(
        digest=digest(payload),
        defaults={
            "quiz_key": quiz_key,
            "schema": spec_from(payload).schema,
            "payload": payload,
            "created_at": now,
        },
    )
    for language, text in words.items():
        QuizText.objects.get_or_create(
            version=version,
            language=language,
            digest=digest(text),
            defaults={"payload": text, "created_at": now},
        )
    return version


def live_pages(quiz_key: UUID) -> dict[str, QuizPage]:
    """Return the live pages of a quiz by language. One query."""
    pages = QuizPage.objects.live().filter(translation_key=quiz_key).select_related("locale")
    return {page.locale.language_code: page for page in pages}


@lru_cache(maxsize=256)
def spec_from(payload: str) -> QuizSpec:
    """Return the spec behind a version's payload. A payload never changes, so its reading is kept."""
    return read_spec(json.loads(payload))


@lru_cache(maxsize=512)
def wording_from(payload: str) -> QuizWording:
    """Return the wording behind a text's payload."""
    return read_wording(json.loads(payload))
