"""Revoking and replacing are acts of an administrator, logged once, visible for ever."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from accounts.models import PrivilegedAct
from accounts.services import confirm_printed_name
from certificates.domain.facts import read
from certificates.domain.states import State
from certificates.models import Certificate
from certificates.refusals import NameNotConfirmed
from certificates.selectors import complete, state_of
from certificates.services import replace, revoke
from tests.factories.certificates import NOW, make_administrator, make_certificate
from tests.factories.people import make_person, make_trainer

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(days=30)


def _state(certificate: Certificate) -> State:
    return state_of(complete(Certificate.objects.filter(pk=certificate.pk)).get(), LATER.date())


def test_a_revocation_names_reason_and_act_and_is_logged() -> None:
    certificate, actor = make_certificate(), make_administrator()
    row = revoke(certificate=certificate, reason=" Xato ", act="12-son buyruq", actor=actor, now=LATER)
    assert (row.reason, row.act, row.author) == ("Xato", "12-son buyruq", actor)
    assert _state(certificate) == State.REVOKED
    act = PrivilegedAct.objects.get(verb="certificates.revoke")
    assert (act.subject, act.target) == (certificate.person, "certificate:2026/10-0001")


def test_revoking_twice_changes_nothing() -> None:
    certificate, actor = make_certificate(), make_administrator()
    first = revoke(certificate=certificate, reason="a", act="b", actor=actor, now=LATER)
    assert revoke(certificate=certificate, reason="c", act="d", actor=actor, now=LATER) == first
    assert PrivilegedAct.objects.filter(verb="certificates.revoke").count() == 1


@pytest.mark.parametrize(("reason", "act"), [("", "act"), ("reason", " ")])
def test_reason_and_act_are_needed(reason: str, act: str) -> None:
    with pytest.raises(ValidationError):
        revoke(certificate=make_certificate(), reason=reason, act=act, actor=make_administrator(), now=LATER)


@pytest.mark.parametrize("make_actor", [make_person, make_trainer])
def test_nobody_else_revokes_or_replaces(make_actor) -> None:
    certificate = make_certificate()
    with pytest.raises(PermissionDenied):
        revoke(certificate=certificate, reason="a", act="b", actor=make_actor(), now=LATER)
    with pytest.raises(PermissionDenied):
        replace(certificate=certificate, reason="a", actor=make_actor(), now=LATER)


def test_a_duplicate_has_a_new_number_and_the_name_of_today() -> None:
    old = make_certificate()
    confirm_printed_name(person=old.person, latin="Karimova Dilnoza", cyrillic="", now=LATER)
    new = replace(certificate=old, reason="Ism oʻzgardi", actor=make_administrator(), now=LATER)
    facts, before = read(new.facts), read(old.facts)
    assert (new.number, new.registration_number, new.replaces) == (2, "2026/10-0002", old)
    assert (facts.duplicate_of, facts.issued_on) == ("SB № 000001", LATER.date())
    assert (facts.title, facts.hours, facts.valid_until) == (before.title, before.hours, before.valid_until)
    assert (new.holder.name_latin, old.holder.name_latin) == ("Karimova Dilnoza", "Toʻrayeva Dilnoza Rustam qizi")
    assert new.code != old.code
    assert (_state(old), _state(new)) == (State.REPLACED, State.VALID)
    assert PrivilegedAct.objects.get(verb="certificates.replace").details == {"new": "2026/10-0002"}


def test_replacing_twice_gives_the_same_duplicate() -> None:
    old, actor = make_certificate(), make_administrator()
    new = replace(certificate=old, reason="a", actor=actor, now=LATER)
    assert replace(certificate=old, reason="a", actor=actor, now=LATER) == new
    assert Certificate.objects.count() == 2


def test_a_revoked_certificate_is_not_replaced() -> None:
    old, actor = make_certificate(), make_administrator()
    revoke(certificate=old, reason="a", act="b", actor=actor, now=LATER)
    with pytest.raises(ValidationError):
        replace(certificate=old, reason="a", actor=actor, now=LATER)


def test_an_erased_holder_gets_no_duplicate() -> None:
    old = make_certificate()
    type(old.person).objects.filter(pk=old.person.pk).update(erased_at=NOW)
    with pytest.raises(NameNotConfirmed):
        replace(certificate=old, reason="a", actor=make_administrator(), now=LATER)
    assert Certificate.objects.count() == 1
