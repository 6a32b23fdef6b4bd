"""What lies on a learner's desk: one thing to do next, courses, groups, attempts, papers, messages."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from cohorts.selectors import Group, groups_of
from courses.domain.outline import Outline
from courses.selectors import PageLink, frozen_outlines, links
from learning.models import Attempt, CourseCompletion, Enrolment, ProgressSummary
from learning.selectors import enrolments_of, title_at_completion
from learning.selectors_attempts import AttemptLine, attempts_of, lines_of

from .domain.next_action import CourseOnDesk, NextAction, choose

#: How many attempts and messages the desk shows; the rest is one link away.
SHOWN = 5


@dataclass(frozen=True)
class PastCourse:
    """A course completed or left.

    Attributes:
        title, language: in the reader's language where it was frozen in it, and the language it is really in.
        url: the learner's own page of it.
        completed_on: day, or None for a course that was left.
        hours: academic hours, 0 for a course that was left.
        is_offered: whether its page still stands.
    """

    title: str
    language: str
    url: str
    completed_on: date | None
    hours: int
    is_offered: bool


@dataclass(frozen=True)
class Desk:
    """Everything the desk shows."""

    next: NextAction
    current: tuple[CourseOnDesk, ...]
    past: tuple[PastCourse, ...]
    groups: tuple[Group, ...]
    attempts: tuple[AttemptLine, ...]
    certificates: tuple[Any, ...]
    notices: tuple[Any, ...]
    hours: int


def desk_of(person: User, language: str) -> Desk:
    """Return a person's desk; the number of queries does not depend on how much lies on it."""
    from certificates.selectors import certificates_of, waiting_for_name
    from notices.selectors import unread

    enrolments = list(enrolments_of(person))
    keys = {row.course.translation_key for row in enrolments}
    steps = {key for row in enrolments if (key := _next_key(row)) is not None}
    pages = links(keys=keys | steps, language=language)
    gone = [row.version for row in enrolments if row.course.translation_key not in pages]
    frozen = frozen_outlines(versions=gone, language=language) if gone else {}
    current = tuple(
        _current(row, pages, frozen, language) for row in enrolments if row.state == Enrolment.State.ACTIVE
    )
    past = tuple(_past(row, pages, frozen, language) for row in enrolments if row.state != Enrolment.State.ACTIVE)
    attempts = tuple(lines_of(attempts_of(person)[: SHOWN + 1], language))
    sitting = next((line for line in attempts if line.state == Attempt.State.OPEN), None)
    waiting = waiting_for_name(person, language=language)
    return Desk(
        next=choose(
            courses=current,
            sitting=(sitting.title, reverse("learning:attempt", args=[sitting.uuid])) if sitting else None,
            name_waits=bool(waiting),
            certificates_url=reverse("certificates:list"),
            catalogue_url=f"/{language}/courses/",
            has_past=bool(past),
        ),
        current=current,
        past=past,
        groups=tuple(groups_of(person=person, day=timezone.localdate(), language=language)),
        attempts=attempts[:SHOWN],
        certificates=tuple(certificates_of(person, language=language)),
        notices=tuple(unread(person)[:SHOWN]),
        hours=sum(course.hours for course in past),
    )


def _current(row: Enrolment, pages: dict[UUID, PageLink], frozen: dict[int, Outline], language: str) -> CourseOnDesk:
    title, words, offered = _words(row, pages, frozen, language)
    next_key = _next_key(row)
    step = pages.get(next_key) if next_key and offered else None
    summary = _summary(row)
    return CourseOnDesk(
        title=title,
        language=words,
        url=reverse("learning:course", args=[row.course.key]),
        done=summary.done if summary else 0,
        total=summary.total if summary else 0,
        step_title=step.title if step else "",
        step_language=step.language if step else "",
        step_url=step.url if step else "",
        is_offered=offered,
    )


def _past(row: Enrolment, pages: dict[UUID, PageLink], frozen: dict[int, Outline], language: str) -> PastCourse:
    title, words, offered = _words(row, pages, frozen, language)
    completion = _completion(row)
    return PastCourse(
        title=title,
        language=words,
        url=reverse("learning:course", args=[row.course.key]),
        completed_on=timezone.localdate(completion.at) if completion else None,
        hours=completion.facts["hours"] if completion else 0,
        is_offered=offered,
    )


def _words(
    row: Enrolment, pages: dict[UUID, PageLink], frozen: dict[int, Outline], language: str
) -> tuple[str, str, bool]:
    """Return title, its language and whether the page still stands; else as it read at completion or enrolment."""
    page = pages.get(row.course.translation_key)
    if page is not None:
        return page.title, page.language, True
    completion = _completion(row)
    if completion is not None:
        return *title_at_completion(completion, language), False
    outline = frozen.get(row.version_id)
    if outline is None:
        return row.course.key, settings.LANGUAGE_CODE, False
    return outline.title, outline.language, False


def _summary(row: Enrolment) -> ProgressSummary | None:
    return getattr(row, "summary", None)


def _next_key(row: Enrolment) -> UUID | None:
    summary = _summary(row)
    return summary.next_activity_key if summary and row.state == Enrolment.State.ACTIVE else None


def _completion(row: Enrolment) -> CourseCompletion | None:
    return getattr(row, "completion", None)
