"""Erasing a person: a logged act that empties every row the privacy registry knows.

Nobody who writes about the person waits for the erasure: a quiz that is handed in during the same moment may leave its
answers behind. The tick empties once more what came so late.
"""

from datetime import datetime, timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext_lazy as _

from accounts.access import is_administrator
from accounts.models import User
from accounts.roles import ADMINISTRATOR
from core import privacy
from core.records import declared_erasure

from .log import log_act
from .roles import lock_role, require_another_administrator

#: An act that began before an erasure has ended after this time.
LATEST = timedelta(hours=1)


def erase_person(*, person: User, actor: User, reason: str, now: datetime) -> bool:
    """Erase what a person wrote and is called; evidence stays under a number that no longer leads to anybody.

    Everything or nothing: one transaction. Return False when the person was erased before.

    Raises:
        PermissionDenied: when the actor is neither the person nor an administrator.
        ValidationError: when an administrator gives no reason, or nobody would administer the site any more.
    """
    if actor.pk != person.pk:
        if not is_administrator(actor):
            raise PermissionDenied
        if not reason.strip():
            raise ValidationError(_("Write the reason."))
    with declared_erasure():
        lock_role(ADMINISTRATOR)
        # Whoever writes a row about the person goes on: it may be the one that holds rows which are emptied here.
        row = User.objects.select_for_update(no_key=True).get(pk=person.pk)
        if row.erased_at is not None:
            return False
        if row.groups.filter(name=ADMINISTRATOR).exists():
            require_another_administrator(than=row)
        _empty(row)
        User.objects.filter(pk=row.pk).update(erased_at=now)
        log_act(
            actor=actor,
            verb="accounts.erase_person",
            target=f"person:{row.public_id}",
            subject=row,
            reason=reason,
            now=now,
        )
    person.refresh_from_db()
    return True


def erase_what_came_late(*, now: datetime) -> int:
    """Empty once more the rows of people erased within the last hour; return how many people these were."""
    late = User.objects.filter(erased_at__gt=now - LATEST, erased_at__lte=now).order_by("pk")
    for person in late:
        with declared_erasure():
            _empty(User.objects.select_for_update(no_key=True).get(pk=person.pk))
    return len(late)


def _empty(person: User) -> None:
    for entry in privacy.registrations():
        if entry.erase is not None:
            entry.erase(person)
