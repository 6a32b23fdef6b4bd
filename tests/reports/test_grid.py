"""The grid: what it shows of each learner, in which order, and whom it leaves out."""

from datetime import timedelta

from cohorts.models import Cohort
from courses.models import CoursePage, Programme
from learning.models import Enrolment
from reports.selectors import View, cohort_grid
from tests.factories.cohorts import NOW, make_cohort, make_member, make_progress
from tests.factories.people import make_person

BEGUN = ("done", "open", "locked")
FINISHED = ("done", "done", "done")


def _person(name: str):
    return make_person(last_name=name, search_key=name.lower())


def _names(cohort: Cohort, **view: object) -> list[str]:
    grid = cohort_grid(cohort=cohort, language="uz", now=NOW, view=View(**view))
    return [row.name.split()[0] for row in grid.rows]


def test_columns_are_the_steps_in_the_readers_language(cohort: Cohort) -> None:
    grid = cohort_grid(cohort=cohort, language="ru", now=NOW)
    assert [(column.label, column.kind) for column in grid.columns] == [
        ("1.1", "lesson"),
        ("1.2", "lesson"),
        ("1.3", "quiz"),
    ]
    assert grid.columns[0].title == "Dars lesson-1 [ru]"


def test_a_learner_is_shown_step_by_step(cohort: Cohort, keys: list[str]) -> None:
    member = make_member(cohort, make_person(workplace="Inson markazi"))
    states = dict(zip(keys, ("done", "done", "open"), strict=True))
    best = {keys[2]: {"points": 2, "maximum": 4, "passed": False}}
    make_progress(member, states, best=best, done_at=NOW - timedelta(days=2))
    (row,) = cohort_grid(cohort=cohort, language="uz", now=NOW).rows
    assert [cell.state for cell in row.cells] == ["done", "done", "open"]
    assert [cell.percent for cell in row.cells] == [None, None, 50]
    assert (row.done, row.total, row.next_step, row.standing) == (2, 3, "Test quiz", "active")
    assert (row.last_at, row.workplace) == (NOW - timedelta(days=2), "Inson markazi")


def test_somebody_not_enrolled_is_shown_as_such(cohort: Cohort) -> None:
    make_member(cohort)
    (row,) = cohort_grid(cohort=cohort, language="uz", now=NOW).rows
    assert row.standing == "not_enrolled"
    assert {cell.state for cell in row.cells} == {"not_enrolled"}


def test_the_newest_enrolment_counts(cohort: Cohort, keys: list[str]) -> None:
    member = make_member(cohort)
    make_progress(member, dict.fromkeys(keys, "done"))
    make_progress(member, dict(zip(keys, BEGUN, strict=True)))
    (row,) = cohort_grid(cohort=cohort, language="uz", now=NOW).rows
    assert (row.standing, row.done) == ("active", 1)


def test_progress_in_another_course_does_not_show(cohort: Cohort, keys: list[str]) -> None:
    from tests.factories.pages import make_course

    other = make_cohort(make_course("other", lessons=1, quiz=False))
    member = make_member(other)
    make_progress(member, dict.fromkeys(keys, "done"))
    make_member(cohort, member.person)
    (row,) = cohort_grid(cohort=cohort, language="uz", now=NOW).rows
    assert row.standing == "not_enrolled"


def test_whoever_left_the_group_is_left_out(cohort: Cohort) -> None:
    make_member(cohort, left_at=NOW)
    grid = cohort_grid(cohort=cohort, language="uz", now=NOW)
    assert (grid.rows, grid.counts.members) == ((), 0)


def test_rows_stand_by_name_or_by_progress(cohort: Cohort, keys: list[str]) -> None:
    make_progress(make_member(cohort, _person("Azimov")), dict.fromkeys(keys, "done"))
    make_progress(make_member(cohort, _person("Vohidov")), dict(zip(keys, BEGUN, strict=True)))
    make_member(cohort, _person("Botirov"))
    assert _names(cohort) == ["Azimov", "Botirov", "Vohidov"]
    assert _names(cohort, sort="progress") == ["Botirov", "Vohidov", "Azimov"]


def test_a_name_is_found_in_any_spelling(cohort: Cohort) -> None:
    make_member(cohort, make_person(last_name="Oʻrinov", search_key="orinov"))
    make_member(cohort, _person("Botirov"))
    assert _names(cohort, words="Ўринов") == ["Oʻrinov"]


def test_the_stuck_are_those_without_a_step_for_seven_days(cohort: Cohort, keys: list[str]) -> None:
    begun = dict(zip(keys, BEGUN, strict=True))
    make_progress(make_member(cohort, _person("Idle")), begun, done_at=NOW - timedelta(days=8))
    make_progress(make_member(cohort, _person("Busy")), begun, done_at=NOW - timedelta(days=6))
    finished = make_member(cohort, _person("Finished"))
    make_progress(finished, dict.fromkeys(keys, "done"), done_at=NOW - timedelta(days=8))
    make_member(cohort, _person("Fresh"), joined_at=NOW - timedelta(days=6))
    make_member(cohort, _person("Absent"))
    gone = make_progress(make_member(cohort, _person("Gone")), begun, done_at=NOW - timedelta(days=8))
    Enrolment.objects.filter(pk=gone.pk).update(state=Enrolment.State.LEFT)
    assert _names(cohort, only_stuck=True) == ["Absent", "Idle"]
    grid = cohort_grid(cohort=cohort, language="uz", now=NOW)
    assert {row.name.split()[0] for row in grid.rows if row.stuck} == {"Absent", "Idle"}
    assert grid.counts.stuck == 2


def test_nobody_is_stuck_before_the_group_is_a_week_old(course: CoursePage) -> None:
    young = make_cohort(course, starts_on=(NOW - timedelta(days=5)).date())
    make_member(young, joined_at=NOW - timedelta(days=30))
    grid = cohort_grid(cohort=young, language="uz", now=NOW)
    assert (grid.counts.stuck, grid.rows[0].stuck) == (0, False)


def test_counts_add_up_to_the_members(cohort: Cohort, keys: list[str]) -> None:
    make_progress(make_member(cohort), dict.fromkeys(keys, "done"))
    make_progress(make_member(cohort), dict(zip(keys, BEGUN, strict=True)))
    make_progress(make_member(cohort), dict.fromkeys(keys, "open"))
    make_member(cohort)
    counts = cohort_grid(cohort=cohort, language="uz", now=NOW).counts
    assert (counts.completed, counts.active, counts.not_started, counts.not_enrolled) == (1, 1, 1, 1)
    assert counts.members == 4


def test_a_course_whose_page_is_gone_is_read_from_its_last_version(
    cohort: Cohort, course: CoursePage, keys: list[str]
) -> None:
    make_progress(make_member(cohort), dict(zip(keys, BEGUN, strict=True)))
    course.get_translations().delete()
    course.delete()
    grid = cohort_grid(cohort=cohort, language="uz", now=NOW)
    assert len(grid.columns) == 3
    assert [cell.state for cell in grid.rows[0].cells] == list(BEGUN)


def test_a_programme_without_courses_has_no_grid(db: object) -> None:
    from uuid import uuid4

    cohort = make_cohort(programme=Programme.objects.create(key="empty", translation_key=uuid4()))
    assert cohort_grid(cohort=cohort, language="uz", now=NOW) is None


def test_a_page_that_does_not_exist_shows_the_nearest(cohort: Cohort) -> None:
    make_member(cohort, _person("Azimov"))
    for page in ("0", "99", "x"):
        assert _names(cohort, page=page) == ["Azimov"]
