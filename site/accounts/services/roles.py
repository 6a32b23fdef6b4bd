"""Giving and taking roles. A change takes effect on the person's next request."""

from datetime import datetime

from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts.access import is_administrator
from accounts.models import User
from accounts.roles import ADMINISTRATOR, ROLES

from .log import log_act


@transaction.atomic
def give_role(*, actor: User, person: User, role: str, reason: str, now: datetime) -> bool:
    """Give a role; return False when the person has it already (then nothing is logged).

    Raises:
        PermissionDenied: when the actor is no administrator.
        ValidationError: when there is no reason, no such role, or the person does not sign in any more.
    """
    group = _checked(actor, role, reason)
    if not person.is_active:
        raise ValidationError(_("This account is closed."))
    if person.groups.filter(pk=group.pk).exists():
        return False
    person.groups.add(group)
    _forget(person)
    log_act(actor=actor, verb="accounts.give_role", target=f"role:{role}", subject=person, reason=reason, now=now)
    return True


@transaction.atomic
def take_role(*, actor: User, person: User, role: str, reason: str, now: datetime) -> bool:
    """Take a role; return False when the person does not have it.

    Raises:
        PermissionDenied: when the actor is no administrator.
        ValidationError: when there is no reason, no such role, or nobody would administer the site any more.
    """
    group = _checked(actor, role, reason)
    if not person.groups.filter(pk=group.pk).exists():
        return False
    if role == ADMINISTRATOR:
        require_another_administrator(than=person)
    person.groups.remove(group)
    _forget(person)
    log_act(actor=actor, verb="accounts.take_role", target=f"role:{role}", subject=person, reason=reason, now=now)
    return True


def require_another_administrator(*, than: User) -> None:
    """Make sure somebody else administers the site. Call it inside a transaction, after `lock_role`.

    Raises:
        ValidationError: when the person is the last one.
    """
    others = User.objects.filter(groups__name=ADMINISTRATOR, is_active=True).exclude(pk=than.pk)
    if not others.exists():
        raise ValidationError(_("This is the last administrator. Give the role to somebody else first."))


def lock_role(role: str) -> Group:
    """Return a role's group, locked until the transaction ends: two administrators cannot remove each other."""
    return Group.objects.select_for_update().get(name=role)


def _checked(actor: User, role: str, reason: str) -> Group:
    if not is_administrator(actor):
        raise PermissionDenied
    if not reason.strip():
        raise ValidationError(_("Write the reason."))
    if role not in ROLES:
        raise ValidationError(_("There is no such role."))
    return lock_role(role)


def _forget(person: User) -> None:
    """Drop what `access.roles_of` kept on the instance."""
    person.__dict__.pop("_roles", None)
