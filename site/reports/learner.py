"""One learner of a cohort: every step with its date, every attempt with its result."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from cohorts.models import Membership
from cohorts.subjects import courses_of
from courses.domain.outline import Outline
from courses.models import Course
from learning.models import ActivityCompletion, Attempt
from learning.selectors_attempts import AttemptLine, lines_of

from .domain.grid import Cell, Row, columns_of
from .members import FIELDS, RowReader, members_of
from .selectors import outline_of

#: Nobody needs more on one page; older ones stay where they are.
MOST_ATTEMPTS = 100


@dataclass(frozen=True)
class Step:
    """A step of the course, where the learner stands with it and when it was done."""

    cell: Cell
    done_at: datetime | None


@dataclass(frozen=True)
class LearnerCourse:
    """A learner in one course of the cohort."""

    course: Course
    outline: Outline | None
    row: Row
    steps: tuple[Step, ...]
    attempts: tuple[AttemptLine, ...]


def learner_courses(*, membership: Membership, language: str, now: datetime) -> list[LearnerCourse]:
    """Return a present member in each course of the cohort. At most nine queries a course, however many steps."""
    return [_in_course(membership, course, language, now) for course in courses_of(membership.cohort)]


def attempt_in(*, membership: Membership, uuid: UUID) -> Attempt | None:
    """Return a handed-in attempt of a member in a course of the cohort; None for every other attempt."""
    return (
        Attempt.objects.filter(
            uuid=uuid,
            person=membership.person_id,
            enrolment__course__in=courses_of(membership.cohort),
            state=Attempt.State.SUBMITTED,
        )
        .select_related("version", "enrolment__course", "person")
        .first()
    )


def _in_course(membership: Membership, course: Course, language: str, now: datetime) -> LearnerCourse:
    cohort = membership.cohort
    shown = outline_of(course, language)
    columns = columns_of(shown)
    values = members_of(cohort, course).filter(pk=membership.pk).values(*FIELDS).get()
    row = RowReader(cohort, columns, now).row(values)
    enrolment = values["enrolment__pk"]
    dates = {
        str(key): at
        for key, at in ActivityCompletion.objects.filter(enrolment=enrolment).values_list("activity_key", "at")
    }
    attempts = Attempt.objects.filter(enrolment=enrolment).order_by("-started_at", "-pk")[:MOST_ATTEMPTS]
    return LearnerCourse(
        course=course,
        outline=shown,
        row=row,
        steps=tuple(Step(cell, dates.get(cell.column.key)) for cell in row.cells),
        attempts=tuple(lines_of(attempts, language)),
    )
