"""What the app knows of people: who acknowledged what, who must, and which moderator published."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from core.privacy import register, register_impersonal

from .models import (
    Acknowledgement,
    AcknowledgementPage,
    Code,
    Corrigendum,
    Duty,
    Edition,
    EditionText,
    EthicsCodePage,
    GuidelineIndexPage,
    GuidelinePage,
)


def _acknowledgements(person: Any) -> list[dict[str, Any]]:
    rows = Acknowledgement.objects.filter(person=person).select_related("code", "edition").order_by("at")
    return [
        {
            str(_("Code")): row.code.key,
            str(_("Edition")): row.edition.number,
            str(_("On")): row.at.isoformat(),
            str(_("Language")): row.language,
            str(_("Script")): row.script,
            str(_("Method")): row.method,
            str(_("Answers")): row.answers,
            str(_("Place in the chain")): row.sequence,
            str(_("Digest (SHA-256)")): row.hash,
        }
        for row in rows.defer("edition__payload")
    ]


def _duties(person: Any) -> list[dict[str, Any]]:
    rows = Duty.objects.filter(person=person).select_related("code").order_by("due_on")
    return [
        {
            str(_("Code")): row.code.key,
            str(_("Due on")): row.due_on.isoformat(),
            str(_("Reason")): row.reason,
        }
        for row in rows
    ]


def _forget_duties(person: Any) -> None:
    Duty.objects.filter(person=person).delete()


def _editions(person: Any) -> list[dict[str, Any]]:
    rows = Edition.objects.filter(created_by=person).select_related("code").defer("payload")
    return [
        {
            str(_("Code")): row.code.key,
            str(_("Edition")): row.number,
            str(_("On")): row.created_at.isoformat(),
        }
        for row in rows
    ]


def _corrigenda(person: Any) -> list[dict[str, Any]]:
    rows = Corrigendum.objects.filter(created_by=person).select_related("edition__code").defer("edition__payload")
    return [
        {
            str(_("Code")): row.edition.code.key,
            str(_("Edition")): row.edition.number,
            str(_("Correction")): row.number,
            str(_("On")): row.created_at.isoformat(),
        }
        for row in rows
    ]


register(
    Acknowledgement,
    person="person",
    title=_("Codes you acknowledged"),
    export=_acknowledgements,
    keeps=_(
        "That somebody acknowledged an edition stays in an unbroken chain, under a number instead of a name: "
        "taking one link out would break the proof for everybody else."
    ),
)
register(Duty, person="person", title=_("Codes you were asked to acknowledge"), export=_duties, erase=_forget_duties)
register(
    Edition,
    person="created_by",
    title=_("Editions you published"),
    export=_editions,
    keeps=_("Who published an edition is part of its history; only a number without a name is kept."),
)
register(
    Corrigendum,
    person="created_by",
    title=_("Corrections you published"),
    export=_corrigenda,
    keeps=_("Who corrected an edition is part of its history; only a number without a name is kept."),
)
register_impersonal(Code, EditionText, AcknowledgementPage, EthicsCodePage, GuidelineIndexPage, GuidelinePage)
