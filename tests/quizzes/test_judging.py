"""Judging: what cannot be answered is refused, critical questions decide, sums add up."""

import pytest

from quizzes.domain.answers import BadAnswer
from quizzes.domain.judging import clean_answer, judge
from tests.factories.quizzes import question, quiz_spec


def test_an_option_of_another_question_is_refused() -> None:
    spec = quiz_spec(question("one", options="abc"), question("two", options="xyz", right="x"))
    with pytest.raises(BadAnswer):
        judge(spec, {"one": ("x",)})


def test_a_question_the_quiz_does_not_have_is_refused() -> None:
    with pytest.raises(BadAnswer):
        judge(quiz_spec(question("one")), {"other": ("a",)})


def test_a_right_and_an_unknown_option_together_are_refused() -> None:
    with pytest.raises(BadAnswer):
        clean_answer(question("q", type="multiple", options="abc", right="ab"), ("a", "elsewhere"))


def test_two_options_of_a_single_choice_are_refused() -> None:
    with pytest.raises(BadAnswer):
        clean_answer(question("q"), ("a", "b"))


def test_an_answer_keeps_each_option_once_in_the_order_of_the_quiz() -> None:
    asked = question("q", type="multiple", options="abcd", right="ab")
    assert clean_answer(asked, ("d", "a", "d")) == ("a", "d")


def test_a_critical_question_that_is_not_fully_right_prevents_a_pass() -> None:
    spec = quiz_spec(question("safe", critical=True), question("heavy", points=20), pass_percent=50)
    judged = judge(spec, {"heavy": ("a",)})
    assert (judged.passed, judged.critical_missed) == (False, ("safe",))


def test_a_partly_right_critical_question_prevents_a_pass() -> None:
    critical = question("c", type="multiple", options="abcd", right="ab", critical=True)
    judged = judge(quiz_spec(critical, pass_percent=50), {"c": ("a",)})
    assert judged.points * 2 == judged.maximum
    assert not judged.passed


def test_a_fully_right_critical_question_lets_a_pass_through() -> None:
    spec = quiz_spec(question("safe", critical=True), question("other"), pass_percent=50)
    assert judge(spec, {"safe": ("a",)}).passed


def test_the_sum_is_what_the_questions_brought() -> None:
    spec = quiz_spec(
        question("half", type="multiple", options="abcd", right="ab", points=1),
        question("third", type="multiple", options="abcde", right="abc", points=2),
        question("plain", points=3),
    )
    judged = judge(spec, {"half": ("a",), "third": ("a", "b"), "plain": ("a",)})
    assert judged.scale == 6
    assert [(item.points, item.maximum) for item in judged.questions] == [(3, 6), (8, 12), (18, 18)]
    assert (judged.points, judged.maximum) == (29, 36)


def test_nothing_answered_brings_nothing() -> None:
    judged = judge(quiz_spec(question("one"), question("two")), {})
    assert (judged.points, judged.passed) == (0, False)
    assert {item.outcome for item in judged.questions} == {"unanswered"}
