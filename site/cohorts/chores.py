"""What the tick does for cohorts: send what failed, join what was missed, forget what is old."""

import logging
from datetime import datetime, timedelta

from allauth.account.models import EmailAddress
from django.db.models import OuterRef, Q, Subquery

from accounts.models import User

from .messages import INVITATION_KEPT_DAYS
from .models import Invitation, Membership
from .services import accept_invitations
from .tasks import MOST_TRIES, mail_invitation, welcome_members

logger = logging.getLogger("saboq.cohorts")

#: A mail that failed is tried again after this long, then twice as long, and so on.
FIRST_PAUSE = timedelta(minutes=10)
#: Longer than any welcome takes with a worker at work.
WELCOME_WITHIN = timedelta(minutes=30)


def mail_again(*, now: datetime) -> int:
    """Queue invitations whose mail failed. A first try that is still queued is the queue's own business."""
    due = Q()
    for tries in range(1, MOST_TRIES):
        due |= Q(mail_tries=tries, invited_at__lt=now - FIRST_PAUSE * 2 ** (tries - 1))
    failed = Invitation.objects.filter(due, mailed_at__isnull=True, accepted_at__isnull=True)
    keys = list(failed.values_list("pk", flat=True)[:200])
    for key in keys:
        mail_invitation.enqueue(invitation_id=key)
    return len(keys)


def welcome_missed(*, now: datetime) -> int:
    """Queue the welcome of members whose worker failed. A task that still waits or runs is the queue's business."""
    missed = Membership.objects.filter(
        welcomed_at__isnull=True, left_at__isnull=True, joined_at__lt=now - WELCOME_WITHIN
    )
    cohorts = list(missed.order_by("cohort_id").values_list("cohort_id", flat=True).distinct())
    for cohort_id in cohorts:
        welcome_members.enqueue(cohort_id=cohort_id)
    return len(cohorts)


def accept_missed(*, now: datetime) -> int:
    """Join people whose confirmed address is still invited: their confirmation came by another way or was cut off."""
    owner = EmailAddress.objects.filter(email=OuterRef("email"), verified=True, user__is_active=True)
    missed = (
        Invitation.objects.filter(accepted_at__isnull=True)
        .annotate(owner=Subquery(owner.values("user")[:1]))
        .filter(owner__isnull=False)
    )
    joined = 0
    for email, owner_id in list(missed.values_list("email", "owner").distinct()[:200]):
        try:
            joined += len(accept_invitations(person=User.objects.get(pk=owner_id), email=email, now=now))
        except Exception:
            # One cohort in trouble must not keep the others waiting; the next tick tries again.
            logger.exception("an invitation of person %s was not accepted", owner_id)
    return joined


def forget_old_invitations(*, now: datetime) -> int:
    """Delete invited addresses after half a year, joined or not: a membership does not need its invitation."""
    return Invitation.objects.filter(invited_at__lt=now - timedelta(days=INVITATION_KEPT_DAYS)).delete()[0]
