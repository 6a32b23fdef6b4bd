"""Cases: each decision is final, its consequence is told after it, and what lies ahead stays unseen."""

import pytest

from learning.models import DraftAnswer
from learning.services.attempts import submit
from tests.factories.question_types import part, question_id

from .conftest import NOW, Learner
from .pages import text, url
from .typed_forms import decide, place_of, saved, sent, write_types


@pytest.fixture
def case(learner: Learner) -> Learner:
    write_types(learner.quiz, ("scenario", "numeric"))
    return learner


def test_a_decision_tells_its_consequence_and_leads_on(case: Learner) -> None:
    attempt = case.begin()
    response = decide(case, attempt, 0, "wait")
    page = case.client.get(response.headers["Location"])
    assert "YASHIRIN-OQIBAT wait [uz]" in text(page)
    assert "YASHIRIN-Vaziyat middle [uz]" in text(page)
    assert "OQIBAT shout" not in text(page)
    assert "Vaziyat good" not in text(page)
    assert saved(attempt)[question_id("scenario")] == [part("scenario", "wait")]


def test_a_decision_sent_twice_is_taken_once(case: Learner) -> None:
    attempt = case.begin()
    for _time in range(2):
        assert decide(case, attempt, 0, "wait").status_code == 302
    assert saved(attempt)[question_id("scenario")] == [part("scenario", "wait")]


def test_of_two_tabs_the_first_decision_stands(case: Learner) -> None:
    attempt = case.begin()
    decide(case, attempt, 0, "wait")
    decide(case, attempt, 0, "shout")
    assert saved(attempt)[question_id("scenario")] == [part("scenario", "wait")]


@pytest.mark.parametrize(("step", "decision"), [(0, "call"), (1, "wait"), (-1, "wait"), (7, "wait"), (0, "nothing")])
def test_a_decision_that_is_not_offered_there_is_refused(case: Learner, step: int, decision: str) -> None:
    attempt = case.begin()
    assert decide(case, attempt, step, decision).status_code == 400
    assert not DraftAnswer.objects.exists()


def test_no_form_of_answers_can_take_a_decision(case: Learner) -> None:
    attempt = case.begin()
    key = question_id("scenario")
    form = sent("scenario", {f"answer-{key}": part("scenario", "wait"), f"answer-{key}.step": "0"}, then="2")
    assert case.client.post(url(attempt, "save/"), form).headers["Location"] == url(attempt, "2/")
    assert not saved(attempt).get(key)


def test_a_button_without_a_choice_says_so_and_keeps_the_rest(case: Learner) -> None:
    attempt = case.begin()
    form = {
        "question": [question_id("scenario"), question_id("numeric")],
        f"answer-{question_id('numeric')}.number": "7",
        f"answer-{question_id('scenario')}.step": "0",
        "decide": question_id("scenario"),
    }
    response = case.client.post(url(attempt, "save/"), form, follow=True)
    assert [str(message) for message in response.context["messages"]]
    assert saved(attempt)[question_id("numeric")] == {"number": "7"}
    assert not saved(attempt).get(question_id("scenario"))


def test_the_case_ends_in_words_and_asks_nothing_more(case: Learner) -> None:
    attempt = case.begin()
    decide(case, attempt, 0, "wait")
    decide(case, attempt, 1, "leave")
    page = case.client.get(url(attempt, f"{place_of(attempt, 'scenario')}/"))
    assert "YASHIRIN-Vaziyat bad [uz]" in text(page)
    assert 'name="decide"' not in text(page)
    assert page.context["question"].state == "done"


def test_a_case_is_gone_on_with_in_another_language(case: Learner) -> None:
    attempt = case.begin(language="uz")
    decide(case, attempt, 0, "wait", "uz")
    page = case.client.get(url(attempt, f"{place_of(attempt, 'scenario')}/", "ru"))
    assert "YASHIRIN-OQIBAT wait [ru]" in text(page)
    decide(case, attempt, 1, "call", "ru")
    score = submit(attempt=attempt, now=NOW)
    assert score.questions[question_id("scenario")]["outcome"] == "right"


def test_a_case_left_halfway_is_begun_not_answered(case: Learner) -> None:
    attempt = case.begin()
    decide(case, attempt, 0, "wait")
    page = case.client.get(url(attempt, "review/"))
    assert [question.state for question in page.context["sitting"].questions] == ["begun", "open"]
