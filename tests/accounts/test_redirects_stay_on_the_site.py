import pytest

from tests.factories.accounts import sign_in
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db
ELSEWHERE = ["//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:alert(1)", "\\\\evil.example"]


@pytest.mark.parametrize("target", ELSEWHERE)
def test_sign_in_goes_nowhere_else(client, target, settings):
    settings.LOGIN_REDIRECT_URL = "/uz/account/profile/"
    answer = sign_in(client, make_person(), next=target)
    assert answer.headers["Location"] == "/uz/account/profile/"


@pytest.mark.parametrize("target", ELSEWHERE)
def test_sign_out_goes_nowhere_else(client, target):
    client.force_login(make_person())
    answer = client.post("/uz/account/logout/", {"next": target})
    assert answer.headers["Location"] == "/"


@pytest.mark.parametrize("target", [*ELSEWHERE, "http://testserver/uz/"])
def test_confirming_the_name_goes_nowhere_else(client, target, settings):
    settings.LOGIN_REDIRECT_URL = "/uz/account/profile/"
    client.force_login(make_person())
    answer = client.post("/uz/account/certificate-name/", {"latin": "Karimova Dilnoza", "next": target})
    assert answer.headers["Location"] == "/uz/account/profile/"
