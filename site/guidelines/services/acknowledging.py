"""Acknowledging an edition: one row a person and edition, each chained to the row before it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from core.canonical import canonical_json

from .. import access, signals
from ..domain.chain import SCHEMA, Link, answers_digest, hash_of, moment
from ..domain.editions import SUPERSEDED, span_of
from ..domain.text import script_of
from ..models import Acknowledgement, Code, Edition
from ..refusals import in_words
from ..selectors import Wording, acknowledgement_of, editions_of, languages_of, wording_on

#: Answers are choices of a few questions, never an essay.
MAX_ANSWERS = 4_000


@transaction.atomic
def acknowledge(
    *,
    person: Any,
    edition: Edition,
    language: str,
    articles_shown: Sequence[str],
    now: datetime,
    answers: dict[str, Any] | None = None,
    method: str = "page",
) -> Acknowledgement:
    """Record that a person has read an edition. The first row stays, however often this is sent.

    Args:
        person: who has read it.
        edition: an edition in force, or published and coming.
        language: the language of the wording that was on the page (the authentic one where no translation is).
        articles_shown: keys of the articles on the page; the whole edition.
        now: the moment.
        answers: answers to a check, where one was asked; choices only, never free words.
        method: how it was given.

    Raises:
        PermissionDenied: for nobody signed in.
        ValidationError: for a superseded edition, a language it does not have, or a text not shown whole.
    """
    if not access.may_acknowledge(person):
        raise PermissionDenied
    code = Code.objects.select_for_update().get(pk=edition.code_id)
    row = acknowledgement_of(person=person, edition=edition)
    created = row is None
    if row is None:
        wording = _wording_shown(edition, code, language, articles_shown, now)
        row = _append(code, edition, person, wording, answers=_bounded(answers), method=method, now=now)
    signals.acknowledged.send(sender=Acknowledgement, acknowledgement=row, created=created)
    return row


def _wording_shown(
    edition: Edition, code: Code, language: str, articles_shown: Sequence[str], now: datetime
) -> Wording:
    today = timezone.localdate(now)
    if span_of(edition, editions_of(code)).state(today) == SUPERSEDED:
        raise ValidationError(in_words("superseded"), code="superseded")
    known = languages_of(edition)
    if language not in known:
        raise ValidationError(in_words("unknown_language"), code="unknown_language")
    wording = wording_on(edition, language, today, known)
    if tuple(articles_shown) != wording.text.keys():
        raise ValidationError(in_words("not_all_shown"), code="not_all_shown")
    return wording


def _bounded(answers: dict[str, Any] | None) -> dict[str, Any]:
    if len(canonical_json(answers or {})) > MAX_ANSWERS:
        raise ValidationError(in_words("answers_too_long"), code="answers_too_long")
    return answers or {}


def _append(
    code: Code, edition: Edition, person: Any, wording: Wording, *, answers: dict[str, Any], method: str, now: datetime
) -> Acknowledgement:
    """Add the next link. The caller holds the lock on the code, so nobody else can take the same place."""
    last = Acknowledgement.objects.filter(code=code).order_by("-sequence").first()
    link = Link(
        schema=SCHEMA,
        code=code.key,
        sequence=last.sequence + 1 if last else 1,
        previous_hash=last.hash if last else "",
        person=str(person.public_id),
        edition=edition.number,
        edition_digest=edition.digest,
        text_digest=wording.digest,
        language=wording.language,
        script=script_of(wording.language),
        articles=wording.text.keys(),
        answers_digest=answers_digest(answers),
        method=method,
        at=moment(now),
    )
    return Acknowledgement.objects.create(
        code=code,
        edition=edition,
        person=person,
        schema=link.schema,
        language=link.language,
        script=link.script,
        text_digest=link.text_digest,
        articles_shown=list(link.articles),
        answers=answers,
        method=method,
        at=now,
        sequence=link.sequence,
        previous_hash=link.previous_hash,
        hash=hash_of(link),
    )
