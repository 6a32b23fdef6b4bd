"""Handing in: one submission, one score, the step completed when passed."""

import pytest

from core.canonical import canonical_json, digest
from learning.models import ActivityCompletion, Attempt, Score, Submission
from learning.services.attempts import AttemptClosed, submit
from quizzes.domain.judging import RULES
from quizzes.models import QuizPage
from tests.factories.quiz_data import block_id
from tests.factories.quizzes import answers

from .conftest import NOW, RIGHT, WRONG, Learner


def test_right_answers_pass_and_complete_the_step(learner: Learner) -> None:
    score = learner.sit(RIGHT)
    completion = ActivityCompletion.objects.get(enrolment=learner.enrolment)
    assert (score.points, score.maximum, score.scale, score.passed) == (8, 8, 2, True)
    assert (completion.activity_key, completion.kind) == (learner.quiz.translation_key, "quiz")
    assert completion.evidence == f"submission:{score.submission_id}"


def test_the_completed_step_is_called_as_it_read_in_the_learner_s_language(learner: Learner) -> None:
    attempt = learner.begin()
    learner.answer(attempt, language="ru", **RIGHT)
    submit(attempt=attempt, now=NOW)
    completion = ActivityCompletion.objects.get()
    assert (completion.title, completion.language) == ("Test quiz [ru]", "ru")


def test_wrong_answers_complete_nothing(learner: Learner) -> None:
    score = learner.sit(WRONG)
    assert (score.points, score.passed) == (0, False)
    assert not ActivityCompletion.objects.exists()


def test_each_question_s_points_are_kept(learner: Learner) -> None:
    score = learner.sit({"q1": "a", "q2": "a", "q3": "false"})
    assert score.rules == RULES
    assert score.questions == {
        block_id("quiz", "q1"): {"points": 2, "maximum": 2, "outcome": "right"},
        block_id("quiz", "q2"): {"points": 2, "maximum": 4, "outcome": "partly"},
        block_id("quiz", "q3"): {"points": 0, "maximum": 2, "outcome": "wrong"},
    }


def test_handing_in_twice_gives_one_submission_and_the_same_score(learner: Learner) -> None:
    attempt = learner.begin()
    learner.answer(attempt, **RIGHT)
    assert submit(attempt=attempt, now=NOW) == submit(attempt=attempt, now=NOW)
    assert (Submission.objects.count(), Score.objects.count(), ActivityCompletion.objects.count()) == (1, 1, 1)


def test_the_submission_keeps_a_digest_of_all_answers(learner: Learner) -> None:
    score = learner.sit(RIGHT)
    handed_in = {key: list(value) for key, value in answers("quiz", **RIGHT).items()}
    assert score.submission.answers_digest == digest(canonical_json(handed_in))
    assert dict(score.submission.answers.values_list("question", "value")) == handed_in


def test_a_given_up_attempt_cannot_be_handed_in(learner: Learner) -> None:
    attempt = learner.begin()
    Attempt.objects.filter(pk=attempt.pk).update(state=Attempt.State.ABANDONED)
    with pytest.raises(AttemptClosed):
        submit(attempt=attempt, now=NOW)
    assert not Submission.objects.exists()


def test_a_quiz_whose_page_was_deleted_is_judged_all_the_same(learner: Learner) -> None:
    attempt = learner.begin()
    learner.answer(attempt, **RIGHT)
    for page in QuizPage.objects.filter(translation_key=learner.quiz.translation_key):
        page.delete()
    assert submit(attempt=attempt, now=NOW).passed
    assert ActivityCompletion.objects.filter(activity_key=learner.quiz.translation_key).count() == 1


def test_a_quiz_that_came_after_enrolment_and_went_is_judged_all_the_same(learner: Learner) -> None:
    """Its step is unknown to the course now and at enrolment: the score stands, no step is ticked."""
    from tests.factories.pages import make_quiz_page, step
    from tests.factories.quizzes import write_quiz

    learner.quiz = write_quiz(make_quiz_page(step(learner.course, "module-1"), "later"))
    attempt = learner.begin()
    from learning.services.attempts import save_answers

    save_answers(attempt=attempt, answers=answers("later", **RIGHT), language="uz", now=NOW)
    for page in QuizPage.objects.filter(translation_key=learner.quiz.translation_key):
        page.delete()
    assert submit(attempt=attempt, now=NOW).passed
    assert not ActivityCompletion.objects.exists()


def test_a_critical_question_decides(make_learner) -> None:
    learner = make_learner(critical=True, pass_percent=50)
    score = learner.sit({**RIGHT, "q1": "b"})
    assert score.points * 2 >= score.maximum
    assert not score.passed
