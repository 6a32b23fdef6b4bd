"""Where a quiz shows things during the attempt, "Check" locks an answer and shows what may be shown of it."""

from typing import Any

import pytest

from learning.models import DraftAnswer
from learning.services.attempts import submit
from tests.factories.question_types import part, question_id

from .conftest import NOW, Learner
from .pages import text, url
from .typed_forms import decide, place_of, right_form, save, saved, write_types

ALL = [f"during:{thing}" for thing in ("points", "correctness", "feedback", "explanation", "solution")]


def learning_quiz(learner: Learner, shown: list[str], **fields: Any) -> Learner:
    write_types(learner.quiz, review="custom", review_matrix=shown, **fields)
    return learner


def test_a_checked_answer_is_locked_and_explained(learner: Learner) -> None:
    learner = learning_quiz(learner, ALL)
    attempt = learner.begin()
    path = url(attempt, f"{place_of(attempt, 'text')}/")
    assert 'name="check"' in text(learner.client.get(path))
    field = f"answer-{question_id('text')}.text"
    response = save(learner, attempt, "text", {field: "maxfiy yarim"}, check=question_id("text"))
    assert response.headers["Location"] == path
    page = text(learner.client.get(path))
    for told in ("MAXFIY-IZOH yarim [uz]", "MAXFIY-TUSHUNTIRISH text [uz]", "MAXFIY soʻz"):
        assert told in page
    assert f'name="{field}"' not in page
    save(learner, attempt, "text", {field: "maxfiy soʻz"})
    assert saved(attempt)[question_id("text")] == {"text": "maxfiy yarim"}
    score = submit(attempt=attempt, now=NOW)
    assert score.questions[question_id("text")]["outcome"] == "partly"


def test_only_what_the_matrix_allows_is_shown(learner: Learner) -> None:
    learner = learning_quiz(learner, ["during:correctness"])
    attempt = learner.begin()
    save(learner, attempt, "numeric", {f"answer-{question_id('numeric')}.number": "5",
                                       f"answer-{question_id('numeric')}.unit": part("numeric", "day")},
         check=question_id("numeric"))  # fmt: skip
    page = learner.client.get(url(attempt, f"{place_of(attempt, 'numeric')}/"))
    assert page.context["question"].review.outcome == "wrong"
    assert "4321" not in text(page)
    assert "MAXFIY" not in text(page)


def test_other_questions_stay_secret(learner: Learner) -> None:
    learner = learning_quiz(learner, ALL, layout="all")
    attempt = learner.begin()
    save(learner, attempt, "gaps", right_form(attempt, "gaps"), check=question_id("gaps"))
    page = text(learner.client.get(url(attempt)))
    assert "MAXFIY-TUSHUNTIRISH gaps" in page
    assert page.count("MAXFIY-TUSHUNTIRISH") == 1
    assert "MAXFIY-IZOH" not in page


def test_half_an_answer_is_saved_but_not_checked(learner: Learner) -> None:
    learner = learning_quiz(learner, ALL)
    attempt = learner.begin()
    half = {f"answer-{question_id('gaps')}.{part('gaps', 'minutes')}": "10"}
    save(learner, attempt, "gaps", half, check=question_id("gaps"))
    draft = DraftAnswer.objects.get()
    assert draft.value == {part("gaps", "minutes"): "10"}
    assert draft.checked_at is None


def test_where_nothing_is_shown_during_the_attempt_nothing_can_be_checked(learner: Learner) -> None:
    write_types(learner.quiz)
    attempt = learner.begin()
    path = url(attempt, f"{place_of(attempt, 'text')}/")
    assert 'name="check"' not in text(learner.client.get(path))
    forged = save(learner, attempt, "text", right_form(attempt, "text"), check=question_id("text"))
    assert forged.status_code == 400
    assert not DraftAnswer.objects.exists()


@pytest.mark.parametrize("type_", ["reflection", "survey", "scenario"])
def test_what_no_machine_judges_at_once_has_no_check(learner: Learner, type_: str) -> None:
    learner = learning_quiz(learner, ALL)
    attempt = learner.begin()
    assert 'name="check"' not in text(learner.client.get(url(attempt, f"{place_of(attempt, type_)}/")))


def test_a_case_explains_itself_once_it_has_ended(learner: Learner) -> None:
    learner = learning_quiz(learner, ALL)
    attempt = learner.begin()
    path = url(attempt, f"{place_of(attempt, 'scenario')}/")
    decide(learner, attempt, 0, "wait")
    assert "MAXFIY" not in text(learner.client.get(path))
    decide(learner, attempt, 1, "call")
    assert "MAXFIY-TUSHUNTIRISH scenario" in text(learner.client.get(path))
