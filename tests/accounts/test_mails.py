import pytest
from django.core import mail

from tests.factories.accounts import SIGNUP, last_mail, links_in, signup_data
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db
RESET = "/uz/account/password/reset/"


def test_a_mail_has_plain_text_and_html_with_the_same_link(client):
    client.post(SIGNUP, signup_data())
    message = last_mail()
    (html, kind), link = message.alternatives[0], links_in(message.body)[0]
    assert kind == "text/html"
    assert f'href="{link}"' in html


def test_a_mail_comes_in_the_language_its_reader_prefers(client):
    make_person("olim@example.test", preferred_language="ru")
    client.post(RESET, {"email": "olim@example.test"})
    message = last_mail()
    assert message.extra_headers["Content-Language"] == "ru"
    assert links_in(message.body)[0].startswith("http://127.0.0.1:8000/ru/account/password/reset/key/")
    assert '<html lang="ru">' in message.alternatives[0][0]


@pytest.mark.parametrize("email", ["olim@example.test", "nobody@example.test"])
def test_a_forged_host_never_reaches_a_mail(client, email):
    make_person("olim@example.test")
    client.post(RESET, {"email": email}, headers={"host": "evil.example"})
    message = last_mail()
    assert "evil.example" not in str(message.message())
    assert all(link.startswith("http://127.0.0.1:8000") for link in links_in(message.body))


def test_a_forged_host_never_reaches_the_confirmation_of_an_address(client):
    client.post(SIGNUP, signup_data(), headers={"host": "evil.example"})
    assert "evil.example" not in str(last_mail().message())


def test_a_link_in_another_language_than_the_page_still_works(client):
    make_person("olim@example.test", preferred_language="en")
    client.post(RESET, {"email": "olim@example.test"})
    path = links_in(last_mail().body)[0].removeprefix("http://127.0.0.1:8000")
    answer = client.get(path, follow=True)
    assert answer.status_code == 200
    assert answer.redirect_chain[0][0].startswith("/en/account/password/reset/key/")
    assert "token_fail" not in answer.context or not answer.context["token_fail"]


def test_the_owner_hears_of_a_changed_password(client):
    person = make_person()
    client.force_login(person)
    client.post(
        "/uz/account/password/change/",
        {"oldpassword": "a-long-enough-password", "password1": "yangi-uzun-parol", "password2": "yangi-uzun-parol"},
    )
    assert [message.to for message in mail.outbox] == [[person.email]]
