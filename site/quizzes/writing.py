"""Writing a quiz down: the canonical JSON of its structure, and of its words in every live language."""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from django.conf import settings

from core.canonical import canonical_json

from .domain.spec import UnsoundQuiz, check_spec
from .domain.wording import merge_wording
from .models import QuizPage
from .models.rule_fields import RULE_FIELDS
from .reading import Sources, sources_of, spec_of, words_of

Payloads = tuple[str, Mapping[str, str]]
#: Written quizzes by the digest of what their pages hold: reading rich text takes longer than all the rest of a start.
_kept: dict[str, Payloads] = {}
_KEPT_AT_MOST = 128


class QuizNotReady(Exception):
    """The quiz cannot be sat: its source page is not live or not sound. `str()` says why, for logs."""


def payloads(pages: Mapping[str, QuizPage]) -> Payloads:
    """Return the canonical JSON of the spec, and of the words by language, for the live pages of a quiz by language.

    Raises:
        QuizNotReady: if there is no source page among them, or it cannot be sat.
    """
    if settings.LANGUAGE_CODE not in pages:
        raise QuizNotReady("the source page is not live")
    sources = sources_of(pages)
    content = _content(sources)
    if "linktype=" in content or "embedtype=" in content:
        # What a link leads to and what an image shows is not part of the quiz's own content.
        return _write(sources)
    key = sha256(content.encode()).hexdigest()
    if key not in _kept:
        if len(_kept) >= _KEPT_AT_MOST:
            _kept.clear()
        _kept[key] = _write(sources)
    return _kept[key]


def _content(sources: Sources) -> str:
    """Return everything on the pages that can end up in a frozen quiz."""
    quiz = [
        [
            language,
            str(page.translation_key),
            page.title,
            page.intro,
            list(page.questions.raw_data),
            list(page.bands.raw_data),
            [getattr(page, name) for name in RULE_FIELDS],
        ]
        for language, page in sorted(sources.quiz.items())
    ]
    banks: list[Any] = [
        [bank, language, list(page.questions.raw_data)]
        for bank, pages in sorted(sources.banks.items())
        for language, page in sorted(pages.items())
    ]
    return json.dumps([quiz, banks], sort_keys=True, default=str)


def _write(sources: Sources) -> Payloads:
    spec = spec_of(sources)
    try:
        check_spec(spec)
    except UnsoundQuiz as fault:
        raise QuizNotReady(str(fault)) from fault
    source = words_of(sources, settings.LANGUAGE_CODE)
    texts = {settings.LANGUAGE_CODE: canonical_json(merge_wording(spec=spec, source=source))}
    for language in sources.quiz:
        if language != settings.LANGUAGE_CODE:
            words = merge_wording(spec=spec, source=source, translation=words_of(sources, language))
            texts[language] = canonical_json(words)
    return canonical_json(spec), texts
