"""An invited address gets one mail, and joins when its owner confirms it."""

from datetime import timedelta
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.account.signals import email_confirmed
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend

from accounts.models import PrivilegedAct, User
from cohorts.chores import accept_missed, forget_old_invitations, mail_again
from cohorts.models import Cohort, Invitation, Membership
from cohorts.services import accept_invitations, add_members_by_email, withdraw_invitation
from cohorts.tasks import MOST_TRIES, mail_invitation
from core import privacy
from tests.factories.cohorts import NOW, make_member
from tests.factories.people import make_person

ADDRESS = "stranger@example.test"


@pytest.fixture
def invitation(cohort: Cohort, trainer: User) -> Invitation:
    add_members_by_email(cohort=cohort, text=ADDRESS, actor=trainer, language="ru", now=NOW)
    return Invitation.objects.get()


def _confirmed(person: User) -> None:
    email_confirmed.send(sender=EmailAddress, request=None, email_address=EmailAddress.objects.get(user=person))


def test_the_mail_goes_out_once_in_the_chosen_language(invitation: Invitation) -> None:
    for _time in range(2):
        mail_invitation.call(invitation_id=invitation.pk)
    (message,) = mail.outbox
    assert message.to == [ADDRESS]
    assert invitation.cohort.name in message.subject
    assert "/ru/account/signup/" in message.body
    invitation.refresh_from_db()
    assert invitation.mailed_at is not None


@pytest.mark.parametrize("language", ["uz", "ru", "en"])
def test_every_language_has_its_mail(invitation: Invitation, language: str) -> None:
    Invitation.objects.update(language=language)
    mail_invitation.call(invitation_id=invitation.pk)
    assert f"/{language}/account/signup/" in mail.outbox[0].body
    assert mail.outbox[0].extra_headers["Content-Language"] == language


def test_a_failed_mail_is_tried_again_later_and_not_for_ever(
    invitation: Invitation, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: EmailBackend, messages: Any) -> int:
        raise ConnectionRefusedError

    monkeypatch.setattr(EmailBackend, "send_messages", refuse)
    later = NOW
    for tries in range(1, MOST_TRIES + 1):
        with pytest.raises(ConnectionRefusedError):
            mail_invitation.call(invitation_id=invitation.pk)
        invitation.refresh_from_db()
        assert (invitation.mail_tries, invitation.mailed_at) == (tries, None)
        assert mail_again(now=NOW + timedelta(minutes=5)) == 0
        later += timedelta(days=1)
        assert mail_again(now=later) == (1 if tries < MOST_TRIES else 0)
    mail_invitation.call(invitation_id=invitation.pk)
    assert Invitation.objects.get().mail_tries == MOST_TRIES


def test_a_withdrawn_invitation_is_not_mailed(invitation: Invitation, trainer: User) -> None:
    for _time in range(2):
        withdraw_invitation(cohort=invitation.cohort, invitation_id=invitation.pk, actor=trainer, now=NOW)
    mail_invitation.call(invitation_id=invitation.pk)
    assert mail.outbox == []
    assert PrivilegedAct.objects.filter(verb="cohorts.withdraw_invitation").count() == 1


def test_confirming_the_address_joins_the_group(invitation: Invitation) -> None:
    person = make_person(ADDRESS.upper())
    _confirmed(person)
    assert Membership.objects.get().person == person
    assert person.enrolments.exists()
    invitation.refresh_from_db()
    assert invitation.accepted_at is not None


def test_confirming_twice_joins_once(invitation: Invitation) -> None:
    person = make_person(ADDRESS)
    assert len(accept_invitations(person=person, email=ADDRESS, now=NOW)) == 1
    assert accept_invitations(person=person, email=ADDRESS, now=NOW) == []


def test_confirming_another_address_joins_nothing(invitation: Invitation) -> None:
    _confirmed(make_person("other@example.test"))
    assert not Membership.objects.exists()


def test_a_group_in_trouble_does_not_spoil_the_confirmation(
    invitation: Invitation, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(**kwargs: Any) -> None:
        raise RuntimeError

    person = make_person(ADDRESS)
    monkeypatch.setattr("cohorts.services.invitations.join", fail)
    _confirmed(person)
    assert not Membership.objects.exists()
    monkeypatch.undo()
    assert accept_missed(now=NOW) == 1
    assert Membership.objects.get().person == person
    assert accept_missed(now=NOW) == 0


def test_inviting_somebody_who_has_confirmed_since_closes_the_invitation(
    invitation: Invitation, trainer: User
) -> None:
    make_person(ADDRESS)
    add_members_by_email(cohort=invitation.cohort, text=ADDRESS, actor=trainer, language="uz", now=NOW)
    assert not Invitation.objects.filter(accepted_at__isnull=True).exists()


def test_addresses_are_forgotten_after_half_a_year(invitation: Invitation) -> None:
    assert forget_old_invitations(now=NOW + timedelta(days=179)) == 0
    assert forget_old_invitations(now=NOW + timedelta(days=181)) == 1


def test_a_person_takes_and_erases_what_groups_know(invitation: Invitation, cohort: Cohort) -> None:
    person = make_person(ADDRESS)
    make_member(cohort, person)
    entries = {entry.model: entry for entry in privacy.registrations() if entry.model in (Invitation, Membership)}
    assert all(cohort.name in str(entry.export(person)) for entry in entries.values())
    for entry in entries.values():
        entry.erase(person)
    assert not Invitation.objects.exists()
    assert Membership.objects.get().left_at is not None
