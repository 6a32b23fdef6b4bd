"""Taking back and replacing: acts of an administrator, logged, and visible to whoever verifies."""

import dataclasses
from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.services import log_act
from certificates.access import may_correct
from certificates.domain import facts as stored
from certificates.domain.numbers import printed
from certificates.messages import tell_revoked
from certificates.models import Certificate, IssuerSettings, Revocation

from .gathering import issuer_facts
from .issuing import enter, number_facts, printable_person, require_printable_name
from .numbering import next_number


@transaction.atomic
def revoke(*, certificate: Certificate, reason: str, act: str, actor: User, now: datetime) -> Revocation:
    """Take a certificate back. Reason and act are shown to everybody who verifies it; a second call changes nothing.

    Raises:
        PermissionDenied: if the actor is no administrator.
        ValidationError: if reason or act is empty.
    """
    if not may_correct(actor):
        raise PermissionDenied
    if not reason.strip() or not act.strip():
        raise ValidationError(_("Write the reason and the act it rests on."))
    locked = Certificate.objects.select_for_update().get(pk=certificate.pk)
    existing = Revocation.objects.filter(certificate=locked).first()
    if existing is not None:
        return existing
    revocation = Revocation.objects.create(
        certificate=locked, reason=reason.strip(), act=act.strip(), author=actor, at=now
    )
    log_act(
        actor=actor,
        verb="certificates.revoke",
        target=f"certificate:{locked.registration_number}",
        subject=locked.person,
        reason=reason.strip(),
        details={"act": act.strip()},
        now=now,
    )
    tell_revoked(revocation=revocation, now=now)
    return revocation


@transaction.atomic
def replace(*, certificate: Certificate, reason: str, actor: User, now: datetime) -> Certificate:
    """Issue a duplicate under a new number, with the name as its holder confirms it now. The old one says so for ever.

    What was learned and how long it is valid stay; issuer and signatories are today's. A second call returns the
    certificate that replaced it first.

    Raises:
        PermissionDenied: if the actor is no administrator.
        ValidationError: if no reason is given, or the certificate was revoked.
        NameNotConfirmed, NameNotPrintable: as for a first issue.
    """
    if not may_correct(actor):
        raise PermissionDenied
    if not reason.strip():
        raise ValidationError(_("Write the reason."))
    person = printable_person(certificate.person_id)
    old = Certificate.objects.select_for_update().get(pk=certificate.pk)
    existing = Certificate.objects.filter(replaces=old).first()
    if existing is not None:
        return existing
    if Revocation.objects.filter(certificate=old).exists():
        raise ValidationError(_("A revoked certificate is not replaced."))
    require_printable_name(person)
    issuer = IssuerSettings.load()
    day = timezone.localdate(now)
    before = stored.read(old.facts)
    place = next_number(prefix=issuer.series_prefix, register=issuer.register_book, year=day.year)
    facts = dataclasses.replace(
        before,
        **issuer_facts(issuer),
        **number_facts(place),
        issued_on=day,
        duplicate_of=printed(before.series, before.number),
        template=stored.TEMPLATE,
    )
    new = enter(place=place, facts=facts, person=person, completion=old.completion, replaces=old, now=now)
    log_act(
        actor=actor,
        verb="certificates.replace",
        target=f"certificate:{old.registration_number}",
        subject=person,
        reason=reason.strip(),
        details={"new": new.registration_number},
        now=now,
    )
    return new
