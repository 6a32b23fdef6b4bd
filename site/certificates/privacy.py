"""What certificates keep of people, and what stays in the register for ever."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from core.privacy import register, register_impersonal

from .domain import facts as stored
from .domain.numbers import printed
from .models import Certificate, CertificateFile, CertificateHolder, IssuerSettings, Revocation, Series
from .services.papers import forget_papers


def _certificates(person: Any) -> list[dict[str, Any]]:
    rows = Certificate.objects.filter(person=person).select_related("series").order_by("issued_at")
    return [
        {
            str(_("Certificate")): printed(row.series.prefix, row.number),
            str(_("Registration number")): row.registration_number,
            str(_("Check code")): row.code,
            str(_("What it says")): stored.plain(stored.read(row.facts)),
        }
        for row in rows
    ]


def _holders(person: Any) -> list[dict[str, Any]]:
    rows = CertificateHolder.objects.filter(certificate__person=person).select_related("certificate")
    return [
        {
            str(_("Registration number")): row.certificate.registration_number,
            str(_("Name, Latin letters")): row.name_latin,
            str(_("Name, Cyrillic letters")): row.name_cyrillic,
        }
        for row in rows
    ]


def _forget_holders(person: Any) -> None:
    CertificateHolder.objects.filter(certificate__person=person).delete()


def _files(person: Any) -> list[dict[str, Any]]:
    rows = CertificateFile.objects.filter(certificate__person=person).select_related("certificate")
    return [
        {
            str(_("Registration number")): row.certificate.registration_number,
            str(_("Language")): row.language,
            str(_("Digest (SHA-256)")): row.sha256,
        }
        for row in rows
    ]


def _forget_files(person: Any) -> None:
    forget_papers(person=person)


def _revocations(person: Any) -> list[dict[str, Any]]:
    rows = Revocation.objects.filter(certificate__person=person).select_related("certificate")
    return [
        {
            str(_("Registration number")): row.certificate.registration_number,
            str(_("Reason")): row.reason,
            str(_("Act")): row.act,
            str(_("Day")): row.at.isoformat(),
        }
        for row in rows
    ]


_REGISTER = _("The register of certificates must show that a number was issued; it no longer says to whom.")

register(Certificate, person="person", export=_certificates, keeps=_REGISTER, title=_("Certificates in the register"))
register(
    CertificateHolder,
    person="certificate__person",
    export=_holders,
    erase=_forget_holders,
    title=_("Your name on certificates"),
)
register(
    CertificateFile,
    person="certificate__person",
    export=_files,
    erase=_forget_files,
    keeps=_REGISTER,
    title=_("Papers of certificates"),
)
register(
    Revocation, person="certificate__person", export=_revocations, keeps=_REGISTER, title=_("Revoked certificates")
)
register_impersonal(Series, IssuerSettings)
