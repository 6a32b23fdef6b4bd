"""Questions of a page go out in each format, and come back on another page."""

from typing import Any

import pytest
from django.test import Client

from accounts.site_roles import setup_roles
from quizzes.exchange.exporting import exchanged_of
from quizzes.exchange.formats import FORMATS, format_of
from quizzes.models import QuizPage
from tests.factories.accounts import make_staff, signed_in
from tests.factories.question_types import make_draft_of_all_types
from tests.quizzes.interchange.alike import told

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(db: None) -> QuizPage:
    setup_roles()
    return make_draft_of_all_types()


@pytest.fixture
def editor(page: QuizPage) -> Client:
    return signed_in(make_staff("editor"))


def download(client: Client, page: QuizPage, format_: str) -> Any:
    return client.get(f"/admin/quizzes/{page.pk}/export/{format_}/")


def test_the_page_tells_for_each_format_what_cannot_go(page: QuizPage, editor: Client) -> None:
    answer = editor.get(f"/admin/quizzes/{page.pk}/export/")
    told_ = {
        offer["format"].key: {line.name.split("-")[0] for line in offer["lines"] if line.tone == "locked"}
        for offer in answer.context["offers"]
    }
    assert len(told_["moodle"]) == 2  # the case and the survey
    assert len(told_["qti"]) == 1  # the case
    assert len(told_["gift"]) == 3  # the case, the survey, and two gaps in one text


@pytest.mark.parametrize("format_", ["moodle", "gift", "qti"])
def test_a_download_is_a_file_of_its_format(page: QuizPage, editor: Client, format_: str) -> None:
    answer = download(editor, page, format_)
    assert answer.status_code == 200
    assert "attachment" in answer["Content-Disposition"]
    assert format_of(answer.content).key == format_
    assert FORMATS[format_].read(answer.content, scope="x").questions


def test_what_moodle_holds_comes_back_as_it_was(page: QuizPage, editor: Client) -> None:
    sent = exchanged_of(page.get_latest_revision_as_object())
    back = FORMATS["moodle"].read(download(editor, page, "moodle").content, scope="x").questions
    kept = [told(item) for item in sent if item.question.type not in ("scenario", "survey")]
    assert [told(item) for item in back] == kept


def test_a_format_that_there_is_not_is_not_found(page: QuizPage, editor: Client) -> None:
    assert download(editor, page, "word").status_code == 404
