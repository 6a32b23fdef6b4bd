import re

import pytest
from django.core import mail
from django.test import Client

from accounts.models import User
from tests.factories.accounts import LOGIN, SIGNUP, signup_data
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db


def body(answer):
    """The page without what differs between any two answers: the token and the address that was typed."""
    text = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", answer.content.decode())
    return text.replace("unknown@example.test", "X").replace("known@example.test", "X")


def both(post):
    make_person("known@example.test")
    return post("known@example.test"), post("unknown@example.test")


def test_sign_up_answers_the_same(client):
    known, unknown = both(lambda email: client.post(SIGNUP, signup_data(email)))
    assert (known.status_code, known.headers["Location"]) == (unknown.status_code, unknown.headers["Location"])
    assert len(mail.outbox) == 2


def test_sign_up_with_a_known_address_changes_nothing_stored(client):
    person = make_person("known@example.test")
    client.post(SIGNUP, signup_data("Known@Example.test"))
    stored = User.objects.get()
    assert (stored.last_name, stored.password) == (person.last_name, person.password)


def test_a_new_password_answers_the_same(client):
    known, unknown = both(lambda email: client.post("/uz/account/password/reset/", {"email": email}))
    assert (known.status_code, known.headers["Location"]) == (unknown.status_code, unknown.headers["Location"])
    assert len(mail.outbox) == 2


def test_sign_in_answers_the_same(client):
    known, unknown = both(lambda email: client.post(LOGIN, {"login": email, "password": "wrong"}))
    assert known.status_code == unknown.status_code == 200
    assert body(known) == body(unknown)


def test_sign_up_takes_the_work_of_hashing_either_way(monkeypatch):
    from django.contrib.auth import hashers

    hashed = []
    real = hashers.make_password
    for module in ("django.contrib.auth.base_user", "accounts.forms.signup"):
        monkeypatch.setattr(f"{module}.make_password", lambda *a, **k: hashed.append(1) or real(*a, **k))
    Client().post(SIGNUP, signup_data("unknown@example.test"))
    fresh = len(hashed)
    Client().post(SIGNUP, signup_data("unknown@example.test"))
    assert fresh >= 1
    assert len(hashed) - fresh == fresh
