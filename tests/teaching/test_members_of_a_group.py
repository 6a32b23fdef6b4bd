"""Adding people by a list, removing one, withdrawing an invitation, letting somebody lead."""

from django.test import Client
from django.urls import reverse

from accounts.models import User
from accounts.roles import ADMINISTRATOR
from cohorts.models import Cohort, Invitation
from tests.factories.cohorts import NOW, make_cohort, make_member
from tests.factories.people import make_person, make_trainer
from tests.teaching.conftest import signed_in


def _add(client: Client, cohort: Cohort, text: str):
    return client.post(reverse("teaching:members_add", args=[cohort.uuid]), {"addresses": text, "language": "en"})


def test_the_report_answers_for_every_line(client: Client, cohort: Cohort) -> None:
    make_person("new@example.test")
    page = _add(client, cohort, "new@example.test\nstranger@example.test\n<script>alert(1)</script>").content.decode()
    assert "new@example.test" in page
    assert "&lt;script&gt;" in page
    assert "<script>alert" not in page
    assert cohort.memberships.count() == 1
    assert cohort.invitations.get().language == "en"


def test_a_list_that_is_too_long_is_kept_in_the_field(client: Client, cohort: Cohort) -> None:
    text = "\n".join(f"p{number}@example.test" for number in range(501))
    page = _add(client, cohort, text).content.decode()
    assert "p500@example.test" in page
    assert 'href="#id_addresses"' in page
    assert not cohort.invitations.exists()


def test_an_empty_list_and_an_unknown_language_are_refused(client: Client, cohort: Cohort) -> None:
    address = reverse("teaching:members_add", args=[cohort.uuid])
    for data in ({}, {"addresses": "a@example.test", "language": "xx"}, {"addresses": "", "language": "uz"}):
        assert client.post(address, data).status_code == 200
    assert not cohort.invitations.exists()


def test_removing_asks_first_and_a_second_time_does_no_harm(client: Client, cohort: Cohort) -> None:
    member = make_member(cohort)
    address = reverse("teaching:member_remove", args=[cohort.uuid, member.person.public_id])
    assert client.get(address).status_code == 200
    member.refresh_from_db()
    assert member.left_at is None
    for _time in range(2):
        assert client.post(address, {"reason": "Koʻchdi"}).status_code == 302
    member.refresh_from_db()
    assert member.left_at is not None


def test_an_invitation_is_withdrawn_from_own_groups_only(client: Client, cohort: Cohort) -> None:
    own = Invitation.objects.create(cohort=cohort, email="a@example.test", invited_at=NOW)
    foreign_group = make_cohort(cohort.course, make_trainer())
    foreign = Invitation.objects.create(cohort=foreign_group, email="b@example.test", invited_at=NOW)
    for invitation in (own, foreign):
        client.post(reverse("teaching:invitation_withdraw", args=[cohort.uuid, invitation.pk]))
    assert list(Invitation.objects.all()) == [foreign]


def test_an_administrator_says_who_leads(cohort: Cohort, trainer: User) -> None:
    client, second = signed_in(make_person(roles=(ADMINISTRATOR,))), make_trainer("second@example.test")
    add = reverse("teaching:trainer_add", args=[cohort.uuid])
    assert client.post(add, {"email": "SECOND@example.test"}).status_code == 302
    assert set(cohort.trainers.all()) == {trainer, second}
    client.post(reverse("teaching:trainer_remove", args=[cohort.uuid, trainer.public_id]))
    assert list(cohort.trainers.all()) == [second]


def test_somebody_who_is_no_trainer_is_refused_beside_the_field(cohort: Cohort) -> None:
    client, learner = signed_in(make_person(roles=(ADMINISTRATOR,))), make_person("learner@example.test")
    for email in (learner.email, "nobody@example.test", "x"):
        page = client.post(reverse("teaching:trainer_add", args=[cohort.uuid]), {"email": email}).content.decode()
        assert f'value="{email}"' in page
        assert 'href="#id_email"' in page
    assert cohort.trainers.count() == 1


def test_a_trainer_does_not_say_who_leads(client: Client, cohort: Cohort, trainer: User) -> None:
    make_trainer("second@example.test")
    add = reverse("teaching:trainer_add", args=[cohort.uuid])
    assert client.post(add, {"email": "second@example.test"}).status_code == 404
    remove = reverse("teaching:trainer_remove", args=[cohort.uuid, trainer.public_id])
    assert client.post(remove).status_code == 404
    assert list(cohort.trainers.all()) == [trainer]


def test_reading_never_changes_anything(client: Client, cohort: Cohort) -> None:
    member = make_member(cohort)
    for name, extra in (
        ("trainer_add", []),
        ("trainer_remove", [member.person.public_id]),
        ("invitation_withdraw", [1]),
    ):
        assert client.get(reverse(f"teaching:{name}", args=[cohort.uuid, *extra])).status_code == 405


def test_a_form_from_another_site_is_refused(cohort: Cohort, trainer: User) -> None:
    client = signed_in(trainer)
    client.handler.enforce_csrf_checks = True
    assert _add(client, cohort, "a@example.test").status_code == 403
    assert not cohort.invitations.exists()
