"""Issuing: one short transaction for number, facts, the order of papers, a word to the holder. Nothing is rendered."""

import logging
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from certificates.domain.codes import new_code
from certificates.domain.facts import Facts, plain, texts
from certificates.domain.names import surname_keys
from certificates.messages import tell_issued
from certificates.models import Certificate, CertificateHolder, IssuerSettings
from certificates.refusals import CertificateRefused, FactsNotPrintable, NameNotConfirmed, NameNotPrintable, NotEarned
from certificates.rendering.fonts import missing_letters
from certificates.rendering.paper import LANGUAGES
from certificates.tasks import render_paper
from core.canonical import canonical_json, digest
from learning.models import CourseCompletion

from .gathering import completion_facts, issuer_facts
from .numbering import Numbered, next_number

logger = logging.getLogger("saboq.certificates")


@transaction.atomic
def issue_for_completion(*, completion: CourseCompletion, now: datetime) -> Certificate:
    """Issue the certificate of a completed course, once: a second call returns the first certificate.

    Raises:
        NotEarned: if the course gives no certificate.
        NameNotConfirmed: if the holder has not confirmed the printed name, or was erased.
        NameNotPrintable, FactsNotPrintable: if the name, or a title, has letters that cannot be drawn.
    """
    person = printable_person(completion.person_id)
    existing = Certificate.objects.filter(completion=completion, replaces__isnull=True).first()
    if existing is not None:
        return existing
    if not completion.facts.get("gives_certificate"):
        raise NotEarned
    require_printable_name(person)
    issuer = IssuerSettings.load()
    day = timezone.localdate(now)
    learned = completion_facts(completion, issued_on=day)
    place = next_number(prefix=issuer.series_prefix, register=issuer.register_book, year=day.year)
    facts = Facts(**learned, **issuer_facts(issuer), **number_facts(place), duplicate_of="")
    return enter(place=place, facts=facts, person=person, completion=completion, replaces=None, now=now)


def issue_waiting(*, person: User, now: datetime) -> list[Certificate]:
    """Issue every certificate of a person that waits, passing over those that cannot be issued yet."""
    issued = []
    for completion in CourseCompletion.objects.filter(person=person, certificates__isnull=True).order_by("at", "pk"):
        try:
            issued.append(issue_for_completion(completion=completion, now=now))
        except CertificateRefused as refusal:
            logger.info("completion %s waits: %s %s", completion.pk, type(refusal).__name__, refusal)
    return issued


def printable_person(person_id: int) -> User:
    """Return the person, locked: an erasure at the same moment comes before or after, never between.

    The lock lets others go on who only write rows about the person: they may hold what this transaction wants next.
    """
    return User.objects.select_for_update(no_key=True).get(pk=person_id)


def require_printable_name(person: User) -> None:
    """Refuse a name that is not confirmed, or that would be printed with holes."""
    latin = person.certificate_name_latin
    if person.erased_at or not person.certificate_name_confirmed_at or not latin:
        raise NameNotConfirmed
    if missing := missing_letters([latin, person.certificate_name_cyrillic]):
        raise NameNotPrintable(missing)


def number_facts(place: Numbered) -> dict[str, Any]:
    """Return the part of the facts that the register says."""
    return {"series": place.series.prefix, "number": place.number, "registration": place.registration}


def enter(
    *,
    place: Numbered,
    facts: Facts,
    person: User,
    completion: CourseCompletion,
    replaces: Certificate | None,
    now: datetime,
) -> Certificate:
    """Write the certificate and its holder, order the papers and tell the holder, in the same transaction.

    Raises:
        FactsNotPrintable: if a title, the issuer or a signatory has letters that cannot be drawn.
    """
    if missing := missing_letters(texts(facts)):
        raise FactsNotPrintable(missing)
    text = canonical_json(plain(facts))
    certificate = Certificate.objects.create(
        series=place.series,
        number=place.number,
        registration_number=place.registration,
        code=new_code(),
        person=person,
        completion=completion,
        facts=text,
        facts_digest=digest(text),
        issued_at=now,
        valid_from=facts.valid_from,
        valid_until=facts.valid_until,
        replaces=replaces,
    )
    latin, cyrillic = person.certificate_name_latin, person.certificate_name_cyrillic
    CertificateHolder.objects.create(
        certificate=certificate,
        name_latin=latin,
        name_cyrillic=cyrillic,
        surname_keys=surname_keys(person.last_name, latin, cyrillic),
    )
    for language in LANGUAGES:
        render_paper.enqueue(certificate.pk, language)
    tell_issued(certificate=certificate, now=now)
    return certificate
