"""The privacy notice in force is the live page “privacy”; who signs up accepts the version that stands on it."""

import pytest

from accounts.models import PrivacyNoticeAcceptance
from accounts.services import accept_privacy_notice
from home.models import StandardPage
from tests.factories.accounts import SIGNUP, sign_in, signup_data
from tests.factories.certificates import NOW
from tests.factories.pages import in_language, make_home, translate
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def notice():
    home = make_home()
    page = home.add_child(
        instance=StandardPage(title="Maxfiylik", slug="privacy", version="4", locale=home.locale, live=True)
    )
    translate(page)
    return page


def test_who_signs_up_reads_and_accepts_the_version_of_the_page(client, notice):
    page = client.get(SIGNUP.replace("/uz/", "/ru/")).content.decode()
    assert 'href="/ru/privacy/"' in page
    client.post(SIGNUP, signup_data())
    assert PrivacyNoticeAcceptance.objects.get().version == "4"


def test_a_new_version_published_by_editors_is_asked_for_at_the_next_sign_in(client, notice):
    person = make_person()
    accept_privacy_notice(person=person, version="4", language="uz", now=NOW)
    assert "privacy-notice" not in sign_in(client, person).headers["Location"]
    client.logout()
    notice.version = "5"
    notice.save_revision().publish()
    answer = sign_in(client, person)
    assert answer.headers["Location"].startswith("/uz/account/privacy-notice/")
    assert 'value="5"' in client.get(answer.headers["Location"]).content.decode()


def test_a_notice_that_is_not_translated_is_read_in_uzbek(client, notice):
    in_language(notice, "en").delete()
    assert 'href="/uz/privacy/"' in client.get(SIGNUP.replace("/uz/", "/en/")).content.decode()


def test_a_page_that_was_taken_down_is_no_notice(client, notice):
    notice.unpublish()
    client.post(SIGNUP, signup_data())
    assert PrivacyNoticeAcceptance.objects.get().version == "0"
