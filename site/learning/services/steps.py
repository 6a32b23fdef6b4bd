"""Verbs of single steps: a lesson is confirmed, a code is acknowledged. What is open is judged afresh."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from courses.domain.outline import ActivityItem, Outline
from guidelines.models import Acknowledgement
from guidelines.selectors import acknowledgement_of, edition_in_force
from learning.access import may_learn
from learning.domain.completion import State, judge
from learning.evidence import completed_keys, outline_now, prerequisites_met, results_of
from learning.models import ActivityCompletion, Enrolment

from .progress import complete_activity


class StepNotOpen(Exception):
    """The course was left, earlier steps come first, or the course has no such step any more."""


class NotAcknowledged(Exception):
    """The edition in force was not acknowledged by the person yet."""


@transaction.atomic
def confirm_lesson(
    *, enrolment: Enrolment, activity_key: UUID | str, language: str, now: datetime
) -> ActivityCompletion:
    """Record that a lesson was read to the end; the second call returns the first row.

    Raises:
        StepNotOpen: if it is not an open lesson of the course.
    """
    step = open_step(enrolment, str(activity_key), kind="lesson", language=language)
    return complete_activity(
        enrolment=enrolment,
        activity_key=step.key,
        kind=step.kind,
        title=step.title,
        language=step.language,
        evidence="confirmed:page",
        now=now,
    )


@transaction.atomic
def count_acknowledgement(
    *, enrolment: Enrolment, activity_key: UUID | str, language: str, now: datetime
) -> ActivityCompletion:
    """Complete a step with the acknowledgement that its learner gave earlier to the edition in force.

    Acknowledging itself happens where the whole text stands (`guidelines`), and completes open steps at once; this
    verb is for a step that opened only afterwards.

    Raises:
        StepNotOpen: if it is not an open acknowledgement of the course, or no edition is in force.
        NotAcknowledged: if the person has not acknowledged the edition in force.
    """
    step = open_step(enrolment, str(activity_key), kind="acknowledgement", language=language)
    edition = edition_in_force(code_key=step.code_key, day=timezone.localdate(now))
    if edition is None:
        raise StepNotOpen(f"no edition of {step.code_key} is in force")
    acknowledgement = acknowledgement_of(person=enrolment.person, edition=edition)
    if acknowledgement is None:
        raise NotAcknowledged(f"{step.code_key}/{edition.number}")
    return complete_acknowledgement(enrolment, step, acknowledgement, now)


@transaction.atomic
def complete_open_acknowledgements(*, acknowledgement: Acknowledgement, now: datetime) -> int:
    """Complete the open acknowledgement steps of a person for the code of an acknowledgement; return how many.

    An acknowledgement of an edition that is not in force completes nothing.
    """
    code_key = acknowledgement.code.key
    edition = edition_in_force(code_key=code_key, day=timezone.localdate(now))
    if edition is None or edition.pk != acknowledgement.edition_id:
        return 0
    done = 0
    active = Enrolment.objects.filter(person_id=acknowledgement.person_id, state=Enrolment.State.ACTIVE)
    for enrolment in active.select_related("course", "version", "person"):
        outline = outline_now(enrolment, acknowledgement.language)
        mine = [item for item in outline.activities if item.code_key == code_key]
        states = _states(enrolment, outline) if mine else {}
        for item in mine:
            if states[item.key] is State.OPEN:
                complete_acknowledgement(enrolment, item, acknowledgement, now)
                done += 1
    return done


def complete_acknowledgement(
    enrolment: Enrolment, step: ActivityItem, acknowledgement: Acknowledgement, now: datetime
) -> ActivityCompletion:
    """Complete an acknowledgement step with the acknowledgement that proves it."""
    return complete_activity(
        enrolment=enrolment,
        activity_key=step.key,
        kind=step.kind,
        title=step.title,
        language=step.language,
        evidence=f"acknowledgement:{acknowledgement.pk}",
        now=now,
    )


def open_step(enrolment: Enrolment, key: str, *, kind: str, language: str) -> ActivityItem:
    """Return a step of a kind that the learner may take (or has taken), as the course stands now.

    Raises:
        StepNotOpen: otherwise.
    """
    fresh = Enrolment.objects.select_related("course", "version", "person").get(pk=enrolment.pk)
    outline = outline_now(fresh, language)
    item = outline.activity(key)
    if item is None or item.kind != kind or not may_learn(fresh):
        raise StepNotOpen(key)
    if _states(fresh, outline)[key] not in (State.OPEN, State.DONE):
        raise StepNotOpen(key)
    return item


def _states(enrolment: Enrolment, outline: Outline) -> Mapping[str, State]:
    """Judge every step afresh, from the records."""
    return judge(
        outline,
        completed=completed_keys(enrolment),
        exhausted=results_of(enrolment).exhausted,
        prerequisites_met=prerequisites_met(enrolment.person, outline),
    ).states
