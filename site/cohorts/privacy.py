"""What cohorts know about people, and what becomes of it."""

from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from core import privacy

from .models import Cohort, CohortTrainer, Invitation, Membership


def _memberships(person: User) -> list[dict[str, Any]]:
    rows = Membership.objects.filter(person=person).select_related("cohort").order_by("joined_at")
    return [
        {
            _("Group"): row.cohort.name,
            _("Joined"): date_format(timezone.localtime(row.joined_at), "DATETIME_FORMAT"),
            _("Left"): date_format(timezone.localtime(row.left_at), "DATETIME_FORMAT") if row.left_at else "",
        }
        for row in rows
    ]


def _leave_all(person: User) -> None:
    Membership.objects.filter(person=person, left_at__isnull=True).update(left_at=timezone.now())


def _led(person: User) -> list[dict[str, Any]]:
    rows = CohortTrainer.objects.filter(person=person).select_related("cohort")
    return [{_("Leads the group"): row.cohort.name} for row in rows]


def _invitations(person: User) -> list[dict[str, Any]]:
    rows = Invitation.objects.filter(email=person.email.lower()).select_related("cohort")
    return [
        {_("Invited to the group"): row.cohort.name, _("On"): date_format(timezone.localtime(row.invited_at))}
        for row in rows
    ]


def _forget_invitations(person: User) -> None:
    Invitation.objects.filter(email=person.email.lower()).delete()


privacy.register_impersonal(Cohort)
privacy.register(
    Membership,
    person="person",
    title=gettext_lazy("Groups you learn in"),
    export=_memberships,
    erase=_leave_all,
    keeps=gettext_lazy("That somebody learned in a group stays, without a name, for the figures of the group."),
)
privacy.register(
    CohortTrainer,
    person="person",
    title=gettext_lazy("Groups you lead"),
    export=_led,
    keeps=gettext_lazy("Who led a group stays, without a name, because it explains results."),
)
privacy.register(
    Invitation,
    person="email",
    title=gettext_lazy("Invitations to groups"),
    export=_invitations,
    erase=_forget_invitations,
)
