"""Only misses are counted. Whoever holds a code can always check it."""

import pytest
from django.test import Client
from django.urls import reverse

from certificates.misses import MOST
from tests.factories.certificates import make_certificate

pytestmark = pytest.mark.django_db
SEARCH = "/verify/"


def _guess(client: Client, **headers: str) -> int:
    return client.get(SEARCH, {"number": "SB 1", "surname": "Boshqa"}, **headers).status_code


def test_after_thirty_misses_the_address_waits(client: Client) -> None:
    make_certificate()
    assert [_guess(client) for _ in range(MOST)] == [404] * MOST
    answer = client.get(SEARCH, {"number": "SB 1", "surname": "Boshqa", "lang": "en"})
    assert answer.status_code == 429
    assert "ten minutes" in answer.content.decode()
    assert answer.headers["Retry-After"]


def test_a_right_guess_after_too_many_misses_is_not_answered(client: Client) -> None:
    make_certificate()
    for _ in range(MOST + 1):
        _guess(client)
    assert client.get(SEARCH, {"number": "SB 1", "surname": "Toʻrayeva"}).status_code == 429


def test_a_right_code_is_answered_however_many_misses_there_were(client: Client) -> None:
    code = make_certificate().code
    for _ in range(MOST + 1):
        client.get(reverse("verify:certificate", args=["wrong"]))
    assert client.get(reverse("verify:certificate", args=["wrong"])).status_code == 429
    assert client.get("/verify/wrong.json").status_code == 429
    assert client.get(reverse("verify:certificate", args=[code])).status_code == 200
    assert client.get(reverse("verify:json", args=[code])).status_code == 200


def test_hits_are_never_counted(client: Client) -> None:
    code = make_certificate().code
    for _ in range(MOST + 5):
        assert client.get(reverse("verify:certificate", args=[code])).status_code == 200
        assert client.get(SEARCH, {"number": "SB 1", "surname": "Toʻrayeva"}).status_code == 200
    assert _guess(client) == 404


def test_another_address_is_not_held_up(client: Client) -> None:
    make_certificate()
    for _ in range(MOST + 1):
        _guess(client)
    assert _guess(client, REMOTE_ADDR="192.0.2.7") == 404
