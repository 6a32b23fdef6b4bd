"""One learner: steps, attempts, and answers for those who may read them."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from accounts.roles import ADMINISTRATOR, AUDITOR
from cohorts.models import Cohort, Membership
from courses.models import CoursePage
from learning.models import Attempt
from learning.services.attempts import save_answer, start_attempt, submit
from learning.services.enrolment import enrol
from tests.factories.cohorts import NOW, make_cohort, make_member
from tests.factories.pages import make_course, step
from tests.factories.people import make_person, make_trainer
from tests.factories.quiz_data import block_id
from tests.teaching.conftest import signed_in


@pytest.fixture
def course(db: object) -> CoursePage:
    return make_course(order="free")


@pytest.fixture
def member(cohort: Cohort) -> Membership:
    return make_member(cohort)


@pytest.fixture
def attempt(course: CoursePage, member: Membership) -> Attempt:
    """Return a handed-in attempt with one answer."""
    enrolment = enrol(person=member.person, course_key=course.translation_key, language="uz", now=NOW)
    page = step(course, "quiz")
    begun = start_attempt(person=member.person, enrolment=enrolment, quiz_page=page, language="uz", seed="1", now=NOW)
    right = [block_id("quiz", "q1", "a")]
    save_answer(attempt=begun, question=block_id("quiz", "q1"), value=right, language="uz", now=NOW)
    submit(attempt=begun, now=NOW + timedelta(minutes=5))
    return begun


def _learner(cohort: Cohort, person: User) -> str:
    return reverse("teaching:learner", args=[cohort.uuid, person.public_id])


def _answers(cohort: Cohort, person: User, uuid: object) -> str:
    return reverse("teaching:attempt", args=[cohort.uuid, person.public_id, uuid])


def test_steps_and_attempts_are_shown(client: Client, cohort: Cohort, member: Membership, attempt: Attempt) -> None:
    page = client.get(_learner(cohort, member.person)).content.decode()
    assert "Dars lesson-1" in page
    assert "25 %" in page
    assert _answers(cohort, member.person, attempt.uuid) in page


def test_own_trainers_and_auditors_read_the_answers(
    client: Client, cohort: Cohort, member: Membership, attempt: Attempt
) -> None:
    for reader in (client, signed_in(make_person(roles=(AUDITOR,)))):
        page = reader.get(_answers(cohort, member.person, attempt.uuid)).content.decode()
        assert "Savol q1?" in page
        assert "Variant a" in page


def test_an_administrator_sees_results_but_no_answers(cohort: Cohort, member: Membership, attempt: Attempt) -> None:
    client = signed_in(make_person(roles=(ADMINISTRATOR,)))
    page = client.get(_learner(cohort, member.person)).content.decode()
    assert "25 %" in page
    assert _answers(cohort, member.person, attempt.uuid) not in page
    assert client.get(_answers(cohort, member.person, attempt.uuid)).status_code == 404


def test_another_trainer_does_not_read_them(cohort: Cohort, member: Membership, attempt: Attempt) -> None:
    other = make_trainer()
    own = make_cohort(cohort.course, other)
    client = signed_in(other)
    assert client.get(_answers(cohort, member.person, attempt.uuid)).status_code == 404
    assert client.get(_answers(own, member.person, attempt.uuid)).status_code == 404


def test_an_attempt_of_somebody_else_is_not_shown_under_a_members_name(
    client: Client, cohort: Cohort, attempt: Attempt
) -> None:
    second = make_member(cohort)
    assert client.get(_answers(cohort, second.person, attempt.uuid)).status_code == 404
    assert client.get(_answers(cohort, attempt.person, uuid4())).status_code == 404


def test_an_attempt_in_another_course_is_not_shown(client: Client, trainer: User, attempt: Attempt) -> None:
    other = make_cohort(make_course("other", lessons=1, quiz=False), trainer)
    make_member(other, attempt.person)
    assert client.get(_answers(other, attempt.person, attempt.uuid)).status_code == 404


def test_an_attempt_under_way_is_not_shown(client: Client, cohort: Cohort, attempt: Attempt) -> None:
    Attempt.objects.filter(pk=attempt.pk).update(state=Attempt.State.OPEN)
    assert client.get(_answers(cohort, attempt.person, attempt.uuid)).status_code == 404


def test_leaving_the_group_ends_the_view(client: Client, cohort: Cohort, member: Membership, attempt: Attempt) -> None:
    Membership.objects.update(left_at=NOW)
    assert client.get(_learner(cohort, member.person)).status_code == 404
    assert client.get(_answers(cohort, member.person, attempt.uuid)).status_code == 404
