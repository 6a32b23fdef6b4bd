"""A reader reports a mistake: kept once, bounded, without an account; editors see it, nobody else does."""

import pytest
from django.test import Client

from accounts.site_roles import setup_roles
from home.limits import REPORTS_AN_HOUR
from home.models import MistakeReport
from home.privacy import _erase, _export
from tests.factories.accounts import make_staff, signed_in
from tests.factories.pages import make_home
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db
ADDRESS = "/uz/report-mistake/?page=/uz/courses/"


@pytest.fixture(autouse=True)
def _home():
    make_home()


@pytest.fixture
def editor():
    setup_roles()
    return signed_in(make_staff("editor"))


def report(client, words="Imlo xatosi: “rozlik”", email="", **more):
    return client.post(ADDRESS, {"words": words, "email": email, **more})


def test_a_report_is_kept_with_its_page(client: Client):
    response = report(client, email="oquvchi@example.test")
    assert response.status_code == 302
    kept = MistakeReport.objects.get()
    assert (kept.page, kept.email, kept.language, kept.settled) == (
        "/uz/courses/",
        "oquvchi@example.test",
        "uz",
        False,
    )
    assert "/uz/courses/" in client.get(response.url).content.decode()


def test_sent_twice_it_is_kept_once(client: Client):
    report(client)
    assert report(client).status_code == 302
    assert MistakeReport.objects.count() == 1


def test_the_form_itself_writes_nothing(client: Client):
    assert client.get(ADDRESS).status_code == 200
    assert not MistakeReport.objects.exists()


def test_a_bad_report_loses_nothing_that_was_typed(client: Client):
    response = report(client, words="Xato bor", email="bu-manzil-emas")
    page = response.content.decode()
    assert response.status_code == 422
    assert "Xato bor" in page and "bu-manzil-emas" in page and 'href="#id_email"' in page
    assert not MistakeReport.objects.exists()


@pytest.mark.parametrize("words", ["", "   ", "x" * 2001, "a\x00b"])
def test_empty_endless_and_binary_words_are_refused(client: Client, words):
    assert report(client, words=words).status_code == 422
    assert not MistakeReport.objects.exists()


def test_a_programme_that_fills_every_field_is_thanked_and_forgotten(client: Client):
    assert report(client, website="https://example.test").status_code == 302
    assert not MistakeReport.objects.exists()


def test_one_address_can_send_only_so_many(client: Client):
    for number in range(REPORTS_AN_HOUR):
        assert report(client, words=f"Xato {number}").status_code == 302
    refused = report(client, words="Yana bir xato")
    assert refused.status_code == 429 and "Yana bir xato" in refused.content.decode()
    assert MistakeReport.objects.count() == REPORTS_AN_HOUR


@pytest.mark.parametrize("page", ["//evil.example/", "https://evil.example/", "javascript:alert(1)", "/" + "a" * 500])
def test_only_pages_of_this_site_can_be_named(client: Client, page):
    response = client.post(f"/uz/report-mistake/?{'page=' + page}", {"words": "Xato"})
    assert "evil" not in response.url and "javascript" not in response.url
    assert MistakeReport.objects.get().page == "/"


def test_the_way_back_leads_to_the_page_and_nowhere_else(client: Client):
    page = client.get("/uz/report-mistake/thanks/?page=//evil.example/").content.decode()
    assert "evil.example" not in page.split("<main", 1)[1].split("</main>")[0]


def test_a_report_needs_the_forms_token():
    strict = Client(enforce_csrf_checks=True)
    assert report(strict).status_code == 403


def test_editors_read_reports_and_settle_them(editor):
    kept = MistakeReport.objects.create(
        page="/uz/", words="Xato", email="", language="uz", created_at="2026-11-22T10:00:00Z"
    )
    assert "Xato" in editor.get("/admin/mistake-reports/").content.decode()
    editor.post(f"/admin/mistake-reports/edit/{kept.pk}/", {"settled": "on", "words": "Boshqa"})
    kept.refresh_from_db()
    assert kept.settled and kept.words == "Xato"


def test_editors_neither_write_nor_delete_reports(editor):
    kept = MistakeReport.objects.create(
        page="/uz/", words="Xato", email="", language="uz", created_at="2026-11-22T10:00:00Z"
    )
    editor.post("/admin/mistake-reports/new/", {"settled": "on"})
    editor.post(f"/admin/mistake-reports/delete/{kept.pk}/")
    assert list(MistakeReport.objects.all()) == [kept]


def test_an_administrator_of_people_does_not_read_reports():
    setup_roles()
    page = signed_in(make_staff("administrator")).get("/admin/mistake-reports/")
    assert page.status_code == 302 and page.url.startswith("/admin/")


def test_a_person_takes_and_erases_the_address_not_the_report(client: Client):
    person = make_person()
    report(client, email=person.email)
    assert [row["Elektron pochta manzili"] for row in _export(person)] == [person.email]
    _erase(person)
    assert MistakeReport.objects.get().email == "" and _export(person) == []
