"""Joining is a few rows; enrolling and telling follow at once, or by a worker when the list is long."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django_tasks_db.models import DBTaskResult

from accounts.models import User
from cohorts.chores import welcome_missed
from cohorts.models import Cohort, Membership
from cohorts.services import add_members_by_email, leave, welcome
from cohorts.services.members import MOST_AT_ONCE
from cohorts.tasks import welcome_members
from learning.models import Enrolment
from notices.models import Notice
from tests.factories.cohorts import NOW, make_member
from tests.factories.people import make_person

LATER = NOW + timedelta(hours=1)


def _add(cohort: Cohort, trainer: User, number: int) -> None:
    people = [make_person().email for _number in range(number)]
    add_members_by_email(cohort=cohort, text="\n".join(people), actor=trainer, language="uz", now=NOW)


def _waiting_tasks() -> int:
    return DBTaskResult.objects.filter(task_path="cohorts.tasks.welcome_members").count()


def test_a_group_of_usual_size_is_enrolled_at_once(cohort: Cohort, trainer: User) -> None:
    _add(cohort, trainer, MOST_AT_ONCE)
    assert Enrolment.objects.count() == Notice.objects.count() == MOST_AT_ONCE
    assert _waiting_tasks() == 0


def test_a_long_list_joins_at_once_and_is_enrolled_by_a_worker(cohort: Cohort, trainer: User) -> None:
    _add(cohort, trainer, MOST_AT_ONCE + 1)
    assert Membership.objects.count() == MOST_AT_ONCE + 1
    assert (Enrolment.objects.count(), _waiting_tasks()) == (0, 1)
    for _time in range(2):
        welcome_members.call(cohort_id=cohort.pk)
    assert Enrolment.objects.count() == Notice.objects.count() == MOST_AT_ONCE + 1


def test_a_long_list_costs_few_queries_for_each_person(cohort: Cohort, trainer: User) -> None:
    people = [make_person().email for _number in range(MOST_AT_ONCE * 2)]
    with CaptureQueriesContext(connection) as captured:
        add_members_by_email(cohort=cohort, text="\n".join(people), actor=trainer, language="uz", now=NOW)
    assert len(captured) <= 20 + 8 * len(people)


def test_whoever_left_before_the_worker_came_is_left_alone(cohort: Cohort, trainer: User) -> None:
    membership = make_member(cohort, welcomed_at=None)
    leave(membership=membership, actor=trainer, now=NOW)
    assert welcome(membership_id=membership.pk, now=NOW) is False
    assert not Enrolment.objects.exists()


def test_a_failed_welcome_leaves_no_mark_and_is_taken_up_by_the_tick(
    cohort: Cohort, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(**kwargs: Any) -> None:
        raise RuntimeError

    make_member(cohort, welcomed_at=None, joined_at=NOW)
    monkeypatch.setattr("cohorts.services.joining.tell_member", fail)
    with pytest.raises(RuntimeError):
        welcome_members.call(cohort_id=cohort.pk)
    assert not Enrolment.objects.exists()
    monkeypatch.undo()
    assert welcome_missed(now=NOW + timedelta(minutes=5)) == 0
    assert (welcome_missed(now=LATER), _waiting_tasks()) == (1, 1)
    welcome_members.call(cohort_id=cohort.pk)
    assert Enrolment.objects.count() == 1
    assert welcome_missed(now=LATER) == 0
