import pytest

from tests.factories.accounts import LOGIN, sign_in
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db


def wrong(client, email, address="10.0.0.1"):
    return client.post(LOGIN, {"login": email, "password": "wrong"}, REMOTE_ADDR=address)


def test_the_sixth_try_within_five_minutes_is_refused_even_with_the_right_password(client):
    person = make_person()
    for number in range(5):
        wrong(client, person.email, address=f"10.0.0.{number}")
    answer = sign_in(client, person)
    assert answer.status_code == 200
    assert not client.session.get("_auth_user_id")


def test_one_account_under_attack_does_not_lock_out_the_office_around_it(client):
    attacked, neighbour = make_person(), make_person()
    for _try in range(8):
        wrong(client, attacked.email)
    assert sign_in(client, neighbour).status_code == 302


def test_forty_people_behind_one_address_all_get_in(client):
    for _number in range(40):
        person = make_person()
        assert sign_in(client, person).status_code == 302
        client.post("/uz/account/logout/")


def test_a_robot_at_one_address_meets_our_page_with_429(client):
    answers = [wrong(client, f"p{number}@example.test") for number in range(125)]
    assert answers[-1].status_code == 429
    assert "<h1>" in answers[-1].content.decode()


def test_wrong_passwords_at_erasing_count_against_the_same_limit(client):
    person = make_person()
    client.force_login(person)
    for _try in range(5):
        client.post("/uz/account/data/erase/", {"password": "wrong", "confirmation": "erase"})
    client.post("/uz/account/data/erase/", {"password": "a-long-enough-password", "confirmation": "erase"})
    person.refresh_from_db()
    assert person.erased_at is None
