"""One person joins one cohort, however that came about."""

from datetime import datetime

from accounts.models import User

from ..messages import tell_member
from ..models import Cohort, CohortTrainer, Membership
from ..signals import member_joined


def join(*, cohort: Cohort, person: User, now: datetime) -> tuple[Membership, bool]:
    """Make a person a member, or open a closed membership again. Call it inside a transaction.

    Returns the membership and whether anything changed. Whoever leads the cohort does not join it: the row is
    returned unsaved then.
    """
    if CohortTrainer.objects.filter(cohort=cohort, person=person).exists():
        return Membership(cohort=cohort, person=person, joined_at=now), False
    membership, created = Membership.objects.get_or_create(cohort=cohort, person=person, defaults={"joined_at": now})
    if not created:
        # Compare and set: two tabs may open the same closed row.
        closed = Membership.objects.filter(pk=membership.pk, left_at__isnull=False)
        if not closed.update(left_at=None, joined_at=now):
            return membership, False
        membership.refresh_from_db(fields=["left_at", "joined_at"])
    member_joined.send(sender=Membership, membership=membership, now=now)
    tell_member(membership=membership, now=now)
    return membership, True
