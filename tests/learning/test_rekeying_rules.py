"""What may be corrected and what stays, without a database."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learning.domain.rekeying import Obstacle, Outcome, corrected, differing, obstacle_of
from quizzes.domain.judging import judge
from quizzes.domain.kinds import Accepted, Choice, Option, ShortText
from tests.factories.quizzes import question, quiz_spec

WORD = ShortText((Accepted("w", ("kodli soʻz",), "1"),))


def test_only_the_key_is_taken_points_weight_and_rules_stay_as_they_were_sat() -> None:
    sat = quiz_spec(question("q", options="abc", right="a", points=2), question("p", options="ab", right="a"))
    now = quiz_spec(
        replace(question("q", options="abc", right="b", points=7), critical=True),
        question("p", options="ab", right="b"),
    )
    now = replace(now, rules=replace(now.rules, pass_percent=1))
    better = corrected(sat, now, {"q"})
    assert better.rules == sat.rules
    assert (better.question("q").points, better.question("q").critical) == (2, False)
    assert better.question("p") == sat.question("p")
    assert judge(better, {"q": ("b",)}).questions[0].points == 2
    assert judge(better, {"q": ("a",)}).questions[0].points == 0


def test_questions_that_differ_are_found_in_the_order_of_now() -> None:
    sat = quiz_spec(question("a", options="ab", right="a"), question("b", options="ab", right="a"), question("c"))
    now = quiz_spec(question("b", options="ab", right="b"), question("a", options="ab", right="b"), question("c"))
    assert [item.now.id for item in differing([sat], now)] == ["b", "a"]
    assert differing([now], now) == []


def test_one_sitting_that_does_not_fit_is_enough_to_refuse() -> None:
    old = quiz_spec(question("q", options="abcd", right="a"))
    newer = quiz_spec(question("q", options="abc", right="a"))
    now = quiz_spec(question("q", options="abc", right="b"))
    for order in ([old, newer], [newer, old]):
        (item,) = differing(order, now)
        assert item.obstacle == Obstacle.OTHER_PARTS


@pytest.mark.parametrize(
    ("now", "obstacle"),
    [
        (question("q", options="abc", right="b"), None),
        (question("q", options="cba", right="b"), None),
        (question("q", options="abcd", right="b"), Obstacle.OTHER_PARTS),
        (question("q", type="multiple", options="abc", right="ab"), Obstacle.OTHER_TYPE),
        (
            replace(question("q"), kind=Choice(tuple(Option(key, False) for key in "abc"), False, "all_or_nothing")),
            Obstacle.UNSOUND,
        ),
    ],
)
def test_what_a_learner_saw_must_be_what_is_judged(now, obstacle) -> None:
    assert obstacle_of(question("q", options="abc", right="a"), now) == obstacle


def test_a_short_text_may_accept_what_it_did_not_know() -> None:
    before = replace(question("q"), type="text", kind=WORD)
    after = replace(before, kind=ShortText((*WORD.accepted, Accepted("new", ("parol",), "1/2"))))
    assert obstacle_of(before, after) is None
    judged = judge(corrected(quiz_spec(before), quiz_spec(after), {"q"}), {"q": {"text": "пароль"}})
    assert Fraction(judged.points, judged.scale) == Fraction(before.points, 2)


@given(st.integers(1, 9), st.integers(0, 40), st.booleans())
def test_a_result_in_other_units_is_the_same_result(times: int, points: int, passed: bool) -> None:
    outcome = Outcome(points, 40, 4, passed, 0)
    same = Outcome(points * times, 40 * times, 4 * times, passed, 0)
    assert outcome.alike(same)
    assert not outcome.alike(replace(same, passed=not passed))
    assert not outcome.alike(replace(same, points=same.points + 1))


@given(st.sampled_from("abc"), st.sampled_from("abc"), st.sampled_from("abc"))
def test_correcting_back_brings_what_there_was(right: str, wrong: str, chosen: str) -> None:
    sat, now = (quiz_spec(question("q", options="abc", right=key)) for key in (right, wrong))
    there = corrected(sat, now, {"q"})
    assert corrected(there, sat, {"q"}) == sat
    assert judge(there, {"q": (chosen,)}).points == judge(now, {"q": (chosen,)}).points
