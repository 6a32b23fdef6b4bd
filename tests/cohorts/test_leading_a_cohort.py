"""Who leads a cohort is an administrator's decision."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from accounts.models import PrivilegedAct, User
from accounts.roles import ADMINISTRATOR, MODERATOR, TRAINER
from cohorts import access
from cohorts.models import Cohort
from cohorts.services import add_trainer, remove_trainer
from tests.factories.cohorts import NOW, make_member
from tests.factories.people import make_person, make_trainer


@pytest.fixture
def administrator(db: object) -> User:
    return make_person(roles=(ADMINISTRATOR,))


def test_an_administrator_lets_a_second_trainer_lead_once(cohort: Cohort, administrator: User) -> None:
    second = make_trainer()
    for _time in range(2):
        add_trainer(cohort=cohort, person=second, actor=administrator, now=NOW)
    assert access.visible_to(second).get() == cohort
    assert PrivilegedAct.objects.get().subject == second


def test_a_trainer_and_a_moderator_may_not(cohort: Cohort, trainer: User) -> None:
    for actor in (trainer, make_person(roles=(MODERATOR,))):
        with pytest.raises(PermissionDenied):
            add_trainer(cohort=cohort, person=make_trainer(), actor=actor, now=NOW)
        with pytest.raises(PermissionDenied):
            remove_trainer(cohort=cohort, person=trainer, actor=actor, now=NOW)


def test_only_somebody_with_the_role_can_lead(cohort: Cohort, administrator: User) -> None:
    with pytest.raises(ValidationError):
        add_trainer(cohort=cohort, person=make_person(), actor=administrator, now=NOW)


def test_a_member_cannot_lead_the_own_group(cohort: Cohort, administrator: User) -> None:
    member = make_member(cohort, make_trainer()).person
    with pytest.raises(ValidationError):
        add_trainer(cohort=cohort, person=member, actor=administrator, now=NOW)


def test_removing_ends_the_view_at_once_and_twice_is_logged_once(
    cohort: Cohort, trainer: User, administrator: User
) -> None:
    for _time in range(2):
        remove_trainer(cohort=cohort, person=trainer, actor=administrator, now=NOW, reason="Buyruq 12")
    assert not access.visible_to(trainer).exists()
    assert PrivilegedAct.objects.get().reason == "Buyruq 12"


def test_without_the_role_a_trainers_row_opens_nothing(cohort: Cohort, trainer: User) -> None:
    trainer.groups.filter(name=TRAINER).delete()
    person = User.objects.get(pk=trainer.pk)
    assert not access.visible_to(person).exists()
    assert not access.may_change(person, cohort)
    assert not access.may_read_answers(person, cohort)


def test_an_administrator_reads_cohorts_but_not_single_answers(cohort: Cohort, administrator: User) -> None:
    assert access.visible_to(administrator).exists()
    assert not access.may_read_answers(administrator, cohort)
