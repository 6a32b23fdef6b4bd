"""Whoever signs in while a newer privacy notice is in force is asked to accept it, and may go on without."""

import pytest

from accounts import privacy_notice
from accounts.models import PrivacyNoticeAcceptance
from accounts.services import accept_privacy_notice
from tests.factories.accounts import make_staff, second_factor_code, sign_in, signed_in
from tests.factories.certificates import NOW
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db
PAGE = "/uz/account/privacy-notice/"
WAY = f"{PAGE}?next=%2Fuz%2Faccount%2Fprofile%2F"


@pytest.fixture(autouse=True)
def notice(monkeypatch):
    """Version 2 is in force."""
    put_in_force("2", monkeypatch)


def put_in_force(version, monkeypatch):
    found = privacy_notice.PrivacyNotice(version, "/uz/privacy/") if version else None
    monkeypatch.setattr(privacy_notice, "_provider", lambda language: found)


def accepted(person, version):
    accept_privacy_notice(person=person, version=version, language="uz", now=NOW)
    return person


def test_who_accepted_an_older_version_is_asked_after_signing_in(client):
    person = accepted(make_person(), "1")
    assert sign_in(client, person).headers["Location"] == WAY
    page = client.get(WAY).content.decode()
    assert 'href="/uz/privacy/"' in page
    assert 'href="/uz/account/profile/"' in page, "one may go on without accepting"


def test_accepting_is_recorded_in_the_language_of_the_page_and_leads_on(client):
    person = accepted(make_person(), "1")
    sign_in(client, person)
    answer = client.post("/ru/account/privacy-notice/", {"version": "2", "next": "/uz/account/profile/"})
    assert answer.headers["Location"] == "/uz/account/profile/"
    row = PrivacyNoticeAcceptance.objects.get(person=person, version="2")
    assert row.language == "ru"
    client.logout()
    assert sign_in(client, person).headers["Location"] == "/uz/account/profile/"


def test_accepting_in_two_tabs_keeps_the_first_row():
    browser = signed_in(make_person())
    for _tab in range(2):
        assert browser.post(PAGE, {"version": "2"}).status_code == 302
    assert PrivacyNoticeAcceptance.objects.count() == 1


def test_a_version_that_is_no_longer_in_force_is_not_accepted_unseen(monkeypatch):
    browser = signed_in(make_person())
    browser.get(PAGE)
    put_in_force("3", monkeypatch)
    answer = browser.post(PAGE, {"version": "2", "next": "/uz/account/profile/"})
    assert answer.status_code == 409
    assert 'name="version" value="3"' in answer.content.decode()
    assert 'name="next" value="/uz/account/profile/"' in answer.content.decode()
    assert not PrivacyNoticeAcceptance.objects.exists()


def test_who_accepted_this_version_is_not_asked(client):
    person = accepted(make_person(), "2")
    assert sign_in(client, person).headers["Location"] == "/uz/account/profile/"


def test_without_a_notice_nobody_is_asked(client, monkeypatch):
    put_in_force("", monkeypatch)
    assert sign_in(client, make_person()).headers["Location"] == "/uz/account/profile/"


def test_the_question_comes_after_the_second_factor(client):
    person = accepted(make_staff("trainer"), "1")
    second = sign_in(client, person).headers["Location"]
    assert "privacy-notice" not in second
    assert client.post(second, {"code": second_factor_code(person)}).headers["Location"] == WAY


def test_other_pages_stay_open_before_it_is_accepted():
    assert signed_in(accepted(make_person(), "1")).get("/uz/account/profile/").status_code == 200


def test_looking_at_the_page_accepts_nothing():
    signed_in(make_person()).get(PAGE)
    assert not PrivacyNoticeAcceptance.objects.exists()


def test_it_never_leads_to_another_site():
    page = signed_in(make_person()).get(f"{PAGE}?next=https://evil.example/").content.decode()
    assert "evil.example" not in page.split("<form", 1)[1].split("</form>")[0]
