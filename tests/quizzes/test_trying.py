"""An editor tries a draft as a learner would, with every type of question; no row is written."""

import json

import pytest
from django.apps import apps
from django.test import Client

from accounts.site_roles import setup_roles
from quizzes.models import QuizPage
from tests.factories.accounts import make_staff, signed_in
from tests.factories.people import make_person
from tests.factories.question_types import TYPE_SECRETS, make_draft_of_all_types, part, question_id, types_data

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(db: None) -> QuizPage:
    """Return a quiz whose questions stand in a draft only; what is live has none."""
    setup_roles()
    return make_draft_of_all_types()


@pytest.fixture
def editor(draft: QuizPage) -> Client:
    return signed_in(make_staff("editor"))


def path(page: QuizPage) -> str:
    return f"/admin/quizzes/{page.pk}/try/"


def rows() -> dict[str, int]:
    own = [model for model in apps.get_models() if model._meta.app_label in ("learning", "quizzes", "notices")]
    return {model.__name__: model._base_manager.count() for model in own}


def fields(page: QuizPage, client: Client, **more: str) -> dict[str, object]:
    shown = client.get(path(page))
    sent: dict[str, object] = {"trial": shown.context["trial"]}
    sent["question"] = [question.id for question in shown.context["questions"]]
    return {**sent, **more}


def test_an_editor_sits_the_draft_and_nothing_is_recorded(draft: QuizPage, editor: Client) -> None:
    before = rows()
    case = question_id("scenario")
    sent = fields(draft, editor) | {f"answer-{question_id('text')}.text": "maxfiy soʻz"}
    decision = {f"answer-{case}": part("scenario", "wait"), f"answer-{case}.step": "0", "decide": case}
    further = editor.post(path(draft), sent | decision)
    assert "YASHIRIN-OQIBAT wait" in further.content.decode()
    assert "maxfiy soʻz" in further.content.decode()
    result = editor.post(path(draft), sent | {"trial": further.context["trial"]})
    outcomes = {question.type: question.outcome for question in result.context["result"].questions}
    assert (outcomes["text"], outcomes["scenario"], outcomes["ordering"]) == ("right", "partly", "unanswered")
    assert rows() == before


def test_the_questions_of_a_trial_give_nothing_away(draft: QuizPage, editor: Client) -> None:
    page = editor.get(path(draft)).content.decode()
    assert "Savol matching" in page
    assert not [secret for secret in TYPE_SECRETS if secret in page]


def test_a_mistyped_number_is_told_and_what_was_typed_stays(draft: QuizPage, editor: Client) -> None:
    sent = fields(draft, editor) | {f"answer-{question_id('numeric')}.number": "oʻttiz"}
    response = editor.post(path(draft), sent)
    assert response.status_code == 400
    assert 'value="oʻttiz"' in response.content.decode()


def test_a_draft_that_changed_meanwhile_is_begun_anew(draft: QuizPage, editor: Client) -> None:
    sent = fields(draft, editor)
    draft.questions = json.dumps(types_data(only=("survey", "text")))
    draft.save_revision()
    response = editor.post(path(draft), sent)
    assert response.status_code == 400
    assert [question.type for question in response.context["questions"]] == ["survey", "text"]


@pytest.mark.parametrize("trial", ["", "x", "eyJ9:1abc:sig"])
def test_a_forged_trial_begins_anew(draft: QuizPage, editor: Client, trial: str) -> None:
    response = editor.post(path(draft), fields(draft, editor) | {"trial": trial})
    assert response.status_code == 400
    assert "result" not in response.context


def test_an_unsound_draft_says_why(draft: QuizPage, editor: Client) -> None:
    draft.questions = "[]"
    draft.save_revision()
    assert editor.get(path(draft)).status_code == 422


@pytest.mark.parametrize("role", ["", "trainer", "manager", "auditor", "administrator"])
def test_who_may_not_edit_may_not_try(draft: QuizPage, client, role: str) -> None:
    client.force_login(make_staff(role) if role else make_person())
    response = client.get(path(draft))
    assert response.status_code in (302, 403, 404)
    assert "Savol matching" not in response.content.decode()


def test_the_admin_leads_to_the_trial(draft: QuizPage, editor: Client) -> None:
    assert path(draft) in editor.get(f"/admin/pages/{draft.pk}/edit/").content.decode()
