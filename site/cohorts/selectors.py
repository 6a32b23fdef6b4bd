"""Questions that members ask about their groups."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from accounts.models import User

from .models import Cohort, Membership
from .subjects import Subject, subjects_of


@dataclass(frozen=True)
class Group:
    """A group as its member sees it.

    Attributes:
        uuid, name: of the cohort; the name is written by a trainer, in the trainer's language.
        subject: its course or programme, titled in the asked language.
        starts_on, ends_on: first and last day.
        has_ended: whether the last day is over.
        trainers: who leads it, by name.
    """

    uuid: UUID
    name: str
    subject: Subject
    starts_on: date
    ends_on: date
    has_ended: bool
    trainers: tuple[str, ...]


def groups_of(*, person: User, day: date, language: str) -> list[Group]:
    """Return the groups that a person is in, the latest first; three queries, one without groups."""
    rows = (
        Cohort.objects.filter(memberships__person=person, memberships__left_at__isnull=True)
        .select_related("course", "programme")
        .prefetch_related("trainers")
    )
    cohorts = list(rows)
    subjects = subjects_of(cohorts, language) if cohorts else {}
    return [
        Group(
            uuid=cohort.uuid,
            name=cohort.name,
            subject=subjects[cohort.pk],
            starts_on=cohort.starts_on,
            ends_on=cohort.ends_on,
            has_ended=cohort.ends_on < day,
            trainers=tuple(str(trainer) for trainer in cohort.trainers.all()),
        )
        for cohort in cohorts
    ]


def membership_of(*, person: User, cohort_uuid: UUID) -> Membership | None:
    """Return a person's own membership, open or closed, or nothing."""
    return Membership.objects.filter(person=person, cohort__uuid=cohort_uuid).select_related("cohort").first()
