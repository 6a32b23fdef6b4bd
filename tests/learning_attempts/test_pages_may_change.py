"""What editors do to the quiz changes nothing of an attempt that has begun."""

import json
import random
from typing import Any

import pytest

from learning.models import Attempt, Score
from learning.services.attempts import submit
from quizzes.models import QuizPage
from tests.factories.pages import in_language, publish
from tests.factories.quizzes import quiz_data

from .conftest import NOW, RIGHT, Learner


def seen(learner: Learner, attempt: Attempt, language: str = "uz") -> list[str]:
    """Return the question part of every page of an attempt."""
    pages = [learner.client.get(f"/{language}/my/attempts/{attempt.uuid}/{place}/") for place in (1, 2, 3)]
    return [page.content.decode().split("<fieldset")[1].split("</fieldset>")[0] for page in pages]


def edit(page: QuizPage, **fields: Any) -> None:
    fresh = QuizPage.objects.get(pk=page.pk)
    for name, value in fields.items():
        setattr(fresh, name, value)
    publish(fresh)


def change_words(data: list[dict[str, Any]]) -> list[dict[str, Any]]:
    for block in data:
        block["value"]["stem"] = "<p>Butunlay boshqa savol</p>"
    return data


def turn_the_key(data: list[dict[str, Any]]) -> list[dict[str, Any]]:
    for option in data[0]["value"]["options"]:
        option["value"]["correct"] = option["value"]["text"].startswith("Variant c")
    data[2]["value"]["answer"] = "false"
    return data


EDITS = {
    "words": change_words,
    "key": turn_the_key,
    "order": lambda data: list(reversed(data)),
    "fewer questions": lambda data: data[:1],
}


@pytest.mark.parametrize("name", EDITS)
def test_editing_during_an_attempt_changes_neither_its_pages_nor_its_score(learner: Learner, name: str) -> None:
    attempt = learner.begin()
    before = seen(learner, attempt)
    edit(learner.quiz, questions=json.dumps(EDITS[name](quiz_data("quiz"))), pass_percent=100, attempts_allowed=1)
    assert seen(learner, attempt) == before
    learner.answer(attempt, **RIGHT)
    score = submit(attempt=attempt, now=NOW)
    assert (score.points, score.maximum, score.passed) == (8, 8, True)


def test_a_retranslation_during_an_attempt_does_not_change_its_words(learner: Learner) -> None:
    attempt = learner.begin()
    before = seen(learner, attempt, "ru")
    edit(in_language(learner.quiz, "ru"), questions=json.dumps(change_words(quiz_data("quiz", "ru"))))
    assert seen(learner, attempt, "ru") == before


def test_the_next_attempt_follows_the_page_as_it_stands_then(learner: Learner) -> None:
    first = learner.sit({"q1": "a"})
    edit(learner.quiz, questions=json.dumps(turn_the_key(quiz_data("quiz"))), pass_percent=25)
    second = learner.sit({"q1": "c"}, hours=1)
    assert (first.passed, second.passed) == (False, True)
    assert first.submission.attempt.version != second.submission.attempt.version
    assert Score.objects.get(pk=first.pk).points == 2


def test_deleting_the_quiz_leaves_the_attempt_and_its_result(learner: Learner) -> None:
    attempt = learner.begin()
    before = seen(learner, attempt)
    for page in QuizPage.objects.filter(translation_key=learner.quiz.translation_key):
        page.delete()
    assert seen(learner, attempt) == before
    learner.answer(attempt, **RIGHT)
    done = learner.client.post(f"/uz/my/attempts/{attempt.uuid}/hand-in/", follow=True)
    assert done.context["result"].passed


def test_deleting_the_course_leaves_the_attempt_and_its_result(learner: Learner) -> None:
    attempt = learner.begin()
    before = seen(learner, attempt)
    for language in ("ru", "en", "uz"):
        in_language(learner.course, language).delete()
    assert seen(learner, attempt) == before
    learner.answer(attempt, **RIGHT)
    done = learner.client.post(f"/uz/my/attempts/{attempt.uuid}/hand-in/", follow=True)
    assert done.context["result"].passed


@pytest.mark.parametrize("seed", range(4))
def test_any_sequence_of_edits_leaves_scores_and_pages_as_they_were(learner: Learner, seed: int) -> None:
    done = learner.sit({"q1": "a", "q2": "a"})
    result = f"/ru/my/attempts/{done.submission.attempt.uuid}/result/"
    open_one = learner.begin(hours=1)

    def everything() -> tuple[Any, ...]:
        judged = learner.client.get(result).context["result"]
        row = Score.objects.filter(pk=done.pk).values().get()
        return seen(learner, open_one), seen(learner, open_one, "ru"), judged.questions, judged.percent, row

    before, dice = everything(), random.Random(seed)
    for _number in range(6):
        language = dice.choice(["uz", "ru", "en"])
        data = EDITS[dice.choice(list(EDITS))](quiz_data("quiz", language))
        edit(
            in_language(learner.quiz, language),
            questions=json.dumps(data),
            pass_percent=dice.randint(1, 100),
            review=dice.choice(["at_once", "after_pass_or_last"]),
            layout=dice.choice(["one", "all"]),
        )
        assert everything() == before
