"""Cohorts for tests, made row by row, without the acts that lead there."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from accounts.models import User
from cohorts.models import Cohort, CohortTrainer, Membership
from courses.models import Course, CoursePage, ProgrammePage
from courses.services import ensure_course
from learning.models import ActivityCompletion, Enrolment, ProgressSummary
from tests.factories.pages import make_catalogue, translate
from tests.factories.people import make_person

#: A Monday noon in Tashkent, three weeks after the cohorts of these factories begin.
NOW = datetime(2026, 3, 23, 7, 0, tzinfo=UTC)
STARTS_ON, ENDS_ON = date(2026, 3, 2), date(2026, 5, 29)


def make_programme(*courses: CoursePage, slug: str = "online-practice") -> ProgrammePage:
    """Return the live Uzbek page of a programme of the given courses, with its translations."""
    index = make_catalogue()
    page = index.add_child(
        instance=ProgrammePage(
            title=f"Dastur {slug}", slug=slug, locale=index.locale, course_keys=[course.slug for course in courses]
        )
    )
    translate(page)
    return page


def make_cohort(course: CoursePage | Course | None = None, *trainers: User, **fields: Any) -> Cohort:
    """Return a cohort on a course (page or identity row; or on `programme=`) led by the given trainers."""
    if course is not None:
        fields["course"] = course if isinstance(course, Course) else ensure_course(page=course)
    defaults = {"name": "Samarqand 1", "starts_on": STARTS_ON, "ends_on": ENDS_ON, "created_at": NOW}
    cohort = Cohort.objects.create(**{**defaults, **fields})
    for trainer in trainers:
        CohortTrainer.objects.create(cohort=cohort, person=trainer)
    return cohort


def make_member(cohort: Cohort, person: User | None = None, **fields: Any) -> Membership:
    """Return a member who joined on the cohort's first day; nobody is enrolled by this."""
    fields.setdefault("joined_at", NOW - timedelta(days=21))
    fields.setdefault("welcomed_at", fields["joined_at"])
    return Membership.objects.create(cohort=cohort, person=person or make_person(), **fields)


def make_progress(
    membership: Membership, states: dict[str, str], *, done_at: datetime | None = None, **summary: Any
) -> Enrolment:
    """Enrol a member in the cohort's course with the given states by step key, and complete the done ones."""
    from courses.services import freeze_course

    course = membership.cohort.course
    version = freeze_course(course_key=course.translation_key, now=NOW)
    finished = bool(states) and all(state == "done" for state in states.values())
    enrolment = Enrolment.objects.create(
        person=membership.person,
        course=course,
        version=version,
        state=Enrolment.State.COMPLETED if finished else Enrolment.State.ACTIVE,
        started_at=membership.joined_at,
    )
    done = [key for key, state in states.items() if state == "done"]
    for key in done:
        ActivityCompletion.objects.create(
            enrolment=enrolment,
            person=membership.person,
            activity_key=key,
            kind="lesson",
            title="Dars",
            language="uz",
            evidence="lesson:1",
            at=done_at or NOW - timedelta(days=1),
        )
    summary.setdefault("next_activity_key", next((key for key, state in states.items() if state == "open"), None))
    ProgressSummary.objects.create(
        enrolment=enrolment, done=len(done), total=len(states), states=states, updated_at=NOW, **summary
    )
    return enrolment
