"""Pages of a sitting cost the same few queries, whatever the number of questions and past attempts."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from learning.services.attempts import submit
from tests.factories.pages import publish
from tests.factories.quiz_data import block_id
from tests.factories.quizzes import quiz_data

from .conftest import NOW, WRONG, Learner

BUDGET = 15


def cost(learner: Learner, path: str, method: str = "get", **data: object) -> int:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        response = getattr(learner.client, method)(path, data or None)
    assert response.status_code in (200, 302)
    return len(queries)


def many_questions() -> str:
    """Return the raw data of a quiz of forty questions."""
    data = []
    for number in range(40):
        block = quiz_data(f"quiz-{number}")[0]
        data.append(block | {"id": block_id("many", str(number))})
    return json.dumps(data)


@pytest.mark.parametrize("tail", ["1/", "review/", "result/", ""])
def test_each_page_stays_in_its_budget(make_learner, tail: str) -> None:
    learner = make_learner(layout="all" if not tail else "one")
    attempt = learner.begin()
    learner.answer(attempt, **WRONG)
    if tail == "result/":
        submit(attempt=attempt, now=NOW)
    path = f"/uz/my/attempts/{attempt.uuid}/{tail}"
    cost(learner, path)
    assert cost(learner, path) <= BUDGET


def test_saving_stays_in_its_budget(learner: Learner) -> None:
    attempt, question = learner.begin(), block_id("quiz", "q3")
    sent = {"question": question, f"answer-{question}": "true"}
    assert cost(learner, f"/uz/my/attempts/{attempt.uuid}/save/", "post", **sent) <= BUDGET


def test_the_start_page_and_the_list_stay_in_their_budget(learner: Learner) -> None:
    learner.sit(WRONG)
    for path in (f"/uz/my/quizzes/{learner.quiz.translation_key}/", "/uz/my/attempts/"):
        cost(learner, path)
        assert cost(learner, path) <= BUDGET


def test_a_long_quiz_costs_no_more_queries_than_a_short_one(make_learner) -> None:
    learner = make_learner(layout="all")
    costs = []
    for hours in (0, 1):
        attempt = learner.begin(hours=hours)
        path = f"/uz/my/attempts/{attempt.uuid}/"
        cost(learner, path)
        open_cost = cost(learner, path)
        hand_in = cost(learner, f"{path}hand-in/", "post")
        costs.append((open_cost, hand_in, cost(learner, f"{path}result/")))
        learner.quiz.questions = many_questions()
        publish(learner.quiz)
    assert costs[0] == costs[1]
