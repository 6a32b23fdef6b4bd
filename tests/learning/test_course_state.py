"""A course as one learner sees it: prepared values, no rules left for a template."""

from dataclasses import replace

from learning.domain.completion import judge
from learning.domain.course_state import compose
from tests.learning.test_completion_rules import LESSONS, course


def state(outline, **facts):
    return compose(outline, judge(outline, **facts))


def test_steps_say_where_they_stand_and_what_comes_first():
    found = state(course(*LESSONS), completed={"a"})
    assert [(step.state, step.is_next, step.can_open) for step in found.steps] == [
        ("done", False, True),
        ("open", True, True),
        ("locked", False, False),
    ]
    assert found.steps[2].blocked_by == "B"
    assert [step.number for step in found.steps] == [1, 2, 3]


def test_modules_count_their_own_steps():
    found = state(course(*LESSONS), completed={"a", "b"})
    assert [(module.done, module.total, module.is_done) for module in found.modules] == [(2, 2, True), (0, 1, False)]


def test_neighbours_of_a_step_cross_modules():
    found = state(course(*LESSONS), completed=())
    before, after = found.around("b")
    assert (before.activity.key, after.activity.key) == ("a", "c")
    assert found.around("a")[0] is None
    assert found.around("c")[1] is None


def test_nothing_can_be_opened_in_a_course_whose_page_is_gone():
    found = state(replace(course(*LESSONS), url=""), completed={"a"})
    assert not any(step.can_open for step in found.steps)
    assert found.next_step is None


def test_a_course_is_stuck_when_nothing_is_open_and_not_all_is_done():
    assert state(course("quiz", "lesson"), completed=(), exhausted={"a"}).is_stuck
    assert not state(course("quiz"), completed={"a"}).is_stuck
    assert not state(course(), completed=()).is_stuck
