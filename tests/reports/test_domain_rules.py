"""Pure rules of reports: cells, small numbers, what needs attention."""

from datetime import date

import pytest

from reports.domain.attention import GroupFigures, Need, needs
from reports.domain.cells import harmless
from reports.domain.grid import Column, Progress, Standing, cells_of, percent, standing_of
from reports.domain.small_numbers import public_figures

COLUMNS = (Column("a", "1.1", "A", "lesson", "uz"), Column("b", "1.2", "B", "quiz", "uz"))
DATES = {"starts_on": date(2026, 3, 2), "ends_on": date(2026, 5, 29)}


@pytest.mark.parametrize("text", ["=1+1", "+998", "-1", "@SUM(A1)", "\tx", "\rx", "\n=1", "  =1", "＝1", "\u00a0=1"])
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["Karimova Dilnoza", "a=b", "5", "", "Oʻgʻiloy", "'=1"])
def test_other_cells_stay_as_they_are(text: str) -> None:
    assert harmless(text) == text


def test_of_fewer_than_five_members_only_that_is_told() -> None:
    shown = public_figures(members=4, finished=2, percent=60)
    assert (shown.members, shown.finished, shown.percent) == ("<5", "–", "–")


@pytest.mark.parametrize(
    ("finished", "told"), [(0, "0"), (1, "<5"), (4, "<5"), (5, "5"), (15, "15"), (16, ">15"), (19, ">15"), (20, "20")]
)
def test_a_few_people_are_never_counted_out(finished: int, told: str) -> None:
    assert public_figures(members=20, finished=finished, percent=50).finished == told


def test_an_empty_group_is_shown_as_empty() -> None:
    assert public_figures(members=0, finished=0, percent=0).members == "0"


def test_a_group_under_way_needs_attention_for_its_stuck_and_invited() -> None:
    figures = GroupFigures(members=10, finished=2, stuck=3, waiting=1)
    assert needs(figures, **DATES, today=date(2026, 4, 1)) == ((Need.STUCK, 3), (Need.WAITING, 1))


def test_the_last_week_names_who_has_not_finished_first() -> None:
    figures = GroupFigures(members=10, finished=2, stuck=3)
    assert needs(figures, **DATES, today=date(2026, 5, 22))[0] == (Need.ENDING, 8)


def test_an_ended_group_tells_only_who_did_not_finish() -> None:
    figures = GroupFigures(members=10, finished=9, stuck=1, waiting=4)
    assert needs(figures, **DATES, today=date(2026, 5, 30)) == ((Need.OVERDUE, 1),)
    assert needs(GroupFigures(members=9, finished=9), **DATES, today=date(2026, 5, 30)) == ()


def test_an_empty_group_says_so() -> None:
    assert needs(GroupFigures(), **DATES, today=date(2026, 3, 1)) == ((Need.NOBODY, 0),)


def _progress(state: str = "active", done: int = 1, enrolled: bool = True) -> Progress:
    best = {"b": {"points": 200, "maximum": 300, "passed": False}}
    return Progress(enrolled, state, done, 2, {"a": "done"}, best)


def test_a_step_added_since_is_open_and_not_asked_of_who_completed() -> None:
    assert [cell.state for cell in cells_of(COLUMNS, _progress())] == ["done", "open"]
    assert [cell.state for cell in cells_of(COLUMNS, _progress("completed"))] == ["done", "not_asked"]


def test_somebody_not_enrolled_has_only_such_cells() -> None:
    assert {cell.state for cell in cells_of(COLUMNS, _progress(enrolled=False))} == {"not_enrolled"}


def test_the_best_result_is_rounded_down() -> None:
    assert cells_of(COLUMNS, _progress())[1].percent == 66
    assert percent({"points": 0, "maximum": 0}) is None


@pytest.mark.parametrize(
    ("progress", "standing"),
    [
        (_progress(), Standing.ACTIVE),
        (_progress(done=0), Standing.NOT_STARTED),
        (_progress("left"), Standing.LEFT),
        (_progress("completed"), Standing.COMPLETED),
        (_progress(enrolled=False), Standing.NOT_ENROLLED),
    ],
)
def test_a_learner_stands_somewhere(progress: Progress, standing: Standing) -> None:
    assert standing_of(progress) is standing
