"""Figures of groups for the desk and for territories."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from accounts.models import Region, TerritoryAssignment, User
from cohorts.models import Cohort, Invitation
from courses.models import CoursePage, Programme
from courses.services import ensure_course
from reports.domain.attention import GroupFigures
from reports.figures import figures_of
from reports.territory import territories_of
from tests.factories.cohorts import NOW, make_cohort, make_member, make_programme, make_progress
from tests.factories.pages import make_course
from tests.factories.people import make_person

TODAY = date(2026, 3, 23)


def test_figures_count_present_members(cohort: Cohort, keys: list[str]) -> None:
    make_progress(make_member(cohort), dict.fromkeys(keys, "done"))
    begun = dict(zip(keys, ("done", "open", "locked"), strict=True))
    make_progress(make_member(cohort), begun, done_at=NOW - timedelta(days=9))
    make_member(cohort)
    make_member(cohort, left_at=NOW)
    Invitation.objects.create(cohort=cohort, email="a@example.test", invited_at=NOW)
    Invitation.objects.create(cohort=cohort, email="b@example.test", invited_at=NOW, accepted_at=NOW)
    assert figures_of([cohort], now=NOW)[cohort.pk] == GroupFigures(
        members=3, finished=1, not_started=1, stuck=2, percent=(100 + 33) // 3, waiting=1
    )


def test_an_empty_group_has_empty_figures(cohort: Cohort) -> None:
    assert figures_of([cohort], now=NOW)[cohort.pk] == GroupFigures()


def test_groups_do_not_mix(course: CoursePage, cohort: Cohort, keys: list[str]) -> None:
    other = make_cohort(course)
    make_progress(make_member(cohort), dict.fromkeys(keys, "done"))
    make_member(other)
    figures = figures_of([cohort, other], now=NOW)
    assert (figures[cohort.pk].finished, figures[other.pk].finished) == (1, 0)


def test_a_programme_is_finished_when_every_course_is(course: CoursePage, keys: list[str]) -> None:
    second = make_course("second", lessons=1, quiz=False)
    page = make_programme(course, second)
    programme = Programme.objects.create(key=page.slug, translation_key=page.translation_key)
    first_row, second_row = ensure_course(page=course), ensure_course(page=second)
    cohort = make_cohort(programme=programme)
    for _number in range(2):
        member = make_member(cohort)
        member.cohort.course = first_row
        make_progress(member, dict.fromkeys(keys, "done"))
    member.cohort.course = second_row
    make_progress(member, {str(uuid4()): "done"})
    cohort.course = None
    figures = figures_of([cohort], now=NOW)[cohort.pk]
    assert (figures.members, figures.finished, figures.not_started) == (2, 1, 0)


@pytest.fixture
def manager(db: object) -> User:
    return make_person()


def _assign(manager: User, region: Region, **fields: object) -> TerritoryAssignment:
    return TerritoryAssignment.objects.create(person=manager, region=region, **{"starts_on": TODAY, **fields})


def test_a_manager_sees_groups_of_the_region_and_small_numbers_are_hidden(
    course: CoursePage, manager: User, keys: list[str]
) -> None:
    here, elsewhere = Region.objects.all()[:2]
    shown = make_cohort(course, region=here)
    make_cohort(course, region=elsewhere)
    make_cohort(course)
    for _number in range(6):
        make_member(shown)
    make_progress(make_member(shown), dict.fromkeys(keys, "done"))
    _assign(manager, here)
    (territory,) = territories_of(person=manager, language="uz", now=NOW)
    (line,) = territory.lines
    assert line.cohort == shown
    assert (line.figures.members, line.figures.finished, line.figures.percent) == ("7", "<5", "14 %")


def test_a_district_shows_its_own_groups_only(course: CoursePage, manager: User) -> None:
    region = Region.objects.first()
    one, two = region.districts.all()[:2]
    shown = make_cohort(course, region=region, district=one)
    make_cohort(course, region=region, district=two)
    _assign(manager, region, district=one)
    (territory,) = territories_of(person=manager, language="uz", now=NOW)
    assert [line.cohort for line in territory.lines] == [shown]


@pytest.mark.parametrize(
    "dates",
    [
        {"starts_on": TODAY + timedelta(days=1)},
        {"starts_on": TODAY - timedelta(days=9), "ends_on": TODAY - timedelta(days=1)},
    ],
)
def test_an_assignment_of_other_days_shows_nothing(course: CoursePage, manager: User, dates: dict[str, date]) -> None:
    region = Region.objects.first()
    make_cohort(course, region=region)
    _assign(manager, region, **dates)
    assert territories_of(person=manager, language="uz", now=NOW) == []
