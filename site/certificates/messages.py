"""What this app tells people: that a certificate was issued, or that it was revoked. Each once, in their language."""

from datetime import datetime

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core.localised import localised
from notices.services import notify

from .domain import facts as stored
from .domain.numbers import printed
from .models import Certificate, Revocation

ISSUED = _("Your certificate %(number)s is issued")
REVOKED = _("Your certificate %(number)s was revoked")


def tell_issued(*, certificate: Certificate, now: datetime) -> None:
    """Tell the holder that the certificate is there; of a duplicate, which one it replaces."""
    _tell(certificate, kind="certificates.issued", subject=ISSUED, mail="issued", extra={}, now=now)


def tell_revoked(*, revocation: Revocation, now: datetime) -> None:
    """Tell the holder that the certificate was revoked, for what reason and by which act."""
    extra = {"reason": revocation.reason, "act": revocation.act}
    _tell(
        revocation.certificate,
        kind="certificates.revoked",
        subject=REVOKED,
        mail="revoked",
        extra=extra,
        now=now,
    )


def _tell(
    certificate: Certificate, *, kind: str, subject: Promise, mail: str, extra: dict[str, str], now: datetime
) -> None:
    facts = stored.read(certificate.facts)
    person = certificate.person
    language = person.preferred_language
    number = printed(facts.series, facts.number)
    with translation.override(language):
        words = {
            "number": number,
            "registration": certificate.registration_number,
            "title": localised(facts.title, language),
            "duplicate_of": facts.duplicate_of,
            **extra,
        }
        notify(
            person=person,
            kind=kind,
            subject_key=f"certificate:{certificate.registration_number}",
            language=language,
            subject=str(subject) % {"number": number},
            body=render_to_string(f"certificates/mail/{mail}.txt", words),
            url=reverse("certificates:list"),
            now=now,
        )
