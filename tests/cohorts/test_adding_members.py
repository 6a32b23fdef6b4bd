"""A list of addresses becomes members and invitations, once."""

from uuid import uuid4

import pytest
from allauth.account.models import EmailAddress
from django.core.exceptions import PermissionDenied

from accounts.models import PrivilegedAct, User
from accounts.roles import AUDITOR
from cohorts.domain.addresses import ListTooLong
from cohorts.models import Cohort, Invitation, Membership
from cohorts.services import CohortFacts, add_members_by_email, create_cohort, leave
from learning.models import Enrolment
from notices.models import Notice
from tests.factories.cohorts import ENDS_ON, NOW, STARTS_ON, make_member, make_programme
from tests.factories.pages import make_course
from tests.factories.people import make_person, make_trainer


def _add(cohort: Cohort, actor: User, text: str) -> list[tuple[str, str]]:
    report = add_members_by_email(cohort=cohort, text=text, actor=actor, language="uz", now=NOW)
    return [(line.text, line.outcome.value) for line in report.lines]


def test_every_entry_is_answered_for(cohort: Cohort, trainer: User) -> None:
    make_person("new@example.test")
    make_member(cohort, make_person("member@example.test"))
    text = (
        "new@example.test\nMEMBER@example.test\nstranger@example.test\nno address\nnew@example.test\n" + trainer.email
    )
    assert _add(cohort, trainer, text) == [
        ("new@example.test", "added"),
        ("MEMBER@example.test", "already_member"),
        ("stranger@example.test", "invited"),
        ("no address", "not_an_address"),
        ("new@example.test", "duplicate"),
        (trainer.email, "leads_group"),
    ]


def test_the_same_list_again_changes_nothing(cohort: Cohort, trainer: User) -> None:
    make_person("new@example.test")
    text = "new@example.test, stranger@example.test"
    _add(cohort, trainer, text)
    acts = PrivilegedAct.objects.count()
    assert _add(cohort, trainer, text) == [
        ("new@example.test", "already_member"),
        ("stranger@example.test", "already_invited"),
    ]
    assert PrivilegedAct.objects.count() == acts
    assert (Membership.objects.count(), Invitation.objects.count(), Notice.objects.count()) == (1, 1, 1)


def test_a_new_member_is_enrolled_told_in_their_language_and_logged(cohort: Cohort, trainer: User) -> None:
    person = make_person("new@example.test", preferred_language="ru")
    _add(cohort, trainer, person.email)
    assert Enrolment.objects.get().course == cohort.course
    notice = Notice.objects.get()
    assert (notice.person, notice.language, notice.url) == (person, "ru", "/ru/my/")
    assert cohort.name in notice.subject
    act = PrivilegedAct.objects.get()
    assert (act.verb, act.subject) == ("cohorts.add_member", person)


def test_a_programme_enrols_in_each_of_its_courses(trainer: User) -> None:
    courses = [make_course(slug, lessons=1, quiz=False) for slug in ("first", "second")]
    facts = CohortFacts(name="Dastur", starts_on=STARTS_ON, ends_on=ENDS_ON)
    programme = make_programme(*courses)
    cohort = create_cohort(actor=trainer, uuid=uuid4(), facts=facts, programme_key=programme.translation_key, now=NOW)
    make_person("new@example.test")
    _add(cohort, trainer, "new@example.test")
    assert set(Enrolment.objects.values_list("course__key", flat=True)) == {"first", "second"}


def test_a_course_without_a_live_page_keeps_nobody_from_joining(cohort: Cohort, trainer: User, course: object) -> None:
    course.unpublish()
    make_person("new@example.test")
    assert _add(cohort, trainer, "new@example.test") == [("new@example.test", "added")]
    assert not Enrolment.objects.exists()


def test_an_unconfirmed_address_and_a_blocked_account_look_like_strangers(cohort: Cohort, trainer: User) -> None:
    person = make_person("unconfirmed@example.test")
    EmailAddress.objects.filter(user=person).update(verified=False)
    make_person("blocked@example.test", is_active=False)
    outcomes = dict(_add(cohort, trainer, "unconfirmed@example.test\nblocked@example.test"))
    assert set(outcomes.values()) == {"invited"}
    assert not Membership.objects.exists()


def test_nobody_but_own_trainers_and_administrators_may(cohort: Cohort) -> None:
    for actor in (make_trainer(), make_person(), make_person(roles=(AUDITOR,))):
        with pytest.raises(PermissionDenied):
            _add(cohort, actor, "new@example.test")
    assert not Invitation.objects.exists()


def test_a_list_that_is_too_long_changes_nothing(cohort: Cohort, trainer: User) -> None:
    with pytest.raises(ListTooLong):
        _add(cohort, trainer, "\n".join(f"p{number}@example.test" for number in range(501)))
    assert not Invitation.objects.exists()


def test_whoever_left_and_is_added_again_is_a_member_again(cohort: Cohort, trainer: User) -> None:
    membership = make_member(cohort, make_person("back@example.test"))
    leave(membership=membership, actor=trainer, now=NOW, reason="koʻchdi")
    assert _add(cohort, trainer, "back@example.test") == [("back@example.test", "added")]
    membership.refresh_from_db()
    assert (membership.left_at, membership.joined_at) == (None, NOW)


def test_leaving_twice_is_logged_once_and_own_leaving_never(cohort: Cohort, trainer: User) -> None:
    removed, gone = make_member(cohort), make_member(cohort)
    for _time in range(2):
        leave(membership=removed, actor=trainer, now=NOW)
        leave(membership=gone, actor=gone.person, now=NOW)
    assert Membership.objects.filter(left_at=NOW).count() == 2
    assert PrivilegedAct.objects.get().subject == removed.person


def test_nobody_else_closes_a_membership(cohort: Cohort) -> None:
    membership = make_member(cohort)
    with pytest.raises(PermissionDenied):
        leave(membership=membership, actor=make_trainer(), now=NOW)
    membership.refresh_from_db()
    assert membership.left_at is None
