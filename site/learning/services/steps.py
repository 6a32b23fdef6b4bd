"""Verbs of single steps: a lesson is confirmed, a code is acknowledged. What is open is judged afresh."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from courses.domain.outline import ActivityItem, Outline
from guidelines.models import Acknowledgement
from guidelines.selectors import edition_in_force, languages_of, wording_on
from guidelines.services import acknowledge as acknowledge_edition
from learning.access import may_learn
from learning.domain.completion import State, judge
from learning.evidence import completed_keys, outline_now, prerequisites_met, results_of
from learning.models import ActivityCompletion, Enrolment

from .progress import complete_activity


class StepNotOpen(Exception):
    """The course was left, earlier steps come first, or the course has no such step any more."""


class EditionChanged(Exception):
    """The edition that the person was shown is not the one in force."""


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
def acknowledge_step(
    *, enrolment: Enrolment, activity_key: UUID | str, edition_number: int | None, language: str, now: datetime
) -> ActivityCompletion:
    """Acknowledge the edition in force for a step of the course and complete the step.

    An edition acknowledged before completes the step with that acknowledgement; nothing is acknowledged twice.

    Args:
        edition_number: the edition that the person was shown.

    Raises:
        StepNotOpen: if it is not an open acknowledgement of the course, or no edition is in force.
        EditionChanged: if another edition is in force than the one shown.
        ValidationError: if guidelines refuses, in words for the person.
    """
    step = open_step(enrolment, str(activity_key), kind="acknowledgement", language=language)
    day = timezone.localdate(now)
    edition = edition_in_force(code_key=step.code_key, day=day)
    if edition is None:
        raise StepNotOpen(f"no edition of {step.code_key} is in force")
    if edition.number != edition_number:
        raise EditionChanged(f"{step.code_key}/{edition.number}")
    wording = wording_on(edition, language, day, languages_of(edition))
    acknowledgement = acknowledge_edition(
        person=enrolment.person,
        edition=edition,
        language=wording.language,
        articles_shown=wording.text.keys(),
        now=now,
    )
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
