"""Forms that cannot be: refused in words, nothing stored, nothing chosen lost."""

import pytest

from learning.models import DraftAnswer
from learning.services.attempts import submit
from tests.factories.quiz_data import block_id
from tests.factories.quizzes import ids

from .conftest import NOW, Learner
from .pages import Q1, Q2, form, text, url


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"question": Q1, f"answer-{Q1}": "not-an-option"},
        {"question": Q1, f"answer-{Q1}": list(ids("quiz", "q1", "ab"))},
        {"question": Q1, f"answer-{Q2}": list(ids("quiz", "q2", "a"))},
        {"question": block_id("nowhere"), f"answer-{block_id('nowhere')}": "true"},
        {"question": [str(number) for number in range(300)]},
        {"question": Q2, f"answer-{Q2}": ["x"] * 11},
        {"question": Q1, f"answer-{Q1}": "x" * 300_000},
        {"question": Q1, f"answer-{Q1}": "\x00"},
    ],
    ids=["empty", "option", "two", "hidden", "question", "many", "choices", "large", "zero"],
)
def test_a_bad_form_is_refused_in_words_and_stores_nothing(learner: Learner, sent: dict) -> None:
    attempt = learner.begin()
    response = learner.client.post(url(attempt, "save/"), sent)
    assert response.status_code == 400
    assert 'role="alert"' in text(response)
    assert not DraftAnswer.objects.exists()
    scripted = learner.client.post(url(attempt, "save/"), sent, headers={"accept": "application/json"})
    assert scripted.status_code == 400
    assert scripted.json()["message"]


def test_what_was_chosen_beside_a_bad_answer_is_not_lost(make_learner) -> None:
    learner = make_learner(layout="all")
    sent = form(q1="c", q2="", q3="true") | {f"answer-{Q2}": [*ids("quiz", "q2", "d"), "forged"]}
    response = learner.client.post(url(learner.begin(), "save/"), sent)
    chosen = {
        option.id for item in response.context["sitting"].questions for option in item.body.options if option.chosen
    }
    assert chosen == {*ids("quiz", "q1", "c"), *ids("quiz", "q2", "d"), "true"}


def test_a_button_cannot_lead_off_the_site(learner: Learner) -> None:
    attempt = learner.begin()
    for then in ("https://elsewhere.example/", "//elsewhere.example", "99", "0", "-1", "²"):
        response = learner.client.post(url(attempt, "save/"), form(then, q1="a"))
        assert response.headers["Location"] == url(attempt)


def test_saving_after_hand_in_leads_to_the_result(learner: Learner) -> None:
    attempt = learner.begin()
    submit(attempt=attempt, now=NOW)
    response = learner.client.post(url(attempt, "save/"), form("2", q1="a"))
    assert response.headers["Location"] == url(attempt, "result/")
    scripted = learner.client.post(url(attempt, "save/"), form(q1="a"), headers={"accept": "application/json"})
    assert scripted.status_code == 409
