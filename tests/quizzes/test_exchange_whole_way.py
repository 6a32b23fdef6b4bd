"""The whole way of an editor: a file into one bank, out of it in each format, into another bank, alike."""

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from accounts.site_roles import setup_roles
from quizzes.exchange.exporting import exchanged_of
from quizzes.models import QuestionBankIndexPage, QuestionBankPage
from tests.factories.accounts import make_staff
from tests.factories.pages import make_home
from tests.quizzes.interchange.alike import told
from tests.quizzes.interchange.looking import content

pytestmark = pytest.mark.django_db


@pytest.fixture
def banks(db: None) -> tuple[QuestionBankPage, QuestionBankPage]:
    setup_roles()
    index = make_home().add_child(instance=QuestionBankIndexPage(title="Savollar banklari", slug="banks"))
    first, second = (
        index.add_child(instance=QuestionBankPage(title=title, slug=title.lower())) for title in ("Bir", "Ikki")
    )
    return first, second


def brought_in(client: Client, bank: QuestionBankPage, name: str, data: bytes) -> Any:
    """Walk as an editor does: the form, the report, the button; return the page after it."""
    address = f"/admin/quizzes/{bank.pk}/import/"
    form = client.get(address).content.decode()
    assert 'enctype="multipart/form-data"' in form
    report = client.post(address, {"file": SimpleUploadedFile(name, data), "format": ""}, follow=True)
    assert re.search(r'<button class="button" type="submit">[^<]*\d+', report.content.decode())
    return client.post(report.redirect_chain[-1][0], follow=True)


def draft(bank: QuestionBankPage) -> Any:
    return QuestionBankPage.objects.get(pk=bank.pk).get_latest_revision_as_object()


def untold(client: Client, bank: QuestionBankPage, format_: str) -> set[str]:
    """Return the names of the questions that the export page says go as they are."""
    offers = client.get(f"/admin/quizzes/{bank.pk}/export/").context["offers"]
    (offer,) = (offer for offer in offers if offer["format"].key == format_)
    changed = {line.name for line in offer["lines"]}
    return {item.question.name for item in exchanged_of(draft(bank))} - changed


@pytest.mark.parametrize(("format_", "whole"), [("moodle", 9), ("gift", 5), ("qti", 7)])
def test_what_went_out_of_one_bank_comes_into_another(
    banks: tuple[QuestionBankPage, QuestionBankPage], format_: str, whole: int
) -> None:
    first, second = banks
    editor = Client()
    editor.force_login(make_staff("editor"))
    done = brought_in(editor, first, "practice.xml", content("practice.xml"))
    assert done.status_code == 200
    sent = exchanged_of(draft(first))
    assert len(sent) == 10
    assert all(child.value["reviewed_on"] is None for child in draft(first).questions)
    assert not QuestionBankPage.objects.get(pk=first.pk).questions  # a draft: nothing is drawn from it

    file = editor.get(f"/admin/quizzes/{first.pk}/export/{format_}/")
    brought_in(editor, second, f"bank.{format_}", file.content)
    got = exchanged_of(draft(second))
    assert not {item.question.id for item in got} & {item.question.id for item in sent}
    kept = untold(editor, first, format_)
    assert len(kept) >= whole
    assert [told(item) for item in got if item.question.name in kept] == [
        told(item) for item in sent if item.question.name in kept
    ]
    if format_ != "gift":  # which holds no files
        assert [picture.content for item in got for picture in item.pictures] == [
            picture.content for item in sent for picture in item.pictures
        ]
