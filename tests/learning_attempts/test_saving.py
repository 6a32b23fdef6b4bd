"""Saving answers: replaced by the next one, in any language, all or none, and never after hand-in."""

from datetime import timedelta

import pytest

from learning.models import DraftAnswer
from learning.services.attempts import AttemptClosed, save_answer, save_answers, submit
from quizzes.domain.judging import BadAnswer
from quizzes.models import QuizPage
from tests.factories.pages import in_language
from tests.factories.quiz_data import block_id
from tests.factories.quizzes import ids

from .conftest import NOW, Learner

Q1, Q2, Q3 = (block_id("quiz", key) for key in ("q1", "q2", "q3"))


def saved() -> dict[str, list[str]]:
    return dict(DraftAnswer.objects.values_list("question", "value"))


def test_saving_again_replaces_the_answer(learner: Learner) -> None:
    attempt = learner.begin()
    learner.answer(attempt, q1="b")
    learner.answer(attempt, q1="a")
    assert saved() == {Q1: list(ids("quiz", "q1", "a"))}


def test_an_answer_can_be_taken_back(learner: Learner) -> None:
    attempt = learner.begin()
    learner.answer(attempt, q2="ab")
    save_answer(attempt=attempt, question=Q2, value=(), language="uz", now=NOW)
    score = submit(attempt=attempt, now=NOW)
    assert score.questions[Q2]["outcome"] == "unanswered"


def test_each_answer_notes_the_language_and_the_text_it_was_given_in(learner: Learner) -> None:
    attempt = learner.begin(language="uz")
    learner.answer(attempt, q1="a", language="uz")
    learner.answer(attempt, q2="ab", language="ru")
    learner.answer(attempt, q3="true", language="en")
    rows = {draft.question: draft for draft in DraftAnswer.objects.select_related("text")}
    assert [rows[key].language for key in (Q1, Q2, Q3)] == ["uz", "ru", "en"]
    assert [rows[key].text.language for key in (Q1, Q2, Q3)] == ["uz", "ru", "en"]


def test_an_answer_in_a_language_without_a_text_notes_the_source_language(learner: Learner) -> None:
    QuizPage.objects.filter(pk=in_language(learner.quiz, "en").pk).update(live=False)
    attempt = learner.begin()
    learner.answer(attempt, q1="a", language="en")
    draft = DraftAnswer.objects.select_related("text").get()
    assert (draft.language, draft.text.language) == ("uz", "uz")


def test_a_foreign_option_is_refused_and_nothing_is_stored(learner: Learner) -> None:
    attempt = learner.begin()
    answers = {Q1: ids("quiz", "q1", "a"), Q2: ids("quiz", "q1", "a")}
    with pytest.raises(BadAnswer):
        save_answers(attempt=attempt, answers=answers, language="uz", now=NOW)
    assert saved() == {}


def test_an_unknown_question_is_refused_and_nothing_is_stored(learner: Learner) -> None:
    attempt = learner.begin()
    learner.answer(attempt, q1="b")
    answers = {Q1: ids("quiz", "q1", "a"), block_id("elsewhere"): ("true",)}
    with pytest.raises(BadAnswer):
        save_answers(attempt=attempt, answers=answers, language="uz", now=NOW)
    assert saved() == {Q1: list(ids("quiz", "q1", "b"))}


def test_nothing_is_saved_after_hand_in(learner: Learner) -> None:
    attempt = learner.begin()
    learner.answer(attempt, q1="b")
    score = submit(attempt=attempt, now=NOW)
    with pytest.raises(AttemptClosed):
        learner.answer(attempt, q1="a")
    assert saved() == {}
    assert score.submission.answers.get().value == list(ids("quiz", "q1", "b"))


def test_saving_costs_the_same_for_one_question_and_for_all(learner: Learner, django_assert_max_num_queries) -> None:
    attempt = learner.begin()
    with django_assert_max_num_queries(6):
        learner.answer(attempt, q1="a", q2="ab", q3="true")


def test_the_moment_of_saving_is_kept(learner: Learner) -> None:
    attempt = learner.begin()
    save_answer(attempt=attempt, question=Q3, value=("true",), language="uz", now=NOW + timedelta(minutes=3))
    assert DraftAnswer.objects.get().saved_at == NOW + timedelta(minutes=3)
