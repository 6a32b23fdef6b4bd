"""One person joins one cohort, however that came about; then they are welcomed: enrolled and told.

Joining is a few rows; welcoming costs some forty queries. A long list is joined at once and welcomed by a worker, so
that nobody's web server or database waits for five hundred people.
"""

from datetime import datetime

from django.db import transaction

from accounts.models import User

from ..messages import tell_member
from ..models import Cohort, CohortTrainer, Membership
from ..signals import member_joined


def join(*, cohort: Cohort, person: User, now: datetime) -> tuple[Membership, bool]:
    """Make a person a member, or open a closed membership again. Call it inside a transaction; `welcome` follows.

    Returns the membership and whether anything changed. Whoever leads the cohort does not join it: the row is
    returned unsaved then.
    """
    if CohortTrainer.objects.filter(cohort=cohort, person=person).exists():
        return Membership(cohort=cohort, person=person, joined_at=now), False
    membership, created = Membership.objects.get_or_create(cohort=cohort, person=person, defaults={"joined_at": now})
    if not created:
        # Compare and set: two tabs may open the same closed row.
        closed = Membership.objects.filter(pk=membership.pk, left_at__isnull=False)
        if not closed.update(left_at=None, joined_at=now, welcomed_at=None):
            return membership, False
        membership.refresh_from_db(fields=["left_at", "joined_at", "welcomed_at"])
    return membership, True


@transaction.atomic
def welcome(*, membership_id: int, now: datetime) -> bool:
    """Do what follows from joining, once: higher layers enrol, the person is told. Returns whether there was any.

    The mark is set first and goes with the transaction, so a second worker stops and a failure leaves it unset.
    """
    waiting = Membership.objects.filter(pk=membership_id, welcomed_at__isnull=True, left_at__isnull=True)
    if not waiting.update(welcomed_at=now):
        return False
    membership = Membership.objects.select_related("person", "cohort__course", "cohort__programme").get(
        pk=membership_id
    )
    member_joined.send(sender=Membership, membership=membership, now=now)
    tell_member(membership=membership, now=now)
    return True
