"""Correcting a published edition in the open: the old wording stays, the new one stands beside it with a date."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.services import log_act

from .. import access
from ..domain.corrections import wording_of
from ..models import Code, Corrigendum, Edition
from ..refusals import in_words
from ..selectors import languages_of, wording_on


@transaction.atomic
def add_corrigendum(
    *,
    edition: Edition,
    article: str,
    clause: str,
    wording: Mapping[str, str],
    reason: Mapping[str, str],
    effective_on: date,
    actor: Any,
    now: datetime,
) -> Corrigendum:
    """Correct the words of one clause (or indent) from a day on. Sent twice it returns the first row.

    Args:
        edition: the published edition; its own text and digest never change.
        article: key of the article.
        clause: key of the clause or indent.
        wording: corrected words by language; only languages in which the edition exists.
        reason: why, by language; the source language at least.
        effective_on: first day of the corrected wording, today or later.
        actor: a moderator.
        now: the moment.

    Raises:
        PermissionDenied: when the actor is no moderator.
        ValidationError: with the fields that speak against it.
    """
    if not access.may_publish_editions(actor):
        raise PermissionDenied
    Code.objects.select_for_update().get(pk=edition.code_id)
    words = {language: text.strip() for language, text in wording.items()}
    rows = list(Corrigendum.objects.filter(edition=edition).order_by("number"))
    for row in rows:
        if (row.article, row.clause, row.wording, row.effective_on) == (article, clause, words, effective_on):
            return row
    if effective_on < timezone.localdate(now):
        raise ValidationError({"effective_on": [in_words("not_again")]})
    if not reason.get(settings.LANGUAGE_CODE, "").strip():
        raise ValidationError({"reason": [in_words("no_words")]})
    _check_words(edition, article, clause, words, effective_on)
    row = Corrigendum.objects.create(
        edition=edition,
        number=len(rows) + 1,
        article=article,
        clause=clause,
        wording=words,
        reason=dict(reason),
        effective_on=effective_on,
        created_at=now,
        created_by=actor,
    )
    log_act(
        actor=actor,
        verb="guidelines.add_corrigendum",
        target=f"edition:{edition.code.key}/{edition.number}",
        now=now,
        reason=reason[settings.LANGUAGE_CODE],
        details={"number": row.number, "article": article, "clause": clause, "languages": sorted(words)},
    )
    return row


def _check_words(edition: Edition, article: str, clause: str, words: dict[str, str], day: date) -> None:
    """Refuse words for a place or language that does not exist, and words that correct nothing."""
    known = languages_of(edition)
    if not words or not all(words.values()):
        raise ValidationError({"wording": [in_words("no_words")]})
    for language, text in words.items():
        if language not in known:
            raise ValidationError({"wording": [in_words("unknown_language")]})
        old = wording_of(wording_on(edition, language, day, known).text, article, clause)
        if old is None:
            raise ValidationError({"clause": [in_words("no_such_clause")]})
        if old == text:
            raise ValidationError({"wording": [in_words("same_words")]})
