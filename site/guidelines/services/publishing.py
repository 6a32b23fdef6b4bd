"""Publishing an edition: the one way in which a text becomes binding."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.services import log_act
from core.canonical import canonical_json
from core.canonical import digest as digest_of

from .. import access, signals
from ..domain.publishing import Known, Proposal, faults, refusals
from ..domain.text import CodeText
from ..freezing import Frozen, NotASourcePage, freeze
from ..models import Code, Edition, EditionText, EthicsCodePage
from ..refusals import in_words, wrong_places
from ..selectors import editions_of, frozen_text

Words = str | Mapping[str, str]


@transaction.atomic
def publish_edition(
    *,
    page: EthicsCodePage,
    number: int,
    act: Mapping[str, Any],
    approved_on: date,
    published_on: date,
    in_force_from: date,
    change_summary: Words,
    actor: Any,
    now: datetime,
    transition_until: date | None = None,
    adopted_earlier: Words = "",
    seen_digest: str = "",
) -> Edition:
    """Freeze the drafting table as an edition: the authentic text and every complete translation.

    Sent twice with the same content it returns the edition of the first time.

    Args:
        page: the drafting page; what is approved (live) in the source language is frozen.
        number: of the edition; larger numbers come into force later.
        act: {type, number, date: "YYYY-MM-DD", titles: {language: title}} of the approving act.
        approved_on, published_on, in_force_from, transition_until: days in this order.
        change_summary: what changed, in the source language or as {language: words}.
        actor: the moderator.
        now: the moment; "today" is its day in the site's time zone.
        adopted_earlier: why an edition is entered after its first day; without it a past day is refused.
        seen_digest: digest of the text the moderator saw; a different one is refused. "" = not checked.

    Raises:
        PermissionDenied: when the actor is no moderator.
        ValidationError: with the fields that speak against it; nothing is stored then.
    """
    if not access.may_publish_editions(actor):
        raise PermissionDenied
    source = page.source()
    code = _lock_code(source)
    frozen, digest = _freeze(page, code.key)
    facts = {
        "act": {**act, "titles": dict(act.get("titles", {}))},
        "approved_on": approved_on,
        "published_on": published_on,
        "in_force_from": in_force_from,
        "transition_until": transition_until,
        "adopted_earlier": _in_languages(adopted_earlier),
        "change_summary": _in_languages(change_summary),
    }
    editions = editions_of(code)
    for edition in editions:
        if edition.number == number and edition.digest == digest and _facts(edition) == facts:
            return edition
    if seen_digest and seen_digest != digest:
        raise ValidationError({"__all__": [in_words("text_changed")]})
    proposal = Proposal(
        number, digest, approved_on, published_on, in_force_from, transition_until, bool(facts["adopted_earlier"])
    )
    _refuse(proposal, frozen, source, facts, editions, timezone.localdate(now))
    edition = _store(code, frozen, number=number, digest=digest, facts=facts, actor=actor, now=now)
    signals.edition_published.send(sender=Edition, edition=edition)
    return edition


def _lock_code(source: EthicsCodePage) -> Code:
    """Return the code of a drafting page, locked; it begins to exist with its first edition.

    A page made anew at the address of a code whose drafting page was deleted takes the code over.
    """
    code = Code.objects.select_for_update().filter(translation_key=source.translation_key).first()
    if code is not None:
        return code
    code, created = Code.objects.select_for_update().get_or_create(
        slug=source.slug, defaults={"key": source.slug, "translation_key": source.translation_key}
    )
    if not created and code.translation_key != source.translation_key:
        pages = EthicsCodePage.objects.filter(translation_key=code.translation_key)
        if pages.filter(locale__language_code=settings.LANGUAGE_CODE).exists():
            raise ValidationError({"__all__": [in_words("address_taken")]})
        code.translation_key = source.translation_key
        code.save(update_fields=["translation_key"])
    return code


def _freeze(page: EthicsCodePage, key: str) -> tuple[Frozen, str]:
    try:
        frozen = freeze(page, key)
    except NotASourcePage:
        raise ValidationError({"__all__": [in_words("no_source")]}) from None
    return frozen, digest_of(canonical_json(frozen.source))


def _refuse(
    proposal: Proposal,
    frozen: Frozen,
    source: EthicsCodePage,
    facts: dict[str, Any],
    editions: list[Edition],
    today: date,
) -> None:
    """Raise everything that speaks against a proposal, field by field."""
    found: dict[str, list[str]] = {}
    known = [Known(edition.number, edition.digest, edition.in_force_from) for edition in editions]
    for refusal in refusals(proposal, known, today):
        found.setdefault(refusal.field or "__all__", []).append(in_words(refusal.reason))
    if not source.live:
        found.setdefault("__all__", []).append(in_words("not_approved"))
    before: list[CodeText] = [frozen_text(edition, edition.language) for edition in editions]
    used = [(article.number, article.key) for text in before for article in text.articles()]
    if places := faults(frozen.source, used):
        found.setdefault("__all__", []).append(wrong_places(places))
    for field, words in (("act", facts["act"]["titles"]), ("change_summary", facts["change_summary"])):
        if not words.get(settings.LANGUAGE_CODE):
            found.setdefault(field, []).append(in_words("no_words"))
    if not facts["act"].get("type") or not facts["act"].get("number"):
        found.setdefault("act", []).append(in_words("no_act"))
    if found:
        raise ValidationError(found)


def _store(
    code: Code, frozen: Frozen, *, number: int, digest: str, facts: dict[str, Any], actor: Any, now: datetime
) -> Edition:
    edition = Edition.objects.create(
        code=code,
        number=number,
        schema=frozen.source.schema,
        payload=canonical_json(frozen.source),
        digest=digest,
        language=frozen.source.language,
        created_at=now,
        created_by=actor,
        **facts,
    )
    texts = [entry.text for entry in frozen.translations if entry.text is not None]
    for text in texts:
        payload = canonical_json(text)
        EditionText.objects.create(
            edition=edition, language=text.language, payload=payload, digest=digest_of(payload), created_at=now
        )
    log_act(
        actor=actor,
        verb="guidelines.publish_edition",
        target=f"edition:{code.key}/{number}",
        now=now,
        reason=facts["adopted_earlier"].get(settings.LANGUAGE_CODE, ""),
        details={
            "digest": digest,
            "in_force_from": facts["in_force_from"].isoformat(),
            "languages": [edition.language, *(text.language for text in texts)],
        },
    )
    return edition


def _in_languages(words: Words) -> dict[str, str]:
    """Return words by language; plain text is in the source language, empty words are left out."""
    by_language = {settings.LANGUAGE_CODE: words} if isinstance(words, str) else dict(words)
    return {language: text.strip() for language, text in by_language.items() if text and text.strip()}


def _facts(edition: Edition) -> dict[str, Any]:
    names = ("act", "approved_on", "published_on", "in_force_from", "transition_until", "adopted_earlier")
    return {name: getattr(edition, name) for name in (*names, "change_summary")}
