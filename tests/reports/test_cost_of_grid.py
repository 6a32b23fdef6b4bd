"""Query counts do not grow with learners; memory of the export does not either."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from cohorts.models import Cohort, Membership
from courses.models import CoursePage
from courses.services import freeze_course
from learning.models import Enrolment, ProgressSummary
from reports.csv_export import grid_csv
from reports.figures import figures_of
from reports.selectors import View, cohort_grid
from tests.factories.cohorts import NOW, make_cohort


def _fill(cohort: Cohort, number: int, keys: list[str]) -> None:
    """Add members with progress, by bulk inserts."""
    version = freeze_course(course_key=cohort.course.translation_key, now=NOW)
    first = User.objects.count()
    people = User.objects.bulk_create(
        User(
            email=f"m{first + n}@example.test", last_name=f"M{n}", first_name="A", search_key=f"m{n:05}", password="!"
        )
        for n in range(number)
    )
    Membership.objects.bulk_create(Membership(cohort=cohort, person=person, joined_at=NOW) for person in people)
    enrolments = Enrolment.objects.bulk_create(
        Enrolment(person=person, course=cohort.course, version=version, started_at=NOW) for person in people
    )
    states = dict(zip(keys, ("done", "open", "locked"), strict=True))
    ProgressSummary.objects.bulk_create(
        ProgressSummary(enrolment=row, done=1, total=3, states=states, updated_at=NOW) for row in enrolments
    )


def _queries(work: Any) -> int:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        work()
    return len(captured)


@pytest.mark.parametrize("sort", ["name", "progress"])
def test_a_page_of_the_grid_costs_the_same_for_ten_and_for_many(cohort: Cohort, keys: list[str], sort: str) -> None:
    def work() -> None:
        cohort_grid(cohort=cohort, language="ru", now=NOW, view=View(sort=sort, only_stuck=False))

    _fill(cohort, 10, keys)
    few = _queries(work)
    _fill(cohort, 500, keys)
    assert _queries(work) == few <= 8


def test_the_export_costs_the_same_for_ten_and_for_many(cohort: Cohort, keys: list[str]) -> None:
    def work() -> None:
        list(grid_csv(cohort=cohort, course=cohort.course, language="ru", now=NOW))

    _fill(cohort, 10, keys)
    few = _queries(work)
    _fill(cohort, 1200, keys)
    assert _queries(work) == few <= 5


def test_figures_cost_the_same_for_one_cohort_and_for_many(course: CoursePage, keys: list[str]) -> None:
    cohorts = [make_cohort(course) for _number in range(5)]
    _fill(cohorts[0], 10, keys)
    few = _queries(lambda: figures_of(cohorts[:1], now=NOW))
    for cohort in cohorts[1:]:
        _fill(cohort, 20, keys)
    assert _queries(lambda: figures_of(cohorts, now=NOW)) == few == 2


def test_a_page_has_a_hundred_rows(cohort: Cohort, keys: list[str]) -> None:
    _fill(cohort, 150, keys)
    first = cohort_grid(cohort=cohort, language="uz", now=NOW)
    second = cohort_grid(cohort=cohort, language="uz", now=NOW, view=View(page=2))
    assert (len(first.rows), len(second.rows)) == (100, 50)
    assert first.counts.members == 150
