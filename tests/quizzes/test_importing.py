"""An editor looks at a file of questions, confirms, and finds them in a draft of the page."""

import json
import re
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from wagtail.images import get_image_model
from wagtail.models import Revision

from accounts.site_roles import setup_roles
from core import ticking
from quizzes.exchange.importing import add_questions
from quizzes.exchange.words import NEEDS_ALTERNATIVE, SENTENCES
from quizzes.models import QuestionUpload, QuizPage
from quizzes.reading.pages import question_of
from tests.factories.accounts import make_staff, signed_in
from tests.factories.pages import make_course, step
from tests.factories.people import make_person
from tests.factories.question_types import types_data
from tests.quizzes.interchange.looking import content

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(db: None) -> QuizPage:
    setup_roles()
    page = step(make_course(lessons=1), "quiz")
    page.questions = json.dumps([])
    page.save_revision().publish()
    return QuizPage.objects.get(pk=page.pk)


@pytest.fixture
def editor(page: QuizPage) -> Client:
    return signed_in(make_staff("editor"))


def upload(client: Client, page: QuizPage, name: str, data: bytes | None = None) -> Any:
    file = SimpleUploadedFile(name, content(name) if data is None else data)
    return client.post(f"/admin/quizzes/{page.pk}/import/", {"file": file, "format": ""})


def drafted(page: QuizPage) -> Any:
    return QuizPage.objects.get(pk=page.pk).get_latest_revision_as_object()


def alternatives(answer: Any) -> dict[str, str]:
    return {f"alternative-{picture['number']}": "Rasm" for picture in answer.context["pictures"]}


def test_the_report_shows_every_question_and_stores_nothing_on_the_page(page: QuizPage, editor: Client) -> None:
    revisions = Revision.objects.count()
    report = editor.get(upload(editor, page, "practice.xml").url)
    text = report.content.decode()
    assert len(report.context["lines"]) == 11
    assert report.context["totals"].refused == 1
    assert "Tasdiqlangan xizmat kanali" in text
    assert "data:image/png;base64," in text
    assert Revision.objects.count() == revisions
    assert get_image_model().objects.count() == 0
    assert not drafted(page).questions


def test_confirmed_questions_stand_in_a_draft_that_nobody_has_published(page: QuizPage, editor: Client) -> None:
    address = upload(editor, page, "practice.xml").url
    done = editor.post(address)
    assert done.url == f"/admin/pages/{page.pk}/edit/"
    questions = [question_of(child) for child in drafted(page).questions]
    assert [question.type for question in questions] == [
        "single", "multiple", "truefalse", "matching", "ordering", "numeric", "text", "gaps", "gaps", "reflection",
    ]  # fmt: skip
    assert not [fault for question in questions for fault in question.faults()]
    live = QuizPage.objects.get(pk=page.pk)
    assert not live.questions
    assert live.has_unpublished_changes


def test_an_image_becomes_one_of_the_library_and_is_shown_to_learners(page: QuizPage, editor: Client) -> None:
    from quizzes.richtext import frozen_html

    editor.post(upload(editor, page, "practice.xml").url)
    image = get_image_model().objects.get()
    stem = drafted(page).questions[0].value["stem"].source
    assert f'<embed embedtype="image" id="{image.pk}" alt="Ish xonasi"' in stem
    shown = frozen_html(stem)
    found = re.search(r'<img src="([^"]+)" alt="Ish xonasi" width="2" height="2">', shown)
    assert found
    assert re.fullmatch(r"/media/images/[^/]+", found[1])  # what a proxy hands out to everybody
    image.delete()
    from django.core.files.storage import default_storage

    assert default_storage.exists(found[1].split("/media/")[-1])


def test_sent_twice_nothing_is_added_twice(page: QuizPage, editor: Client) -> None:
    address = upload(editor, page, "practice.xml").url
    editor.post(address)
    before = len(drafted(page).questions)
    again = editor.post(address, follow=True)
    assert len(drafted(page).questions) == before
    assert again.status_code == 200
    second = editor.get(upload(editor, page, "practice.xml").url)
    assert second.context["adding"] == 0
    assert get_image_model().objects.count() == 1


