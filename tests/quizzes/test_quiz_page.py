"""The page of a quiz: visitors read its rules, editors preview its questions, neither leaves a record."""

import json

import pytest
from django.apps import apps

from core.records import ImmutableRecord
from quizzes.models import QuizPage
from tests.factories.pages import in_language, make_course, step
from tests.factories.quizzes import SECRETS, quiz_data, write_quiz

pytestmark = pytest.mark.django_db


@pytest.fixture
def quiz() -> QuizPage:
    page = step(make_course(lessons=1), "quiz")
    return write_quiz(page, pass_percent=80, attempts_allowed=3, pause_hours=24, is_sample=True)


def rows() -> dict[str, int]:
    models = [model for model in apps.get_models() if issubclass(model, ImmutableRecord)]
    models.append(apps.get_model("learning", "Attempt"))
    return {model.__name__: model.objects.count() for model in models}


@pytest.mark.parametrize("language", ["uz", "ru", "en"])
def test_visitors_read_the_rules_and_no_question(quiz: QuizPage, client, language: str) -> None:
    page = in_language(quiz, language)
    text = client.get(page.url).content.decode()
    assert page.title in text
    assert "80%" in text
    assert not [secret for secret in (*SECRETS, "Savol q1", "Variant a") if secret in text]


def test_rules_are_the_source_page_s_in_every_language(quiz: QuizPage, client) -> None:
    QuizPage.objects.filter(pk=in_language(quiz, "ru").pk).update(pass_percent=5)
    assert client.get(in_language(quiz, "ru").url).context["rules"].pass_percent == 80


def test_editors_preview_the_draft_with_its_key(quiz: QuizPage) -> None:
    russian = in_language(quiz, "ru")
    data = quiz_data("quiz", "ru")
    data[0]["value"]["stem"] = "<p>Черновик</p>"
    russian.questions = json.dumps(data)
    before = rows()
    response = russian.make_preview_request(preview_mode="questions")
    text = response.content.decode()
    assert "Черновик" in text
    assert "MAXFIY-TUSHUNTIRISH q2 [ru]" in text
    key = response.context_data["sections"][0].questions[0].key
    assert [line.right for line in key] == [True, False, False]
    assert [line.note.text for line in key] == [f"MAXFIY-IZOH {letter} [ru]" for letter in "abc"]
    assert rows() == before


def test_the_preview_for_visitors_holds_no_question(quiz: QuizPage) -> None:
    text = quiz.make_preview_request(preview_mode="").content.decode()
    assert not [secret for secret in (*SECRETS, "Savol q1") if secret in text]


def test_a_quiz_without_questions_can_be_previewed(quiz: QuizPage) -> None:
    quiz.questions = "[]"
    assert quiz.make_preview_request(preview_mode="questions").status_code == 200
