"""The desk tells what needs attention; managers see figures only."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.models import Region, TerritoryAssignment, User
from accounts.roles import MANAGER
from courses.models import CoursePage
from tests.factories.cohorts import make_cohort, make_member
from tests.factories.people import make_person, make_trainer
from tests.teaching.conftest import signed_in

HOME, TERRITORY = "teaching:home", "teaching:territory"


def _running(course: CoursePage, *trainers: User, **fields: object):
    today = timezone.localdate()
    dates = {"starts_on": today - timedelta(days=30), "ends_on": today + timedelta(days=30)}
    return make_cohort(course, *trainers, **{**dates, **fields})


def test_the_desk_shows_own_groups_and_who_is_stuck(client: Client, course: CoursePage, trainer: User) -> None:
    own = _running(course, trainer, name="Oʻz guruhim")
    make_member(own, joined_at=timezone.now() - timedelta(days=20))
    _running(course, make_trainer(), name="Boshqa guruh")
    page = client.get("/en/teach/").content.decode()
    assert "Oʻz guruhim" in page
    assert "Boshqa guruh" not in page
    assert "1 person without a step for 7 days" in page


def test_many_groups_cost_no_more_than_one(client: Client, course: CoursePage, trainer: User) -> None:
    _running(course, trainer)
    client.get(reverse(HOME))  # what all pages keep (locales, site) is read once per process
    with CaptureQueriesContext(connection) as few:
        client.get(reverse(HOME))
    for _number in range(8):
        make_member(_running(course, trainer))
    with CaptureQueriesContext(connection) as many:
        client.get(reverse(HOME))
    assert len(many) == len(few) <= 15


def test_an_empty_desk_says_what_to_do(client: Client) -> None:
    assert reverse("teaching:cohort_new") in client.get(reverse(HOME)).content.decode()


@pytest.fixture
def manager(db: object) -> User:
    return make_person(roles=(MANAGER,))


def test_a_manager_comes_to_the_figures(manager: User, course: CoursePage) -> None:
    region = Region.objects.first()
    TerritoryAssignment.objects.create(person=manager, region=region, starts_on=timezone.localdate())
    shown = _running(course, region=region, name="Namangan 1")
    member = make_member(shown)
    response = signed_in(manager).get(reverse(HOME), follow=True)
    page = response.content.decode()
    assert response.redirect_chain[-1][0] == reverse(TERRITORY)
    assert "Namangan 1" in page
    assert "&lt;5" in page
    assert member.person.last_name not in page
    assert str(shown.uuid) not in page


def test_a_manager_without_a_territory_sees_no_group(manager: User, course: CoursePage) -> None:
    _running(course, region=Region.objects.first(), name="Namangan 1")
    assert "Namangan 1" not in signed_in(manager).get(reverse(TERRITORY)).content.decode()


def test_territories_are_for_managers_only(client: Client, course: CoursePage) -> None:
    assert client.get(reverse(TERRITORY)).status_code == 404
    assert signed_in(make_person()).get(reverse(TERRITORY)).status_code == 404
    assert Client().get(reverse(TERRITORY)).status_code == 302
