"""Invitations: addresses without an account. They turn into memberships when their owner confirms the address."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from accounts.models import User
from accounts.services import log_act

from .. import access
from ..models import Cohort, Invitation, Membership
from ..tasks import mail_invitation
from .joining import join, welcome


def invite(*, cohort: Cohort, email: str, language: str, now: datetime) -> tuple[Invitation, bool]:
    """Note an address and queue its mail; returns the row and whether it is new. Call it inside a transaction.

    One address gets one mail for a cohort, however often it is invited.
    """
    invitation, created = Invitation.objects.get_or_create(
        cohort=cohort, email=email.lower(), defaults={"language": language, "invited_at": now}
    )
    if created:
        mail_invitation.enqueue(invitation_id=invitation.pk)
    return invitation, created


@transaction.atomic
def accept_invitations(*, person: User, email: str, now: datetime) -> list[Membership]:
    """Turn the invitations of an address that `person` has confirmed into memberships; twice changes nothing."""
    if not person.is_active:
        return []
    joined = []
    open_ones = Invitation.objects.select_related("cohort").filter(email=email.lower(), accepted_at__isnull=True)
    for invitation in open_ones:
        if Invitation.objects.filter(pk=invitation.pk, accepted_at__isnull=True).update(accepted_at=now):
            membership, changed = join(cohort=invitation.cohort, person=person, now=now)
            if changed:
                welcome(membership_id=membership.pk, now=now)
                joined.append(membership)
    return joined


@transaction.atomic
def withdraw_invitation(*, cohort: Cohort, invitation_id: int, actor: User, now: datetime) -> None:
    """Forget an address that has not joined; twice changes nothing.

    Raises:
        PermissionDenied: if the actor may not change this cohort.
    """
    if not access.may_change(actor, cohort):
        raise PermissionDenied
    forgotten, _rows = Invitation.objects.filter(cohort=cohort, pk=invitation_id, accepted_at__isnull=True).delete()
    if forgotten:
        log_act(actor=actor, verb="cohorts.withdraw_invitation", target=f"cohort:{cohort.uuid}", now=now)
