"""Pure rules: which step is open, what comes next, when a course is complete."""

import pytest

from courses.domain.outline import ActivityItem, ModuleItem, Outline
from learning.domain.completion import State, Why, is_last_quiz, judge


def course(*kinds, order="fixed"):
    """A course whose steps are called a, b, c … in modules of two."""
    items = [
        ActivityItem(key, key, kind, "confirmed", key.upper(), 10, f"/{key}/", False, "", "uz")
        for key, kind in zip("abcdefgh", kinds, strict=False)
    ]
    modules = tuple(
        ModuleItem(f"m{start}", f"m{start}", "M", 4, tuple(items[start : start + 2]), "uz")
        for start in range(0, len(items), 2)
    )
    return Outline("k", "course", "T", "S", 4 * len(modules), order, (), True, 24, modules, "/course/", "uz")


LESSONS = ("lesson", "lesson", "lesson")


def test_in_a_fixed_order_only_the_first_step_is_open():
    progress = judge(course(*LESSONS), completed=())
    assert progress.states == {"a": State.OPEN, "b": State.LOCKED, "c": State.LOCKED}
    assert progress.next_key == "a"
    assert progress.why == {"b": Why.EARLIER_STEP, "c": Why.EARLIER_STEP}
    assert progress.blocked_by == {"b": "a", "c": "a"}


def test_a_done_step_opens_the_next_one():
    progress = judge(course(*LESSONS), completed={"a"})
    assert progress.states == {"a": State.DONE, "b": State.OPEN, "c": State.LOCKED}
    assert (progress.next_key, progress.done, progress.total, progress.complete) == ("b", 1, 3, False)


def test_in_a_free_order_every_step_is_open():
    progress = judge(course(*LESSONS, order="free"), completed={"b"})
    assert progress.states == {"a": State.OPEN, "b": State.DONE, "c": State.OPEN}


def test_in_a_free_order_the_next_step_follows_the_last_one_taken():
    assert judge(course(*LESSONS, order="free"), completed={"b"}, last_key="b").next_key == "c"
    assert judge(course(*LESSONS, order="free"), completed={"c"}, last_key="c").next_key == "a"
    assert judge(course(*LESSONS, order="free"), completed=(), last_key="gone").next_key == "a"


def test_a_course_is_complete_when_every_step_is_done():
    progress = judge(course(*LESSONS), completed={"a", "b", "c"})
    assert progress.complete
    assert progress.next_key is None


def test_a_course_without_steps_is_never_complete():
    assert not judge(course(), completed=()).complete


def test_steps_that_the_course_no_longer_has_do_not_count():
    progress = judge(course("lesson"), completed={"gone"})
    assert (progress.done, progress.total) == (0, 1)


def test_a_step_put_in_before_what_is_done_is_open_and_takes_nothing_back():
    progress = judge(course(*LESSONS), completed={"b", "c"})
    assert progress.states == {"a": State.OPEN, "b": State.DONE, "c": State.DONE}
    assert not progress.complete


def test_a_quiz_whose_attempts_are_used_up_is_failed_and_blocks_a_fixed_order():
    progress = judge(course("quiz", "lesson"), completed=(), exhausted={"a"})
    assert progress.states == {"a": State.FAILED, "b": State.LOCKED}
    assert progress.next_key is None


def test_a_failed_quiz_does_not_block_a_free_order():
    progress = judge(course("quiz", "lesson", order="free"), completed=(), exhausted={"a"})
    assert progress.next_key == "b"


def test_passing_later_counts_more_than_attempts_used_up():
    assert judge(course("quiz"), completed={"a"}, exhausted={"a"}).states == {"a": State.DONE}


@pytest.mark.parametrize("order", ["fixed", "free"])
def test_courses_to_complete_first_lock_what_is_not_done(order):
    progress = judge(course(*LESSONS, order=order), completed={"a"}, prerequisites_met=False)
    assert progress.states == {"a": State.DONE, "b": State.LOCKED, "c": State.LOCKED}
    assert set(progress.why.values()) == {Why.PREREQUISITE}
    assert progress.blocked_by == {}
    assert progress.next_key is None


def test_the_final_assessment_is_the_last_quiz():
    outline = course("quiz", "lesson", "quiz", "acknowledgement")
    assert is_last_quiz(outline, "c")
    assert not is_last_quiz(outline, "a")
    assert not is_last_quiz(course("lesson"), "a")
