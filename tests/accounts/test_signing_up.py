import pytest
from allauth.account.models import EmailAddress
from django.db import IntegrityError

from accounts import privacy_notice
from accounts.models import PrivacyNoticeAcceptance, User
from tests.factories.accounts import SIGNUP, last_mail, links_in, sign_in, signup_data

pytestmark = pytest.mark.django_db


def confirm(client):
    path = links_in(last_mail().body)[0].removeprefix("http://127.0.0.1:8000")
    return client.post(path)


def test_a_newcomer_signs_up_confirms_the_address_and_is_signed_in(client):
    assert client.post(SIGNUP, signup_data()).headers["Location"] == "/uz/account/confirm-email/"
    assert confirm(client).status_code == 302
    assert client.get("/uz/account/profile/").status_code == 200


def test_the_details_of_sign_up_are_stored(client):
    client.post(SIGNUP, signup_data(preferred_language="ru"))
    person = User.objects.get()
    assert person.get_full_name() == "Toʻlaganova Maʼmura Olim qizi"
    assert (person.email, person.preferred_language) == ("yangi@example.test", "ru")


def test_the_version_of_the_privacy_notice_is_recorded(client, monkeypatch):
    monkeypatch.setattr(privacy_notice, "_provider", lambda language: privacy_notice.PrivacyNotice("3", "/uz/p/"))
    page = client.get(SIGNUP)
    assert 'href="/uz/p/"' in page.content.decode()
    client.post("/ru/account/signup/", signup_data())
    row = PrivacyNoticeAcceptance.objects.get()
    assert (row.version, row.language, row.person.email) == ("3", "ru", "yangi@example.test")


def test_without_a_notice_version_nought_is_recorded(client):
    client.post(SIGNUP, signup_data())
    assert PrivacyNoticeAcceptance.objects.get().version == "0"


def test_without_accepting_the_notice_nobody_signs_up_and_nothing_typed_is_lost(client):
    page = client.post(SIGNUP, signup_data(privacy=""))
    assert "Toʻlaganova" in page.content.decode()
    assert page.context["form"].errors.keys() == {"privacy"}
    assert not User.objects.exists()


def test_until_the_address_is_confirmed_nobody_gets_in(client):
    client.post(SIGNUP, signup_data())
    client.session.flush()
    client.cookies.clear()
    answer = sign_in(client, User.objects.get(), "uzoq-va-maxfiy-soz")
    assert answer.headers["Location"] == "/uz/account/confirm-email/"
    assert client.get("/uz/account/profile/").status_code == 302


def test_opening_the_link_alone_confirms_nothing(client):
    client.post(SIGNUP, signup_data())
    path = links_in(last_mail().body)[0].removeprefix("http://127.0.0.1:8000")
    assert client.get(path).status_code == 200
    assert not EmailAddress.objects.get().verified


def test_sign_up_is_stored_whole_or_not_at_all(client, monkeypatch):
    def fail(**kwargs):
        raise RuntimeError

    monkeypatch.setattr("accounts.forms.details.accept_privacy_notice", fail)
    with pytest.raises(RuntimeError):
        client.post(SIGNUP, signup_data())
    assert not User.objects.exists()


def test_the_form_sent_twice_at_once_answers_the_same_and_makes_one_account(client, monkeypatch):
    from allauth.account.forms import SignupForm as Base

    real, calls = Base.save, []

    def slower_tab(self, request):
        calls.append(1)
        if len(calls) == 1:
            real(self, request)
            raise IntegrityError
        return real(self, request)

    monkeypatch.setattr(Base, "save", slower_tab)
    answer = client.post(SIGNUP, signup_data())
    assert answer.headers["Location"] == "/uz/account/confirm-email/"


def test_extra_fields_give_no_rights(client):
    client.post(SIGNUP, signup_data(is_superuser="on", groups="1", is_active="", erased_at="2020-01-01"))
    person = User.objects.get()
    assert not person.is_superuser and person.is_active and not person.groups.exists() and person.erased_at is None


@pytest.mark.parametrize("language", ["uz", "ru", "en"])
def test_the_language_of_the_page_is_suggested(client, language):
    page = client.get(f"/{language}/account/signup/")
    assert page.context["form"]["preferred_language"].value() == language