def test_questions_come_after_those_that_are_there(page: QuizPage, editor: Client) -> None:
    page.questions = json.dumps(types_data())
    page.save_revision()
    before = [child.id for child in drafted(page).questions]
    editor.post(upload(editor, page, "remote-practice.gift").url)
    after = [child.id for child in drafted(page).questions]
    assert after[: len(before)] == before
    assert len(after) == len(before) + 14


def test_an_image_without_alternative_text_asks_for_one(page: QuizPage, editor: Client) -> None:
    data = content("practice.xml").replace(b' alt="Ish xonasi"', b"")
    address = upload(editor, page, "practice.xml", data).url
    asked = [
        line for line in editor.get(address).context["lines"] if str(SENTENCES[NEEDS_ALTERNATIVE]) in line.reasons
    ]
    assert [line.tone for line in asked] == ["warn"]
    refused = editor.post(address)
    assert refused.status_code == 422
    assert not drafted(page).questions
    assert editor.post(address, alternatives(refused)).status_code == 302
    assert 'alt="Rasm"' in drafted(page).questions[0].value["stem"].source


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.gift", b"\xff\xfe broken", "UTF-8"),
        ("a.xml", b"<quiz>\n<question></quiz>", "2"),
        ("a.zip", b"PK\x03\x04 no", "zip"),
        ("a.gift", b"", ""),
        ("a.gift", b"x" * (2 * 1024 * 1024 + 1), "2"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_and_not_kept(
    page: QuizPage, editor: Client, name: str, data: bytes, told: str
) -> None:
    answer = upload(editor, page, name, data)
    assert answer.status_code == 422
    assert any(told in error for error in answer.context["form"].errors["file"])
    assert not QuestionUpload.objects.exists()


def test_what_the_blocks_would_refuse_is_told_beforehand(page: QuizPage, editor: Client) -> None:
    options = "".join(f"~variant {number} " for number in range(12))
    report = editor.get(upload(editor, page, "a.gift", f"::A::Qaysi?{{=toʻgʻri {options}}}".encode()).url)
    (line,) = report.context["lines"]
    assert line.tone == "warn"
    assert line.reasons


def test_only_editors_import_and_only_its_owner_sees_a_file(page: QuizPage, editor: Client) -> None:
    address = upload(editor, page, "practice.xml").url
    other = Client()
    other.force_login(make_staff("editor"))
    assert other.get(address).status_code == 404
    assert other.post(address).status_code == 404
    trainer = Client()
    trainer.force_login(make_person())
    assert trainer.get(f"/admin/quizzes/{page.pk}/import/").status_code != 200
    assert not drafted(page).questions


def test_a_locked_page_takes_nothing(page: QuizPage, editor: Client) -> None:
    address = upload(editor, page, "practice.xml").url
    QuizPage.objects.filter(pk=page.pk).update(
        locked=True, locked_at=timezone.now(), locked_by=make_staff("moderator")
    )
    answer = editor.post(address)
    assert answer.status_code == 200
    assert answer.context["locked"]
    waiting = QuestionUpload.objects.get()
    with pytest.raises(PermissionDenied):
        add_questions(upload=waiting, page=page, person=waiting.owner, alternatives={})
    assert not drafted(page).questions


def test_of_six_waiting_files_the_oldest_gives_way(page: QuizPage, editor: Client) -> None:
    first = upload(editor, page, "practice.xml").url
    for _time in range(5):
        upload(editor, page, "practice.xml")
    assert QuestionUpload.objects.count() == 5
    assert editor.get(first).status_code == 404


def test_an_image_in_hundreds_of_questions_does_not_swell_the_report(
    page: QuizPage, editor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quizzes.exchange.report._MOST_SHOWN", 10)
    text = editor.get(upload(editor, page, "practice.xml").url).content.decode()
    assert "data:image/png;base64," not in text


def test_a_file_that_nobody_confirms_is_forgotten_after_a_day(page: QuizPage, editor: Client) -> None:
    upload(editor, page, "practice.xml")
    ticking.run(now=timezone.now() + timedelta(hours=23))
    assert QuestionUpload.objects.count() == 1
    ticking.run(now=timezone.now() + timedelta(hours=25))
    assert not QuestionUpload.objects.exists()
