"""Writing a quiz down: the canonical JSON of its structure, and of its words in every live language."""

import json
from collections.abc import Mapping
from hashlib import sha256

from django.conf import settings

from core.canonical import canonical_json

from .domain.spec import UnsoundQuiz, check_spec
from .domain.wording import merge_wording
from .models import QuizPage
from .models.pages import RULE_FIELDS
from .reading import spec_of, words_of

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
    content = _content(pages)
    if "linktype=" in content:
        # What a link to a page leads to is not part of the quiz's own content.
        return _write(pages)
    key = sha256(content.encode()).hexdigest()
    if key not in _kept:
        if len(_kept) >= _KEPT_AT_MOST:
            _kept.clear()
        _kept[key] = _write(pages)
    return _kept[key]


def _content(pages: Mapping[str, QuizPage]) -> str:
    """Return everything on the pages that can end up in a frozen quiz."""
    fields = [
        [
            language,
            str(page.translation_key),
            page.title,
            page.intro,
            list(page.questions.raw_data),
            [getattr(page, name) for name in RULE_FIELDS],
        ]
        for language, page in sorted(pages.items())
    ]
    return json.dumps(fields, sort_keys=True)


def _write(pages: Mapping[str, QuizPage]) -> Payloads:
    source_page = pages.get(settings.LANGUAGE_CODE)
    if source_page is None:
        raise QuizNotReady("the source page is not live")
    spec = spec_of(source_page)
    try:
        check_spec(spec)
    except UnsoundQuiz as fault:
        raise QuizNotReady(str(fault)) from fault
    source = words_of(source_page, settings.LANGUAGE_CODE)
    texts = {settings.LANGUAGE_CODE: canonical_json(merge_wording(spec=spec, source=source))}
    for language, page in pages.items():
        if page is not source_page:
            words = merge_wording(spec=spec, source=source, translation=words_of(page, language))
            texts[language] = canonical_json(words)
    return canonical_json(spec), texts
