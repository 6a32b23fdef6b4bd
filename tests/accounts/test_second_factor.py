import pytest
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.test import Client

from tests.factories.accounts import code_for, last_mail, links_in, make_staff, second_factor_code, sign_in, signed_in
from tests.factories.people import PASSWORD, make_person

pytestmark = pytest.mark.django_db
PEOPLE = "/uz/account/people/"


@pytest.mark.parametrize("role", ["trainer", "editor", "moderator", "manager", "auditor", "administrator"])
@pytest.mark.parametrize("path", [PEOPLE, "/uz/account/log/", "/uz/account/data/", "/admin/", "/admin/account/"])
def test_a_role_without_a_second_factor_sees_only_its_set_up(role, path):
    client = signed_in(make_person(roles=(role,)))
    assert client.get(path).headers["Location"] == "/uz/account/2fa/"


def test_the_pages_that_set_it_up_are_open():
    client = signed_in(make_person(roles=("administrator",)))
    assert client.get("/uz/account/2fa/").status_code == 200
    assert client.get("/uz/account/logout/").status_code == 200


def test_a_learner_needs_none():
    assert signed_in(make_person()).get("/uz/account/data/").status_code == 200


def test_development_offers_it_without_asking_for_it(settings):
    settings.SECOND_FACTOR_REQUIRED = False
    assert signed_in(make_person(roles=("administrator",))).get(PEOPLE).status_code == 200


def test_a_password_alone_is_not_enough_once_it_is_set_up(client):
    person = make_staff("administrator")
    answer = sign_in(client, person, next=PEOPLE)
    assert answer.headers["Location"].startswith("/uz/account/2fa/authenticate/")
    assert client.get(PEOPLE).headers["Location"].startswith("/uz/account/login/")
    assert client.get("/admin/").headers["Location"].startswith("/uz/account/login/")


def test_password_and_code_open_the_door(client):
    person = make_staff("administrator")
    sign_in(client, person, next=PEOPLE)
    answer = client.post("/uz/account/2fa/authenticate/", {"code": second_factor_code(person)})
    assert answer.headers["Location"] == PEOPLE
    assert client.get(PEOPLE).status_code == 200


def test_a_code_works_once(client):
    person = make_staff("administrator")
    code = second_factor_code(person)
    sign_in(client, person)
    client.post("/uz/account/2fa/authenticate/", {"code": code})
    other = Client()
    sign_in(other, person)
    other.post("/uz/account/2fa/authenticate/", {"code": code})
    assert "_auth_user_id" not in other.session


def test_a_new_password_does_not_skip_it(client):
    person = make_staff("moderator")
    client.post("/uz/account/password/reset/", {"email": person.email})
    path = links_in(last_mail().body)[0].removeprefix("http://127.0.0.1:8000")
    form = client.get(path, follow=True).redirect_chain[-1][0]
    client.post(form, {"password1": "yangi-uzun-parol", "password2": "yangi-uzun-parol"})
    assert "_auth_user_id" not in client.session
    sign_in(client, person, "yangi-uzun-parol")
    assert "_auth_user_id" not in client.session


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_setting_it_up_ends_sessions_opened_with_the_password_alone(client):
    person = make_person(roles=("manager",))
    thief = Client()
    for browser in (thief, client):
        sign_in(browser, person)
        browser.get("/uz/account/2fa/")
    client.get("/uz/account/2fa/totp/activate/")
    client.post("/uz/account/reauthenticate/", {"password": PASSWORD})
    client.get("/uz/account/2fa/totp/activate/")
    secret = client.session["mfa.totp.secret"]
    code = code_for(secret)
    client.post("/uz/account/2fa/totp/activate/", {"code": code})
    assert Authenticator.objects.filter(user=person, type="totp").exists()
    assert UserSession.objects.filter(user=person).count() == 1
    assert thief.get("/uz/account/data/").headers["Location"].startswith("/uz/account/login/")
    assert client.get("/uz/account/data/").status_code == 200


def test_recovery_codes_let_in_when_the_phone_is_lost(client):
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

    person = make_staff("auditor")
    code = RecoveryCodes.activate(person).get_unused_codes()[0]
    sign_in(client, person)
    client.post("/uz/account/2fa/authenticate/", {"code": code})
    assert client.session["_auth_user_id"] == str(person.pk)


def test_the_code_to_scan_is_black_on_white_and_comes_from_the_page_itself(client):
    import base64
    import re

    sign_in(client, make_person())
    client.post("/uz/account/reauthenticate/", {"password": PASSWORD})
    page = client.get("/uz/account/2fa/totp/activate/").content.decode()
    picture = base64.b64decode(re.search(r'src="data:image/svg\+xml;base64,([^"]+)"', page).group(1)).decode()
    assert "#fff" in picture and "#000" in picture
