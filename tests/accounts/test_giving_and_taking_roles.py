from datetime import UTC, datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from accounts.models import PrivilegedAct
from accounts.roles import ADMINISTRATOR, AUDITOR, MANAGER, ROLES
from accounts.services import give_role, take_role
from tests.factories.accounts import make_staff, signed_in
from tests.factories.people import add_second_factor, make_person

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.fixture
def admin():
    return make_staff(ADMINISTRATOR)


def test_a_role_is_given_with_a_reason_and_logged(admin):
    person = make_person()
    assert give_role(actor=admin, person=person, role=MANAGER, reason="order 12", now=NOW)
    act = PrivilegedAct.objects.get()
    assert (act.actor, act.subject, act.verb, act.target, act.reason, act.at) == (
        admin, person, "accounts.give_role", "role:manager", "order 12", NOW,
    )  # fmt: skip


def test_giving_twice_is_one_act(admin):
    person = make_person()
    give_role(actor=admin, person=person, role=MANAGER, reason="order 12", now=NOW)
    assert not give_role(actor=admin, person=person, role=MANAGER, reason="order 12", now=NOW)
    assert PrivilegedAct.objects.count() == 1


@pytest.mark.parametrize("verb", [give_role, take_role])
def test_no_reason_no_act(admin, verb):
    person = make_person(roles=(AUDITOR,))
    with pytest.raises(ValidationError):
        verb(actor=admin, person=person, role=AUDITOR, reason="  ", now=NOW)
    assert not PrivilegedAct.objects.exists()


@pytest.mark.parametrize("role", [role for role in ROLES if role != ADMINISTRATOR])
def test_nobody_but_an_administrator_gives_roles(role):
    actor = make_person(roles=(role,))
    with pytest.raises(PermissionDenied):
        give_role(actor=actor, person=actor, role=ADMINISTRATOR, reason="because", now=NOW)
    assert not actor.groups.filter(name=ADMINISTRATOR).exists()


def test_a_group_that_is_no_role_is_refused(admin):
    with pytest.raises(ValidationError):
        give_role(actor=admin, person=make_person(), role="superusers", reason="because", now=NOW)


def test_the_last_administrator_stays(admin):
    with pytest.raises(ValidationError):
        take_role(actor=admin, person=admin, role=ADMINISTRATOR, reason="leaving", now=NOW)
    assert admin.groups.filter(name=ADMINISTRATOR).exists()


def test_an_administrator_may_leave_when_another_stays(admin):
    make_staff(ADMINISTRATOR)
    assert take_role(actor=admin, person=admin, role=ADMINISTRATOR, reason="leaving", now=NOW)


def test_a_closed_account_does_not_count_as_another_administrator(admin):
    closed = make_staff(ADMINISTRATOR)
    closed.is_active = False
    closed.save()
    with pytest.raises(ValidationError):
        take_role(actor=admin, person=admin, role=ADMINISTRATOR, reason="leaving", now=NOW)


def test_a_taken_role_is_gone_at_the_next_request_without_a_new_sign_in(admin):
    person = make_person(roles=(AUDITOR,))
    add_second_factor(person)
    browser = signed_in(person)
    assert browser.get("/uz/account/log/").status_code == 200
    take_role(actor=admin, person=person, role=AUDITOR, reason="moved", now=NOW)
    assert browser.get("/uz/account/log/").status_code == 404


def test_an_act_and_its_log_stand_or_fall_together(admin, monkeypatch):
    person = make_person()

    def fail(**kwargs):
        raise RuntimeError

    monkeypatch.setattr("accounts.services.roles.log_act", fail)
    with pytest.raises(RuntimeError):
        give_role(actor=admin, person=person, role=MANAGER, reason="order", now=NOW)
    assert not person.groups.exists()
