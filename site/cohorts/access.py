"""Who may see and lead cohorts. Roles are read anew with every request, so a right taken away ends at once."""

from typing import Any

from django.db.models import QuerySet

from accounts.access import is_administrator, is_auditor, is_manager, is_trainer

from .models import Cohort, CohortTrainer


def may_open_desk(person: Any) -> bool:
    """Tell whether the trainer's desk has anything for this person."""
    return is_trainer(person) or is_administrator(person) or is_auditor(person)


def may_see_territories(person: Any) -> bool:
    """Tell whether the person may see figures of the territories they are assigned."""
    return is_manager(person)


def may_create(person: Any) -> bool:
    """Tell whether the person may open a new cohort."""
    return is_trainer(person) or is_administrator(person)


def may_change(person: Any, cohort: Cohort) -> bool:
    """Tell whether the person may change a cohort, its members and invitations."""
    return is_administrator(person) or leads(person, cohort)


def may_change_trainers(person: Any) -> bool:
    """Tell whether the person may say who leads a cohort: it opens learners' results to somebody else."""
    return is_administrator(person)


def may_read_answers(person: Any, cohort: Cohort) -> bool:
    """Tell whether the person may read single answers: the cohort's trainers, and auditors. Not administrators."""
    return is_auditor(person) or leads(person, cohort)


def leads(person: Any, cohort: Cohort) -> bool:
    """Tell whether the person is a trainer, and one of this cohort's."""
    return is_trainer(person) and CohortTrainer.objects.filter(cohort=cohort, person=person).exists()


def may_mark(person: Any) -> bool:
    """Tell whether the person may mark at all; whose answers is for `learning.access.markable_by` to say."""
    return is_trainer(person)


def led_by(person: Any) -> QuerySet[Cohort]:
    """Return the cohorts that a person leads; none for somebody who is no trainer (any more)."""
    if not is_trainer(person):
        return Cohort.objects.none()
    return Cohort.objects.filter(trainer_rows__person=person)


def visible_to(person: Any) -> QuerySet[Cohort]:
    """Return the cohorts that a person may open: trainers their own, administrators and auditors all."""
    if is_administrator(person) or is_auditor(person):
        return Cohort.objects.all()
    return led_by(person)
