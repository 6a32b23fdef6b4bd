"""Twenty browsers send the same thing at the same moment: one row of everything, one answer to all."""

from collections import Counter
from datetime import timedelta

import pytest

from learning.chores import end_overdue_attempts
from learning.models import ActivityCompletion, Attempt, DraftAnswer, Score, Submission, SubmittedAnswer
from learning.services.attempts import submit
from tests.factories.quiz_data import block_id
from tests.factories.quizzes import ids
from tests.support.together import MANY, at_once, in_many_tabs

from .conftest import RIGHT, Learner

pytestmark = pytest.mark.django_db(transaction=True)


def test_twenty_starts_open_one_attempt(learner: Learner) -> None:
    path = f"/uz/my/quizzes/{learner.quiz.translation_key}/"
    answers = in_many_tabs(learner.client, lambda client: client.post(path))
    attempt = Attempt.objects.get()
    assert {(answer.status_code, answer.headers["Location"]) for answer in answers} == {
        (302, f"/uz/my/attempts/{attempt.uuid}/")
    }


def test_twenty_saves_keep_one_answer(learner: Learner) -> None:
    attempt, question = learner.begin(), block_id("quiz", "q1")
    path = f"/uz/my/attempts/{attempt.uuid}/save/"
    sent = {"question": question, f"answer-{question}": ids("quiz", "q1", "a")}
    answers = in_many_tabs(
        learner.client, lambda client: client.post(path, sent, headers={"accept": "application/json"})
    )
    assert Counter(answer.status_code for answer in answers) == {200: MANY}
    assert DraftAnswer.objects.get().value == list(ids("quiz", "q1", "a"))


def test_twenty_hand_ins_give_one_submission_one_score_and_one_answer(learner: Learner) -> None:
    attempt = learner.begin()
    learner.answer(attempt, **RIGHT)
    path = f"/uz/my/attempts/{attempt.uuid}/hand-in/"
    answers = in_many_tabs(learner.client, lambda client: client.post(path, follow=True))
    shown = {
        (
            answer.status_code,
            answer.request["PATH_INFO"],
            answer.content.decode().split('aria-labelledby="verdict"')[1],
        )
        for answer in answers
    }
    assert len(shown) == 1
    assert next(iter(shown))[0] == 200
    counts = [model.objects.count() for model in (Submission, Score, ActivityCompletion, SubmittedAnswer)]
    assert counts == [1, 1, 1, 3]


def test_the_tick_and_late_tabs_hand_in_once_as_at_the_limit(make_learner) -> None:
    learner = make_learner(time_limit=30)
    attempt = learner.begin()
    learner.answer(attempt, **RIGHT)
    late = attempt.closes_at + timedelta(minutes=1)

    def by_tab() -> object:
        return submit(attempt=attempt, now=late).pk

    at_once([by_tab] * 6 + [lambda: end_overdue_attempts(now=late)] * 3)
    attempt.refresh_from_db()
    assert attempt.submitted_at == attempt.closes_at
    counts = [model.objects.count() for model in (Submission, Score, ActivityCompletion, SubmittedAnswer)]
    assert counts == [1, 1, 1, 3]
