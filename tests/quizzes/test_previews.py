"""The previews of quizzes and banks: every type with its whole key; and what a draw can take."""

import json
from datetime import date

import pytest

from home.models import HomePage
from quizzes.models import QuestionBankIndexPage, QuestionBankPage, QuizPage
from quizzes.yields import yields_of
from tests.factories.pages import make_course, publish, step
from tests.factories.question_types import TYPES, types_data
from tests.factories.quiz_data import block_id

pytestmark = pytest.mark.django_db


@pytest.fixture
def quiz() -> QuizPage:
    return step(make_course(lessons=1), "quiz")


def make_bank(reviewed: tuple[str, ...]) -> QuestionBankPage:
    """Return a live bank with a question of every type, of which these are reviewed."""
    home = HomePage.objects.get(locale__language_code="uz")
    index = home.add_child(instance=QuestionBankIndexPage(title="Banks", slug="banks"))
    data = types_data()
    for block in data:
        block["value"]["reviewed_on"] = date(2026, 11, 1).isoformat() if block["type"] in reviewed else None
    bank = index.add_child(instance=QuestionBankPage(title="Bank", slug="bank", questions=json.dumps(data)))
    return publish(bank)


def draw_of(bank: QuestionBankPage, take: int, name: str = "draw") -> dict:
    banks = [{"type": "item", "value": bank.pk, "id": block_id(name, "bank")}]
    value = {
        "title": name, "banks": banks, "take": take, "tags": "", "without": "", "critical": "", "difficulty": "",
        "form": "",
    }  # fmt: skip
    return {"type": "draw", "value": value, "id": block_id(name)}


def test_every_type_is_previewed_with_its_key(quiz: QuizPage) -> None:
    quiz.questions = json.dumps(types_data())
    page = quiz.make_preview_request(preview_mode="questions").content.decode()
    for told in (
        "→ Oʻng a [uz]",
        "MAXFIY soʻz; махфий сўз",
        "4321 ± 0",
        "[[minutes]]",
        "YASHIRIN-OQIBAT call",
        "Mezon",
    ):
        assert told in page, told


def test_an_unsound_question_is_previewed_with_its_fault(quiz: QuizPage) -> None:
    data = types_data(only=("scenario",))
    data[0]["value"]["situations"][0]["value"]["decisions"][0]["value"]["to"] = "nowhere"
    quiz.questions = json.dumps(data)
    response = quiz.make_preview_request(preview_mode="questions")
    question = response.context_data["sections"][0].questions[0]
    assert question.faults
    assert not question.key


def test_a_bank_is_previewed_with_drafts_marked(quiz: QuizPage) -> None:
    bank = make_bank(("survey", "text"))
    response = bank.make_preview_request(preview_mode="questions")
    questions = response.context_data["sections"][0].questions
    assert {question.type for question in questions if not question.draft} == {"survey", "text"}
    assert response.status_code == 200


def test_a_draw_tells_what_it_finds_and_which_drafts_are_left_out(quiz: QuizPage) -> None:
    bank = make_bank(("survey", "text", "gaps"))
    quiz.questions = json.dumps([draw_of(bank, 2)])
    quiz.save()
    draw = yields_of(QuizPage.objects.get(pk=quiz.pk)).draws[0]
    assert (draw.take, draw.found, draw.enough) == (2, 3, True)
    assert (draw.banks[0].title, draw.banks[0].fit, draw.banks[0].drafts) == ("Bank", 3, len(TYPES) - 3)


def test_draws_that_share_a_bank_tell_how_many_are_missing_together(quiz: QuizPage) -> None:
    bank = make_bank(("survey", "text", "gaps"))
    quiz.questions = json.dumps([draw_of(bank, 2, "one"), draw_of(bank, 2, "two")])
    quiz.save()
    assert yields_of(QuizPage.objects.get(pk=quiz.pk)).missing == 1
