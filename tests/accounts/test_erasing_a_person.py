from datetime import UTC, datetime

import pytest
from allauth.account.models import EmailAddress
from django.contrib.sessions.models import Session
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection

from accounts.models import PrivacyNoticeAcceptance, PrivilegedAct, User
from accounts.roles import ADMINISTRATOR, MANAGER
from accounts.services import accept_privacy_notice, erase_person
from core.records import RecordIsFinal
from notices.services import notify
from tests.factories.accounts import make_staff, sign_in, signed_in
from tests.factories.people import PASSWORD, add_second_factor, make_person

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
ERASE = "/uz/account/data/erase/"
CANARY = "Qanarxon"


def full_person():
    """A person whose every own field holds the canary."""
    person = make_person(
        f"{CANARY.lower()}@example.test", last_name=CANARY, first_name=CANARY, patronymic=CANARY, workplace=CANARY,
        post=CANARY, certificate_name_latin=CANARY, certificate_name_cyrillic="Қанархон", phone="+998901112233",
    )  # fmt: skip
    add_second_factor(person)
    accept_privacy_notice(person=person, version="1", language="uz", now=NOW)
    notify(
        person=person, kind="test", subject_key="1", language="uz", subject=CANARY, body=CANARY, url="", now=NOW
    )  # fmt: skip
    return person


def everything_stored():
    """All text of all tables."""
    text = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT * FROM "{table}"')
            text += [str(value) for row in cursor.fetchall() for value in row]
    return "\n".join(text).lower()


def test_after_erasure_the_person_is_nowhere_in_the_database(client):
    person = full_person()
    sign_in(client, person)
    erase_person(person=person, actor=person, reason="", now=NOW)
    stored = everything_stored()
    for trace in (CANARY.lower(), "қанархон", "901112233"):
        assert trace not in stored


def test_the_row_stays_empty_so_that_records_still_point_at_somebody():
    person = full_person()
    number = person.public_id
    assert erase_person(person=person, actor=person, reason="", now=NOW)
    row = User.objects.get(pk=person.pk)
    assert (row.email, row.last_name, row.erased_at, row.is_active) == (
        f"erased-{number}@invalid.saboq.example", "—", NOW, False,
    )  # fmt: skip
    assert not row.has_usable_password()
    assert PrivacyNoticeAcceptance.objects.filter(person=row).exists()


def test_erasing_closes_every_session(client):
    person = make_person()
    sign_in(client, person)
    other = signed_in(person)
    erase_person(person=person, actor=person, reason="", now=NOW)
    assert not Session.objects.filter(session_key__in=[client.session.session_key, other.session.session_key]).exists()
    assert client.get("/uz/account/data/").status_code == 302


def test_erasing_twice_is_one_act():
    person = make_person()
    assert erase_person(person=person, actor=person, reason="", now=NOW)
    assert not erase_person(person=person, actor=person, reason="", now=NOW)
    assert PrivilegedAct.objects.filter(verb="accounts.erase_person").count() == 1


def test_the_person_erases_on_the_page_with_password_and_typed_word():
    person = make_person()
    browser = signed_in(person)
    answer = browser.post(ERASE, {"password": PASSWORD, "confirmation": browser.get(ERASE).context["form"].word})
    assert answer.headers["Location"] == "/uz/account/data/erased/"
    assert browser.get(answer.headers["Location"]).status_code == 200
    person.refresh_from_db()
    assert person.erased_at is not None


@pytest.mark.parametrize("wrong", [{"password": "wrong"}, {"confirmation": "no"}])
def test_a_wrong_password_or_word_erases_nothing(wrong):
    person = make_person()
    page = signed_in(person).post(ERASE, {"password": PASSWORD, "confirmation": "erase", **wrong})
    assert page.status_code == 422
    person.refresh_from_db()
    assert person.erased_at is None


def test_the_page_says_what_stays_and_why():
    page = signed_in(make_person()).get(ERASE)
    kept = {section.key: section.keeps for section in page.context["plan"]}
    assert kept["accounts.user"]
    assert kept["accounts.user"] in page.content.decode().replace("&#x27;", "'")


def test_an_administrator_erases_on_request_with_a_reason():
    admin, person = make_staff(ADMINISTRATOR), make_person()
    browser = signed_in(admin)
    address = f"/uz/account/people/{person.public_id}/erase/"
    word = browser.get(address).context["form"].word
    assert browser.post(address, {"reason": "", "confirmation": word}).status_code == 422
    assert browser.post(address, {"reason": "letter of 3 May", "confirmation": word}).status_code == 302
    act = PrivilegedAct.objects.get(verb="accounts.erase_person")
    assert (act.actor, act.subject, act.reason) == (admin, person, "letter of 3 May")
    assert browser.get(address).status_code == 404


def test_nobody_else_erases_a_person():
    person = make_person()
    with pytest.raises(PermissionDenied):
        erase_person(person=person, actor=make_staff(MANAGER), reason="because", now=NOW)


def test_the_last_administrator_cannot_vanish():
    admin = make_staff(ADMINISTRATOR)
    with pytest.raises(ValidationError):
        erase_person(person=admin, actor=admin, reason="", now=NOW)
    assert EmailAddress.objects.filter(user=admin).exists()


def test_an_erasure_that_fails_halfway_erases_nothing(monkeypatch):
    person = full_person()

    def fail(**kwargs):
        raise RuntimeError

    monkeypatch.setattr("accounts.services.erasure.log_act", fail)
    with pytest.raises(RuntimeError):
        erase_person(person=person, actor=person, reason="", now=NOW)
    person.refresh_from_db()
    assert person.last_name == CANARY
    assert EmailAddress.objects.filter(user=person).exists()
    with pytest.raises(RecordIsFinal):
        PrivacyNoticeAcceptance.objects.filter(person=person).delete()
