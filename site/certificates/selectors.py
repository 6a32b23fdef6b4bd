"""Questions about certificates."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import get_language

from accounts.models import User
from core.folding import fold
from core.localised import localised
from learning.models import CourseCompletion

from . import papers_store
from .domain import facts as stored
from .domain.codes import normalised
from .domain.numbers import parse, printed
from .domain.states import State, state_on
from .models import Certificate
from .rendering.fonts import missing_letters
from .rendering.paper import LANGUAGES, verify_url

#: A certificate that ends within so many days says so.
ENDING_SOON = timedelta(days=60)


@dataclass(frozen=True)
class Paper:
    """One language's file; `is_ready` once its bytes lie there."""

    language: str
    is_ready: bool


@dataclass(frozen=True)
class CertificateCard:
    """A certificate as its holder sees it in a list.

    Attributes:
        code: public check code.
        number, registration: as printed.
        title: course or programme in the reader's language.
        hours: academic hours.
        issued_on, valid_until: days; None is for ever.
        state: on the day that was asked for.
        ends_soon: valid, but not for much longer.
        papers: in the order uz, ru, en.
        verify_url: address to give to an employer.
        replaced_by: number of the certificate that replaced it ("" = none).
        revocation_reason: why it was revoked ("" = it was not).
        is_erased: its name and papers were erased; no paper will come.
    """

    code: str
    number: str
    registration: str
    title: str
    hours: int
    issued_on: date
    valid_until: date | None
    state: State
    ends_soon: bool
    papers: tuple[Paper, ...]
    verify_url: str
    replaced_by: str
    revocation_reason: str
    is_erased: bool

    @property
    def is_preparing(self) -> bool:
        """Tell whether a paper is still to come."""
        return not self.is_erased and not all(paper.is_ready for paper in self.papers)


@dataclass(frozen=True)
class Waiting:
    """A completed course whose certificate waits; `letters` of the confirmed name that cannot be printed, if any."""

    title: str
    completed_on: date
    letters: str


def complete(certificates: QuerySet[Certificate]) -> QuerySet[Certificate]:
    """Return certificates with all that their state is computed from, in one query."""
    return certificates.select_related("series", "holder", "revocation", "replaced_by__series", "replaces__series")


def state_of(certificate: Certificate, day: date) -> State:
    """Return the state of a certificate (read by `complete`) on a day."""
    revocation = getattr(certificate, "revocation", None)
    replacement = getattr(certificate, "replaced_by", None)
    return state_on(
        day,
        valid_from=certificate.valid_from,
        valid_until=certificate.valid_until,
        replaced_on=timezone.localdate(replacement.issued_at) if replacement else None,
        revoked_on=timezone.localdate(revocation.at) if revocation else None,
    )


def certificates_of(person: User, *, day: date | None = None, language: str | None = None) -> list[CertificateCard]:
    """Return a person's certificates, newest first; two queries."""
    day = day or timezone.localdate()
    rows = complete(Certificate.objects.filter(person=person)).prefetch_related("files").order_by("-issued_at", "-pk")
    return [_card(row, day, language or get_language() or LANGUAGES[0]) for row in rows]


def waiting_for_name(person: User, *, language: str | None = None) -> list[Waiting]:
    """Return the completed courses whose certificate waits for the holder to confirm the printed name (again)."""
    rows = CourseCompletion.objects.filter(person=person, certificates__isnull=True, facts__gives_certificate=True)
    letters = missing_letters([person.certificate_name_latin, person.certificate_name_cyrillic])
    return [
        Waiting(localised(row.facts["titles"], language), date.fromisoformat(row.facts["completed_on"]), letters)
        for row in rows.order_by("at", "pk")
        if letters or not person.certificate_name_confirmed_at
    ]


def _card(row: Certificate, day: date, language: str) -> CertificateCard:
    facts = stored.read(row.facts)
    files = {file.language: file for file in row.files.all()}
    replacement = getattr(row, "replaced_by", None)
    revocation = getattr(row, "revocation", None)
    state = state_of(row, day)
    return CertificateCard(
        code=row.code,
        number=printed(facts.series, facts.number),
        registration=row.registration_number,
        title=localised(facts.title, language),
        hours=facts.hours,
        issued_on=facts.issued_on,
        valid_until=row.valid_until,
        state=state,
        ends_soon=state == State.VALID and row.valid_until is not None and row.valid_until - day <= ENDING_SOON,
        papers=tuple(
            Paper(code, code in files and papers_store.file_of(files[code].path).exists()) for code in LANGUAGES
        ),
        verify_url=verify_url(facts, row.code),
        replaced_by=str(replacement) if replacement else "",
        revocation_reason=revocation.reason if revocation else "",
        is_erased=getattr(row, "holder", None) is None,
    )


def found_in_register(query: str) -> QuerySet[Certificate]:
    """Return certificates, newest first: all, or those whose number, code or holder's present name fits."""
    rows = complete(Certificate.objects.all()).select_related("person").order_by("-issued_at", "-pk")
    if not query.strip():
        return rows
    wanted = Q(code=normalised(query)) if normalised(query) else Q(pk__in=[])
    asked = parse(query)
    if asked is not None and asked.registration:
        wanted |= Q(registration_number=asked.registration)
    elif asked is not None:
        in_series = Q(series__prefix__iexact=asked.series) if asked.series else Q()
        wanted |= Q(number=asked.number) & in_series
    if folded := fold(query):
        wanted |= Q(person__search_key__contains=folded)
    return rows.filter(wanted)
