import json

import pytest

from accounts.own_data import readable
from tests.factories.accounts import signed_in
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db
DATA = "/uz/account/data/"


def test_a_person_sees_everything_in_words():
    person = make_person(workplace="INSON markazi", phone="+998901234567")
    page = signed_in(person).get(DATA).content.decode()
    for value in (person.last_name, person.email, "INSON markazi", "+998901234567"):
        assert value in page


def test_the_json_file_holds_the_account_and_its_address():
    person = make_person()
    answer = signed_in(person).get(f"{DATA}download.json")
    assert "attachment" in answer.headers["Content-Disposition"]
    data = json.loads(answer.content)
    assert data["person"] == str(person.public_id)
    assert person.last_name in data["sections"]["accounts.user"]["rows"][0].values()
    assert person.email in data["sections"]["account.emailaddress"]["rows"][0].values()


def test_the_html_file_stands_alone():
    person = make_person()
    answer = signed_in(person).get(f"{DATA}download.html")
    text = answer.content.decode()
    assert "attachment" in answer.headers["Content-Disposition"]
    assert person.last_name in text and "<link" not in text and "<script" not in text and "src=" not in text


def test_nobody_else_is_in_it():
    other = make_person(last_name="Begona")
    person = make_person()
    browser = signed_in(person)
    for name in ("", "download.json", "download.html"):
        text = browser.get(DATA + name).content.decode()
        assert "Begona" not in text and other.email not in text


def test_no_password_and_no_secret_is_in_it():
    from tests.factories.people import add_second_factor

    person = make_person()
    add_second_factor(person)
    text = signed_in(person).get(f"{DATA}download.json").content.decode()
    assert person.password not in text
    assert person.authenticator_set.get().data["secret"] not in text


def test_these_pages_are_stored_by_no_cache():
    browser = signed_in(make_person())
    for name in ("", "download.json", "download.html"):
        assert "no-store" in browser.get(DATA + name).headers["Cache-Control"]


@pytest.mark.parametrize(("value", "words"), [(["a", "b"], "a, b"), ({"k": 1}, "k: 1"), (None, "None"), (3, "3")])
def test_values_become_readable(value, words):
    assert readable(value) == words
