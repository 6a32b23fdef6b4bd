"""How long a question took, from when answers were saved."""

from datetime import timedelta

import pytest

from learning.domain.answer_time import LONGEST, spent_after, waited
from learning.models import DraftAnswer
from learning.services.attempts import save_answers, submit
from quizzes.domain.answers import Answer
from tests.factories.quizzes import answers

from .conftest import NOW, Learner

Q1, Q2, Q3 = answers("quiz", q1="a", q2="a", q3="true")


def save(attempt: object, seconds: int, given: dict[str, Answer]) -> None:
    save_answers(attempt=attempt, answers=given, language="uz", now=NOW + timedelta(seconds=seconds))


def spent() -> dict[str, int | None]:
    return dict(DraftAnswer.objects.values_list("question", "seconds"))


@pytest.mark.parametrize(("seconds", "counted"), [(-5, 0), (0, 0), (37, 37), (LONGEST, 600), (LONGEST + 1, 600)])
def test_a_gap_is_counted_up_to_ten_minutes(seconds: int, counted: int) -> None:
    assert waited(since=NOW, now=NOW + timedelta(seconds=seconds)) == counted


def test_the_time_goes_to_what_was_saved_and_coming_back_adds_to_it() -> None:
    assert spent_after({}, sent=["a"], changed=["a"], seconds=30) == {"a": 30}
    assert spent_after({"a": 30}, sent=["a"], changed=[], seconds=12) == {"a": 42}
    assert spent_after({"a": 30, "b": 5}, sent=["a", "b"], changed=["b"], seconds=10) == {"a": 30, "b": 15}
    assert spent_after({"a": 30}, sent=["a", "b"], changed=[], seconds=10) == {"a": 30, "b": 0}


def test_nobody_knows_how_the_time_was_divided_among_several() -> None:
    assert spent_after({"c": 5}, sent=["a", "b"], changed=["a", "b"], seconds=60) == {"a": None, "b": None}
    assert spent_after({"a": None}, sent=["a"], changed=["a"], seconds=10) == {"a": None}


def test_an_attempt_notes_the_time_of_each_answer_and_hands_it_in(learner: Learner) -> None:
    attempt = learner.begin()
    save(attempt, 40, answers("quiz", q1="b"))
    save(attempt, 100, answers("quiz", q3="true"))
    save(attempt, 100, answers("quiz", q3="true"))
    save(attempt, 115, answers("quiz", q1="a"))
    assert spent() == {Q1: 55, Q3: 60}
    score = submit(attempt=attempt, now=NOW + timedelta(minutes=30))
    assert dict(score.submission.answers.values_list("question", "seconds")) == {Q1: 55, Q3: 60}


def test_answers_of_one_form_have_no_time_of_their_own(learner: Learner) -> None:
    attempt = learner.begin()
    save(attempt, 90, answers("quiz", q1="a", q2="ab"))
    save(attempt, 120, answers("quiz", q1="a", q2="ab", q3="true"))
    assert spent() == {Q1: None, Q2: None, Q3: 30}


def test_an_answer_saved_before_times_were_noted_stays_without(learner: Learner) -> None:
    attempt = learner.begin()
    save(attempt, 10, answers("quiz", q1="b"))
    DraftAnswer.objects.update(seconds=None)
    save(attempt, 25, answers("quiz", q1="a"))
    assert spent() == {Q1: None}
