"""Who comes in: trainers to their own groups, administrators and auditors to all, others find nothing."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from accounts.roles import ADMINISTRATOR, AUDITOR, EDITOR, MANAGER, MODERATOR, TRAINER
from cohorts.models import Cohort
from tests.factories.cohorts import make_member
from tests.factories.people import make_person, make_trainer
from tests.teaching.conftest import signed_in

READING = ("cohort", "grid", "grid_file", "learner")
CHANGING = ("cohort_change", "members_add", "member_remove")


def _addresses(cohort: Cohort, names: tuple[str, ...], person: User) -> list[str]:
    about_people = {"learner", "member_remove"}
    return [
        reverse(f"teaching:{name}", args=[cohort.uuid, *([person.public_id] if name in about_people else [])])
        for name in names
    ]


@pytest.fixture
def member(cohort: Cohort) -> User:
    return make_member(cohort).person


def test_a_visitor_is_sent_to_sign_in(cohort: Cohort, member: User) -> None:
    for address in [reverse("teaching:home"), *_addresses(cohort, READING + CHANGING, member)]:
        response = Client().get(address)
        assert response.status_code == 302
        assert reverse("account_login") in response.url


@pytest.mark.parametrize("roles", [(), (EDITOR,), (MODERATOR,), (MANAGER,)])
def test_somebody_without_a_desk_finds_nothing(cohort: Cohort, member: User, roles: tuple[str, ...]) -> None:
    client = signed_in(make_person(roles=roles))
    for address in _addresses(cohort, READING + CHANGING, member):
        assert client.get(address).status_code == 404
        assert client.post(address).status_code in (404, 405)
    if MANAGER not in roles:
        assert client.get(reverse("teaching:home")).status_code == 404


def test_a_learner_of_the_group_finds_nothing_either(cohort: Cohort, member: User) -> None:
    client = signed_in(member)
    for address in [reverse("teaching:home"), *_addresses(cohort, READING + CHANGING, member)]:
        assert client.get(address).status_code == 404


def test_another_trainers_group_is_as_absent_as_one_that_never_was(cohort: Cohort, member: User) -> None:
    client = signed_in(make_trainer())
    for address in _addresses(cohort, READING + CHANGING, member):
        foreign, never = client.get(address), client.get(address.replace(str(cohort.uuid), str(uuid4())))
        assert (foreign.status_code, never.status_code) == (404, 404)


def test_own_group_opens(client: Client, cohort: Cohort, member: User) -> None:
    for address in [reverse("teaching:home"), *_addresses(cohort, READING + CHANGING, member)]:
        assert client.get(address).status_code == 200


def test_an_administrator_reads_and_changes_every_group(cohort: Cohort, member: User) -> None:
    client = signed_in(make_person(roles=(ADMINISTRATOR,)))
    for address in [reverse("teaching:home"), *_addresses(cohort, READING + CHANGING, member)]:
        assert client.get(address).status_code == 200


def test_an_auditor_reads_every_group_and_changes_nothing(cohort: Cohort, member: User) -> None:
    client = signed_in(make_person(roles=(AUDITOR,)))
    for address in [reverse("teaching:home"), *_addresses(cohort, READING, member)]:
        assert client.get(address).status_code == 200
    for address in [reverse("teaching:cohort_new"), *_addresses(cohort, CHANGING, member)]:
        assert client.get(address).status_code == 403
        assert client.post(address, {"addresses": "new@example.test", "language": "uz"}).status_code == 403
    assert not cohort.invitations.exists()


def test_a_right_taken_away_ends_with_the_next_request(client: Client, cohort: Cohort, trainer: User) -> None:
    address = reverse("teaching:grid", args=[cohort.uuid])
    assert client.get(address).status_code == 200
    cohort.trainer_rows.all().delete()
    assert client.get(address).status_code == 404
    assert client.get(reverse("teaching:home")).status_code == 200
    trainer.groups.filter(name=TRAINER).delete()
    assert client.get(reverse("teaching:home")).status_code == 404


def test_somebody_who_left_is_not_shown_any_more(client: Client, cohort: Cohort) -> None:
    gone = make_member(cohort, left_at=cohort.created_at).person
    assert client.get(reverse("teaching:learner", args=[cohort.uuid, gone.public_id])).status_code == 404


def test_a_person_of_another_group_is_not_shown(client: Client, cohort: Cohort) -> None:
    stranger = make_person()
    assert client.get(reverse("teaching:learner", args=[cohort.uuid, stranger.public_id])).status_code == 404
