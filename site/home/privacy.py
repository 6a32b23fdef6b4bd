"""What the front door keeps of people: the address of somebody who reported a mistake and wants an answer."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from core import privacy

from .models import ContactSettings, HomePage, HotlineEntry, LoadedContent, LoadedFile, MistakeReport, StandardPage


def _export(person: Any) -> list[dict[str, Any]]:
    reports = MistakeReport.objects.filter(email__iexact=person.email)
    return [
        {
            str(_("Page")): row.page,
            str(_("What you wrote")): row.words,
            str(_("E-mail address")): row.email,
            str(_("On")): row.created_at.isoformat(),
        }
        for row in reports
    ]


def _erase(person: Any) -> None:
    MistakeReport.objects.filter(email__iexact=person.email).update(email="")


privacy.register(
    MistakeReport,
    person="email",
    title=_("Mistakes you reported"),
    export=_export,
    erase=_erase,
    keeps=_("The report itself is about a page, not about a person; the address is taken off it."),
)
privacy.register_impersonal(ContactSettings, HotlineEntry, HomePage, StandardPage, LoadedContent, LoadedFile)
