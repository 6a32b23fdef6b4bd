"""What a stranger is told about a certificate."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from core.localised import localised

from .domain import facts as stored
from .domain.codes import normalised
from .domain.names import is_surname
from .domain.numbers import parse, printed
from .domain.states import State
from .models import Certificate
from .selectors import complete, state_of

_MOST_MATCHES = 20


@dataclass(frozen=True)
class Verified:
    """A certificate as a stranger sees it. `facts.result` is None when only number and surname were known.

    Attributes:
        number: as printed.
        state: on the day of asking.
        facts: everything printed.
        title, issuer, place, edition_title: in the reader's language.
        name_latin, name_cyrillic: as printed; both "" after the holder had them removed.
        revoked_on, revocation_reason, revocation_act: None and "" if it was not revoked.
        replaced_by, replaces: the neighbours in a chain of duplicates, or None.
    """

    number: str
    state: State
    facts: stored.Facts
    title: str
    issuer: str
    place: str
    edition_title: str
    name_latin: str
    name_cyrillic: str
    revoked_on: date | None
    revocation_reason: str
    revocation_act: str
    replaced_by: Certificate | None
    replaces: Certificate | None

    @property
    def is_erased(self) -> bool:
        """Tell whether the holder had the name removed from this register."""
        return not self.name_latin


def find_by_code(typed: str) -> Certificate | None:
    """Return the certificate with a check code, however it was typed. One query at most."""
    code = normalised(typed)
    return complete(Certificate.objects.filter(code=code)).first() if code else None


def find_by_number(number: str, surname: str) -> list[Certificate]:
    """Return the certificates with a number whose holder has the surname, newest first. One query at most.

    A number is unique within its year only, so one person may hold the same number of two years.
    """
    asked = parse(number)
    if asked is None:
        return []
    rows = Certificate.objects.filter(holder__isnull=False)
    if asked.registration:
        rows = rows.filter(registration_number=asked.registration)
    else:
        rows = rows.filter(number=asked.number)
        rows = rows.filter(series__prefix__iexact=asked.series) if asked.series else rows
    found = complete(rows).order_by("-issued_at")[:_MOST_MATCHES]
    return [row for row in found if is_surname(surname, row.holder.surname_keys)]


def verified(certificate: Certificate, *, day: date, language: str, with_result: bool) -> Verified:
    """Return what is shown of a certificate (read by one of the functions above) on a day."""
    facts = stored.read(certificate.facts)
    holder = getattr(certificate, "holder", None)
    revocation = getattr(certificate, "revocation", None)
    return Verified(
        number=printed(facts.series, facts.number),
        state=state_of(certificate, day),
        facts=facts if with_result else stored.without_result(facts),
        title=localised(facts.title, language),
        issuer=localised(facts.issuer, language),
        place=localised(facts.place, language),
        edition_title=localised(facts.edition.titles, language) if facts.edition else "",
        name_latin=holder.name_latin if holder else "",
        name_cyrillic=holder.name_cyrillic if holder else "",
        revoked_on=timezone.localdate(revocation.at) if revocation else None,
        revocation_reason=revocation.reason if revocation else "",
        revocation_act=revocation.act if revocation else "",
        replaced_by=getattr(certificate, "replaced_by", None),
        replaces=certificate.replaces,
    )


def as_json(shown: Verified, *, day: date) -> Mapping[str, Any]:
    """Return the answer for a machine: state, name, revocation, and every printed fact in all languages."""
    return {
        "state": shown.state.value,
        "state_on": day.isoformat(),
        "certificate": shown.number,
        "holder": {"latin": shown.name_latin, "cyrillic": shown.name_cyrillic, "removed": shown.is_erased},
        "revocation": {
            "on": shown.revoked_on.isoformat(),
            "reason": shown.revocation_reason,
            "act": shown.revocation_act,
        }
        if shown.revoked_on
        else None,
        "replaced_by": shown.replaced_by.code if shown.replaced_by else None,
        "facts": stored.plain(shown.facts),
    }
