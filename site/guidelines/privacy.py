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
            "code": row.code.key,
            "edition": row.edition.number,
            "at": row.at.isoformat(),
            "language": row.language,
            "script": row.script,
            "method": row.method,
            "answers": row.answers,
            "sequence": row.sequence,
            "hash": row.hash,
        }
        for row in rows.defer("edition__payload")
    ]


def _duties(person: Any) -> list[dict[str, Any]]:
    rows = Duty.objects.filter(person=person).select_related("code").order_by("due_on")
    return [{"code": row.code.key, "due_on": row.due_on.isoformat(), "reason": row.reason} for row in rows]


def _forget_duties(person: Any) -> None:
    Duty.objects.filter(person=person).delete()


def _editions(person: Any) -> list[dict[str, Any]]:
    rows = Edition.objects.filter(created_by=person).select_related("code").defer("payload")
    return [{"code": row.code.key, "edition": row.number, "at": row.created_at.isoformat()} for row in rows]


def _corrigenda(person: Any) -> list[dict[str, Any]]:
    rows = Corrigendum.objects.filter(created_by=person).select_related("edition__code").defer("edition__payload")
    return [
        {
            "code": row.edition.code.key,
            "edition": row.edition.number,
            "corrigendum": row.number,
            "at": row.created_at.isoformat(),
        }
        for row in rows
    ]


register(
    Acknowledgement,
    person="person",
    export=_acknowledgements,
    keeps=_(
        "That somebody acknowledged an edition stays in an unbroken chain, under a number instead of a name: "
        "taking one link out would break the proof for everybody else."
    ),
)
register(Duty, person="person", export=_duties, erase=_forget_duties)
register(
    Edition,
    person="created_by",
    export=_editions,
    keeps=_("Who published an edition is part of its history; only a number without a name is kept."),
)
register(
    Corrigendum,
    person="created_by",
    export=_corrigenda,
    keeps=_("Who corrected an edition is part of its history; only a number without a name is kept."),
)
register_impersonal(Code, EditionText, AcknowledgementPage, EthicsCodePage, GuidelineIndexPage, GuidelinePage)
