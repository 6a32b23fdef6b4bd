"""What trainers allow beyond the rules: most generous wins, sent twice gives once, taken back keeps a running end."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from accounts.models import PrivilegedAct, User
from cohorts.models import Cohort, Membership
from learning.domain.allowances import Allowance
from learning.models import Attempt, QuizAllowance
from learning.services.allowances import end_allowance, give_allowance, unlock
from learning.services.attempts import StartRefused
from notices.models import Notice
from tests.factories.cohorts import make_cohort, make_member
from tests.factories.people import make_trainer

from .conftest import NOW, WRONG, Learner


class Group:
    """A learner's group and its trainer, with short ways to act."""

    def __init__(self, learner: Learner) -> None:
        self.learner = learner
        self.trainer: User = make_trainer()
        self.cohort: Cohort = make_cohort(learner.course, self.trainer)
        self.member: Membership = make_member(self.cohort, learner.person)

    def give(self, *, group: bool = False, **more: Any) -> QuizAllowance:
        fields = {"actor": self.trainer, "cohort": self.cohort, "reason": "Aloqa uzildi", "now": NOW}
        fields |= {"member": None if group else self.member, "request_key": uuid.uuid4()}
        own = {name: more.pop(name) for name in tuple(more) if name in (*fields, "quiz_key")}
        fields |= {"quiz_key": self.learner.quiz.translation_key, **own}
        return give_allowance(gives=Allowance(**more), **fields)


@pytest.fixture
def group(make_learner: Any) -> Group:
    return Group(make_learner(time_limit=30))


def test_extra_minutes_reach_a_running_attempt_at_once(group: Group) -> None:
    attempt = group.learner.begin()
    group.give(minutes=10)
    attempt.refresh_from_db()
    assert attempt.closes_at == NOW + timedelta(minutes=40)
    group.give(minutes=15, group=True)
    attempt.refresh_from_db()
    assert attempt.closes_at == NOW + timedelta(minutes=45)


def test_of_two_allowances_the_most_generous_holds(group: Group) -> None:
    group.give(minutes=10)
    group.give(minutes=5, group=True)
    assert group.learner.begin().closes_at == NOW + timedelta(minutes=40)


def test_taking_back_leaves_the_running_end_and_holds_for_the_next(group: Group) -> None:
    row = group.give(minutes=10)
    attempt = group.learner.begin()
    for _again in range(2):
        end_allowance(actor=group.trainer, cohort=group.cohort, allowance=row, now=NOW)
    attempt.refresh_from_db()
    assert attempt.closes_at == NOW + timedelta(minutes=40)
    assert PrivilegedAct.objects.filter(verb="learning.end_allowance").count() == 1


def test_time_that_is_up_is_not_given_back(group: Group) -> None:
    attempt = group.learner.begin()
    group.give(minutes=60, now=NOW + timedelta(minutes=31))
    attempt.refresh_from_db()
    assert attempt.closes_at == NOW + timedelta(minutes=30)


def test_what_a_group_was_given_ends_with_leaving_it(group: Group) -> None:
    group.give(minutes=10, group=True)
    Membership.objects.update(left_at=NOW)
    assert group.learner.begin().closes_at == NOW + timedelta(minutes=30)


def test_an_unlock_opens_one_attempt_more_than_were_used_each_time(group: Group) -> None:
    key = group.learner.quiz.translation_key
    for hours in (0, 1, 50):
        group.learner.sit(WRONG, hours=hours)
    for number in (4, 5):
        hours = 50 + number / 10
        with pytest.raises(StartRefused):
            group.learner.begin(hours=hours)
        token = uuid.uuid4()
        for _again in range(2):
            unlock(
                actor=group.trainer, member=group.member, quiz_key=key, reason="Suhbatdan soʻng", request_key=token,
                now=NOW,
            )  # fmt: skip
        group.learner.sit(WRONG, hours=hours)
    assert Attempt.objects.count() == 5


def test_a_form_sent_twice_gives_logs_and_tells_once(group: Group) -> None:
    token = uuid.uuid4()
    assert group.give(attempts=1, request_key=token) == group.give(attempts=1, request_key=token)
    assert QuizAllowance.objects.count() == 1
    assert PrivilegedAct.objects.get(verb="learning.give_allowance").reason == "Aloqa uzildi"
    assert Notice.objects.get(kind="learning.allowance").person == group.learner.person


def test_a_failed_step_opens_again(group: Group) -> None:
    for hours in (0, 1, 50):
        group.learner.sit(WRONG, hours=hours)
    summary, key = group.learner.enrolment.summary, str(group.learner.quiz.translation_key)
    summary.refresh_from_db()
    assert summary.states[key] == "failed"
    row = group.give(attempts=1)
    summary.refresh_from_db()
    assert summary.states[key] == "open"
    end_allowance(actor=group.trainer, cohort=group.cohort, allowance=row, now=NOW)
    summary.refresh_from_db()
    assert summary.states[key] == "failed"


@pytest.mark.parametrize(
    "wrong", [{}, {"minutes": 601}, {"attempts": 21}, {"minutes": 5, "reason": " "}, {"minutes": 5, "quiz_key": NOW}]
)
def test_what_cannot_be_given_is_refused_and_nothing_is_stored(group: Group, wrong: dict) -> None:
    if "quiz_key" in wrong:
        wrong = wrong | {"quiz_key": uuid.uuid4()}
    with pytest.raises(ValidationError):
        group.give(**wrong)
    assert not QuizAllowance.objects.exists()


def test_a_trainer_of_another_group_gives_and_takes_nothing(group: Group) -> None:
    row = group.give(minutes=5)
    stranger = make_trainer()
    with pytest.raises(PermissionDenied):
        group.give(minutes=5, actor=stranger)
    with pytest.raises(PermissionDenied):
        end_allowance(actor=stranger, cohort=group.cohort, allowance=row, now=NOW)
    other = make_cohort(group.learner.course, stranger)
    with pytest.raises(ValidationError):
        end_allowance(actor=stranger, cohort=other, allowance=row, now=NOW)


def test_the_learner_reads_what_was_given_and_why(group: Group) -> None:
    group.give(minutes=10)
    page = group.learner.client.get(f"/en/my/quizzes/{group.learner.quiz.translation_key}/").content.decode()
    assert "10 more minutes" in page
    assert "Aloqa uzildi" in page
