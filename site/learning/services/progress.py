"""Verbs of progress: a step is completed, the summary follows, and with the last step the course is complete."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from courses.domain.outline import Outline
from courses.selectors import frozen_outline
from learning.domain.completion import Progress, judge
from learning.evidence import (
    SOURCE,
    Results,
    completed_keys,
    outline_now,
    prerequisites_met,
    results_of,
)
from learning.models import ActivityCompletion, Enrolment, ProgressSummary

from .completing import complete_course


class NotInCourse(Exception):
    """The step belongs neither to the course as it stands nor to the course as it was at enrolment."""


@transaction.atomic
def complete_activity(
    *,
    enrolment: Enrolment,
    activity_key: UUID | str,
    kind: str,
    title: str,
    language: str,
    evidence: str,
    now: datetime,
    acting: bool = True,
) -> ActivityCompletion:
    """Record that a step is completed; the second call returns the first row.

    The summary is kept in the same transaction. When the rules say that the course is complete, its completion is
    recorded and `learning.signals.course_completed` sent, once.

    Args:
        title: how the step read to the learner, in `language`.
        evidence: "kind:id" of what proves it, like "submission:41".
        acting: whether the learner did this just now; where they go on from stays where somebody else did.

    Raises:
        NotInCourse: if the course has no such step. A step that was deleted while the learner was at it still counts.
    """
    # One completion at a time per enrolment: of two last steps in two tabs, the later one must see the earlier.
    locked = Enrolment.objects.select_for_update(of=("self",)).select_related("course", "version").get(pk=enrolment.pk)
    outline = outline_now(locked)
    if outline.activity(str(activity_key)) is None and not _was_in_course(locked, str(activity_key)):
        raise NotInCourse(f"{activity_key} in {locked.course.key}")
    completion, _made = ActivityCompletion.objects.get_or_create(
        enrolment=locked,
        activity_key=activity_key,
        defaults={
            "person_id": locked.person_id,
            "kind": kind,
            "title": title[:255],
            "language": language,
            "evidence": evidence,
            "at": now,
        },
    )
    if acting:
        locked.last_activity_key, locked.last_seen_at = completion.activity_key, now
        locked.save(update_fields=["last_activity_key", "last_seen_at"])
    results = results_of(locked)
    progress = _store_summary(locked, outline, results, now)
    if progress.complete:
        complete_course(enrolment=locked, outline=outline, results=results, now=now)
    return completion


@transaction.atomic
def refresh_summary(*, enrolment: Enrolment, now: datetime) -> Progress:
    """Make the summary of an enrolment anew from the records and the course as it stands; return what it says.

    It never makes or takes back a completion: a course that became complete because a step was deleted is completed by
    the learner's next act, or by `rebuild_progress`.
    """
    locked = Enrolment.objects.select_for_update(of=("self",)).select_related("course", "version").get(pk=enrolment.pk)
    return _store_summary(locked, outline_now(locked), results_of(locked), now)


@transaction.atomic
def settle(*, enrolment: Enrolment, now: datetime) -> Progress:
    """Make the summary anew and complete the course if the rules, as they stand now, say that it is complete."""
    locked = Enrolment.objects.select_for_update(of=("self",)).select_related("course", "version").get(pk=enrolment.pk)
    outline, results = outline_now(locked), results_of(locked)
    progress = _store_summary(locked, outline, results, now)
    if progress.complete and outline.is_offered and locked.state == Enrolment.State.ACTIVE:
        complete_course(enrolment=locked, outline=outline, results=results, now=now)
    return progress


def _store_summary(enrolment: Enrolment, outline: Outline, results: Results, now: datetime) -> Progress:
    completed = completed_keys(enrolment)
    progress = judge(
        outline,
        completed=completed,
        exhausted=results.exhausted,
        prerequisites_met=prerequisites_met(enrolment.person, outline),
        last_key=str(enrolment.last_activity_key) if enrolment.last_activity_key else None,
    )
    # Steps that the course has lost stay among the states as done: they may come back.
    states = dict.fromkeys(sorted(completed), "done") | {key: state.value for key, state in progress.states.items()}
    ProgressSummary.objects.update_or_create(
        enrolment=enrolment,
        defaults={
            "done": progress.done,
            "total": progress.total,
            "next_activity_key": progress.next_key,
            "states": states,
            "best": results.best,
            "updated_at": now,
        },
    )
    return progress


def _was_in_course(enrolment: Enrolment, key: str) -> bool:
    return frozen_outline(version=enrolment.version, language=SOURCE).activity(key) is not None
