"""Questions about codes, editions and acknowledgements. Texts come parsed, and from the process when they can."""

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from django.db.models import QuerySet

from core.canonical import canonical_json
from core.canonical import digest as digest_of

from .domain.corrections import Correction, effective, text_on
from .domain.editions import in_force_on
from .domain.text import CodeText
from .models import Acknowledgement, Code, Corrigendum, Edition, EditionText
from .texts import parsed


@dataclass(frozen=True)
class Wording:
    """An edition as it reads on a day.

    Attributes:
        text: the frozen text with the corrigenda up to the day.
        digest: digest of exactly this wording (the stored one while nothing is corrected).
        language: the language it is really in; the authentic one when the asked one was not frozen.
        frozen: the text as it was published.
        corrigenda: those that hold on the day, in order.
    """

    text: CodeText
    digest: str
    language: str
    frozen: CodeText
    corrigenda: tuple[Corrigendum, ...]


def find_code(slug: str) -> Code | None:
    """Return the code at an address."""
    return Code.objects.filter(slug=slug).first()


def editions_of(code: Code) -> list[Edition]:
    """Return the editions of a code in the order they come into force, without their texts."""
    return list(_light(Edition.objects.filter(code=code)).order_by("in_force_from"))


def edition_in_force(*, code_key: str, day: date) -> Edition | None:
    """Return the edition of a code in force on a day, or None before the first. One query."""
    rows = _light(Edition.objects.filter(code__key=code_key)).select_related("code")
    return in_force_on(list(rows), day)


def languages_of(edition: Edition) -> dict[str, str]:
    """Return {language: digest} of every wording of an edition, the authentic one first."""
    others = EditionText.objects.filter(edition=edition).order_by("language").values_list("language", "digest")
    return {edition.language: edition.digest, **dict(others)}


def frozen_text(edition: Edition, language: str, digests: dict[str, str] | None = None) -> CodeText:
    """Return an edition as published, in a language or else in the authentic one."""
    known = languages_of(edition) if digests is None else digests
    if language not in known:
        language = edition.language
    return parsed(known[language], partial(load_payload, edition.pk, language, edition.language))


def wording_on(edition: Edition, language: str, day: date, digests: dict[str, str] | None = None) -> Wording:
    """Return an edition as it reads on a day, in a language or else in the authentic one."""
    known = languages_of(edition) if digests is None else digests
    frozen = frozen_text(edition, language, known)
    rows = {row.number: row for row in Corrigendum.objects.filter(edition=edition)}
    held = effective(map(as_correction, rows.values()), day)
    text = text_on(frozen, held, day)
    digest = known[frozen.language] if text == frozen else digest_of(canonical_json(text))
    return Wording(text, digest, frozen.language, frozen, tuple(rows[correction.number] for correction in held))


def as_correction(row: Corrigendum) -> Correction:
    """Return a stored corrigendum as the rules know it."""
    return Correction(row.number, row.article, row.clause, row.wording, row.effective_on)


def acknowledgement_of(*, person: Any, edition: Edition) -> Acknowledgement | None:
    """Return the person's acknowledgement of an edition."""
    return Acknowledgement.objects.filter(person=person, edition=edition).first()


def current_acknowledgement(*, person: Any, code_key: str, day: date) -> Acknowledgement | None:
    """Return the person's acknowledgement of the edition in force on a day, or None. Two queries."""
    edition = edition_in_force(code_key=code_key, day=day)
    return acknowledgement_of(person=person, edition=edition) if edition else None


def _light(editions: QuerySet[Edition]) -> QuerySet[Edition]:
    return editions.defer("payload")


def load_payload(edition_id: int, language: str, authentic: str) -> str:
    """Return the stored JSON of an edition in a language it has."""
    if language == authentic:
        return Edition.objects.values_list("payload", flat=True).get(pk=edition_id)
    return EditionText.objects.values_list("payload", flat=True).get(edition=edition_id, language=language)
