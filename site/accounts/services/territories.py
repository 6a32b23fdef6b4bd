"""Which territory a manager may see, from when to when."""

from datetime import date, datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts.access import is_administrator
from accounts.models import District, TerritoryAssignment, User
from accounts.places import Place
from accounts.roles import MANAGER

from .log import log_act


@transaction.atomic
def assign_territory(
    *, actor: User, person: User, place: Place, starts_on: date, ends_on: date | None, reason: str, now: datetime
) -> TerritoryAssignment:
    """Let a manager see a region or one district of it. The same assignment twice is one row.

    Raises:
        PermissionDenied: when the actor is no administrator.
        ValidationError: when there is no reason, the person is no manager, or the territory does not exist.
    """
    _check(actor, reason)
    if not person.groups.filter(name=MANAGER).exists():
        raise ValidationError(_("Only a manager has territories. Give the role first."))
    if place.district and not District.objects.filter(pk=place.district, region_id=place.region).exists():
        raise ValidationError(_("There is no such territory."))
    if ends_on and ends_on < starts_on:
        raise ValidationError(_("The end comes before the beginning."))
    row, created = TerritoryAssignment.objects.get_or_create(
        person=person,
        region_id=place.region,
        district_id=place.district or None,
        starts_on=starts_on,
        defaults={"ends_on": ends_on},
    )
    if created:
        _log("accounts.assign_territory", actor, row, reason, now)
    return row


@transaction.atomic
def end_territory(
    *, actor: User, assignment: TerritoryAssignment, ends_on: date, reason: str, now: datetime
) -> TerritoryAssignment:
    """Say until which day a territory is seen.

    Raises:
        PermissionDenied: when the actor is no administrator.
        ValidationError: when there is no reason, or the day comes before the first one.
    """
    _check(actor, reason)
    if ends_on < assignment.starts_on:
        raise ValidationError(_("The end comes before the beginning."))
    if assignment.ends_on != ends_on:
        assignment.ends_on = ends_on
        assignment.save(update_fields=["ends_on"])
        _log("accounts.end_territory", actor, assignment, reason, now)
    return assignment


def _check(actor: User, reason: str) -> None:
    if not is_administrator(actor):
        raise PermissionDenied
    if not reason.strip():
        raise ValidationError(_("Write the reason."))


def _log(verb: str, actor: User, row: TerritoryAssignment, reason: str, now: datetime) -> None:
    log_act(
        actor=actor,
        verb=verb,
        target=f"territory:{row.district_id or row.region_id}",
        subject=row.person,
        reason=reason,
        details={"from": row.starts_on.isoformat(), "until": row.ends_on.isoformat() if row.ends_on else None},
        now=now,
    )
