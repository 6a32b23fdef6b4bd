"""Questions about learners: enrolments, where somebody stands with a course, what was completed."""

from collections.abc import Iterable
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet
from wagtail.models import Page

from accounts.models import User
from courses.models import CoursePage
from courses.selectors import frozen_outline, shown_outline
from learning.domain.completion import judge
from learning.domain.course_state import CourseState, compose
from learning.evidence import prerequisites_of
from learning.models import ActivityCompletion, CourseCompletion, Enrolment, ProgressSummary


def enrolment_for(person: User, course_key: UUID | str) -> Enrolment | None:
    """Return the person's newest enrolment in a course (by translation_key), whatever its state. One query."""
    return _newest(person).filter(course__translation_key=course_key).first()


def enrolment_by_slug(person: User, slug: str) -> Enrolment | None:
    """Return the person's newest enrolment in the course with this permanent key. One query."""
    return _newest(person).filter(course__key=slug).first()


def enrolment_at(person: User, page: Page) -> Enrolment | None:
    """Return the person's newest enrolment in the course that a step's page stands in. One query."""
    course = CoursePage.objects.filter(path=page.path[: -2 * page.steplen])
    return _newest(person).filter(course__translation_key__in=course.values("translation_key")).first()


def course_state(enrolment: Enrolment, language: str) -> CourseState:
    """Return the course with the learner's state in every step, for showing.

    No query when the outline was kept and the summary came with the enrolment; a few otherwise, however many steps.
    """
    outline = shown_outline(course_key=enrolment.course.translation_key, language=language)
    if outline is None:
        outline = frozen_outline(version=enrolment.version, language=language)
    prerequisites = prerequisites_of(enrolment.person, outline, language)
    progress = judge(
        outline,
        completed=_keys(enrolment, "done"),
        exhausted=_keys(enrolment, "failed"),
        prerequisites_met=all(item.is_met for item in prerequisites),
        last_key=str(enrolment.last_activity_key) if enrolment.last_activity_key else None,
    )
    return compose(outline, progress, prerequisites)


def enrolments_of(person: User) -> QuerySet[Enrolment]:
    """Return every enrolment of a person with course, version, summary and completion, the last used first."""
    return _newest(person).order_by("-last_seen_at", "-pk")


def completions_of(person: User) -> QuerySet[CourseCompletion]:
    """Return the courses that a person completed, oldest first, with version and enrolment."""
    return (
        CourseCompletion.objects.filter(person=person)
        .select_related("course", "version", "enrolment")
        .order_by("at", "pk")
    )


def title_at_completion(completion: CourseCompletion, language: str) -> tuple[str, str]:
    """Return what a course was called when it was completed, and the language of that: the asked one or the source."""
    titles = completion.facts["titles"]
    shown = language if language in titles else settings.LANGUAGE_CODE
    return titles[shown], shown


def completed_steps(enrolment: Enrolment) -> Iterable[ActivityCompletion]:
    """Return what was completed in an enrolment, in order, with the titles as they read then. One query."""
    return ActivityCompletion.objects.filter(enrolment=enrolment).order_by("at", "pk")


def _newest(person: User) -> QuerySet[Enrolment]:
    return (
        Enrolment.objects.filter(person=person)
        .select_related("course", "version", "summary", "person", "completion")
        .order_by("-pk")
    )


def _keys(enrolment: Enrolment, state: str) -> frozenset[str]:
    try:
        states = enrolment.summary.states
    except ProgressSummary.DoesNotExist:
        return frozenset()
    return frozenset(key for key, value in states.items() if value == state)
