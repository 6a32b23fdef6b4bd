"""Erasing a person: a logged act that empties every row the privacy registry knows."""

from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext_lazy as _

from accounts.access import is_administrator
from accounts.models import User
from accounts.roles import ADMINISTRATOR
from core import privacy
from core.records import declared_erasure

from .log import log_act
from .roles import lock_role, require_another_administrator


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
        for entry in privacy.registrations():
            if entry.erase is not None:
                entry.erase(row)
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
