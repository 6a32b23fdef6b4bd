"""More time or attempts on the trainer's pages: given, shown, taken back; what is foreign is not found."""

import re
import uuid

from django.test import Client
from django.urls import reverse

from cohorts.models import Cohort
from learning.models import QuizAllowance
from tests.factories.cohorts import make_cohort, make_member
from tests.factories.pages import step
from tests.factories.people import make_trainer
from tests.teaching.conftest import signed_in


def _address(cohort: Cohort, member=None, name: str = "member_allowances") -> str:
    if member is None:
        return reverse("teaching:allowances", args=[cohort.uuid])
    return reverse(f"teaching:{name}", args=[cohort.uuid, member.person.public_id])


def _sent(course, **fields: object) -> dict[str, object]:
    return {"token": uuid.uuid4(), "quiz": step(course, "quiz").translation_key, "reason": "Aloqa uzildi", **fields}


def test_a_learner_is_given_minutes_and_they_are_taken_back(client: Client, cohort: Cohort, course) -> None:
    member = make_member(cohort)
    page = client.get(_address(cohort, member)).content.decode()
    token = re.search(r'name="token" value="([^"]+)"', page)[1]
    for _again in range(2):
        page = client.post(
            _address(cohort, member), _sent(course, minutes=10, token=token), follow=True
        ).content.decode()
    row = QuizAllowance.objects.get()
    assert (row.person, row.minutes, str(row.request_key)) == (member.person, 10, token)
    assert "Aloqa uzildi" in page
    client.post(reverse("teaching:allowance_end", args=[cohort.uuid, row.pk]))
    row.refresh_from_db()
    assert row.ended_at is not None


def test_a_whole_group_is_given_later_closing(client: Client, cohort: Cohort, course) -> None:
    client.post(_address(cohort), _sent(course, closes_at="2026-12-01T18:00"))
    row = QuizAllowance.objects.get()
    assert (row.cohort, row.person, row.closes_at.isoformat()) == (cohort, None, "2026-12-01T13:00:00+00:00")


def test_one_more_attempt_is_opened(client: Client, cohort: Cohort, course) -> None:
    member = make_member(cohort)
    sent = {f"unlock-{name}": value for name, value in _sent(course).items()}
    assert client.post(_address(cohort, member, "unlock_attempt"), sent).status_code == 302
    row = QuizAllowance.objects.get()
    assert (row.person, row.attempts, row.no_pause) == (member.person, 1, True)


def test_what_is_wrong_is_said_and_what_was_typed_stays(client: Client, cohort: Cohort, course) -> None:
    for wrong in (
        {"minutes": "601"},
        {"minutes": "abc"},
        {"minutes": "5", "reason": ""},
        {"minutes": ""},
        {"quiz": "x"},
    ):
        page = client.post(
            _address(cohort),
            _sent(
                course,
                **{"attempts": "", "opens_at": "2026-11-30T09:00", **wrong} if wrong != {"minutes": ""} else wrong,
            ),
        )
        assert page.status_code == 200
        assert 'id="errors"' in page.content.decode()
    assert not QuizAllowance.objects.exists()


def test_foreign_groups_learners_and_allowances_are_not_found(client: Client, cohort: Cohort, course) -> None:
    foreign = make_cohort(course, make_trainer(), name="Begona")
    stranger = make_member(foreign)
    theirs = QuizAllowance.objects.create(
        quiz_key=step(course, "quiz").translation_key, person=stranger.person, minutes=5, reason="x",
        author=stranger.person, request_key=uuid.uuid4(), at=stranger.joined_at,
    )  # fmt: skip
    assert client.get(_address(foreign)).status_code == 404
    assert client.post(_address(foreign), _sent(course, minutes=5)).status_code == 404
    assert (
        client.get(reverse("teaching:member_allowances", args=[cohort.uuid, stranger.person.public_id])).status_code
        == 404
    )
    assert client.post(reverse("teaching:allowance_end", args=[cohort.uuid, theirs.pk])).status_code == 404
    theirs.refresh_from_db()
    assert theirs.ended_at is None


def test_a_learner_who_left_is_not_found(cohort: Cohort, trainer) -> None:
    member = make_member(cohort)
    type(member).objects.filter(pk=member.pk).update(left_at=member.joined_at)
    assert signed_in(trainer).get(_address(cohort, member)).status_code == 404
