"""Adding members by a list of addresses, and letting them go."""

from datetime import datetime

from allauth.account.models import EmailAddress
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.validators import validate_email
from django.db import transaction

from accounts.models import User
from accounts.services import log_act

from .. import access
from ..domain.adding import AddingReport, Line, Outcome
from ..domain.addresses import Entry, Reading, read_addresses
from ..models import Cohort, CohortTrainer, Invitation, Membership
from ..signals import member_left
from ..tasks import welcome_members
from .invitations import invite
from .joining import join, welcome

#: So many new members are enrolled and told while the trainer waits; of a longer list a worker does it.
MOST_AT_ONCE = 25

_READ_AS = {Reading.DUPLICATE: Outcome.DUPLICATE, Reading.NOT_AN_ADDRESS: Outcome.NOT_AN_ADDRESS}


@transaction.atomic
def add_members_by_email(*, cohort: Cohort, text: str, actor: User, language: str, now: datetime) -> AddingReport:
    """Add everybody on a list: people with a confirmed address join, other addresses are invited in `language`.

    Sending the same list again changes nothing and says so.

    Raises:
        PermissionDenied: if the actor may not change this cohort.
        ListTooLong: if the list is over 500 addresses or 50,000 bytes; nothing was changed.
    """
    if not access.may_change(actor, cohort):
        raise PermissionDenied
    entries = read_addresses(text, is_address=_is_address)
    cohort = Cohort.objects.select_for_update(of=("self",)).select_related("course", "programme").get(pk=cohort.pk)
    wanted = [entry.address for entry in entries if entry.reading is Reading.ADDRESS]
    people = _people_with(wanted)
    known = _Known(cohort, wanted)
    lines = [Line(entry.text, _take(entry, cohort, people, known, actor, language, now)) for entry in entries]
    report = AddingReport(tuple(lines))
    _welcome(cohort, known.joined, now)
    invited = report.counts().get(Outcome.INVITED, 0)
    if invited:
        log_act(
            actor=actor, verb="cohorts.invite", target=f"cohort:{cohort.uuid}", now=now, details={"invited": invited}
        )
    return report


@transaction.atomic
def leave(*, membership: Membership, actor: User, now: datetime, reason: str = "") -> Membership:
    """Close a membership: by the member, or by somebody who may change the cohort (logged). Twice changes nothing.

    What the person learned stays theirs; only the cohort's trainers stop seeing it.

    Raises:
        PermissionDenied: if the actor is neither.
    """
    own = actor.pk == membership.person_id
    if not own and not access.may_change(actor, membership.cohort):
        raise PermissionDenied
    if Membership.objects.filter(pk=membership.pk, left_at__isnull=True).update(left_at=now):
        membership.left_at = now
        member_left.send(sender=Membership, membership=membership, now=now)
        if not own:
            log_act(
                actor=actor,
                verb="cohorts.remove_member",
                target=f"cohort:{membership.cohort.uuid}",
                subject=membership.person,
                reason=reason,
                now=now,
            )
    return membership


class _Known:
    """Who is in the cohort already, read once for the whole list; and who joined by it."""

    def __init__(self, cohort: Cohort, addresses: list[str]) -> None:
        self.members = set(cohort.memberships.filter(left_at__isnull=True).values_list("person_id", flat=True))
        self.trainers = set(CohortTrainer.objects.filter(cohort=cohort).values_list("person_id", flat=True))
        self.invited = set(
            Invitation.objects.filter(cohort=cohort, email__in=addresses).values_list("email", flat=True)
        )
        self.joined: list[int] = []


def _take(
    entry: Entry,
    cohort: Cohort,
    people: dict[str, User],
    known: _Known,
    actor: User,
    language: str,
    now: datetime,
) -> Outcome:
    """Do what one entry asks for and say what became of it."""
    if entry.reading in _READ_AS:
        return _READ_AS[entry.reading]
    person = people.get(entry.address)
    if person is None:
        if entry.address in known.invited:
            return Outcome.ALREADY_INVITED
        _invitation, created = invite(cohort=cohort, email=entry.address, language=language, now=now)
        return Outcome.INVITED if created else Outcome.ALREADY_INVITED
    if person.pk in known.trainers:
        return Outcome.LEADS_GROUP
    if person.pk in known.members:
        return Outcome.ALREADY_MEMBER
    membership, _changed = join(cohort=cohort, person=person, now=now)
    known.members.add(person.pk)
    known.joined.append(membership.pk)
    if entry.address in known.invited:
        cohort.invitations.filter(email=entry.address, accepted_at__isnull=True).update(accepted_at=now)
    log_act(actor=actor, verb="cohorts.add_member", target=f"cohort:{cohort.uuid}", subject=person, now=now)
    return Outcome.ADDED


def _welcome(cohort: Cohort, joined: list[int], now: datetime) -> None:
    if len(joined) > MOST_AT_ONCE:
        welcome_members.enqueue(cohort_id=cohort.pk)
        return
    for key in joined:
        welcome(membership_id=key, now=now)


def _people_with(addresses: list[str]) -> dict[str, User]:
    """Return active people by confirmed address. An address that nobody confirmed belongs to nobody."""
    rows = EmailAddress.objects.filter(email__in=addresses, verified=True, user__is_active=True)
    return {row.email.lower(): row.user for row in rows.select_related("user")}


def _is_address(text: str) -> bool:
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True
