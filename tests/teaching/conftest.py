"""A trainer who is signed in with a second factor, and a course with a cohort."""

from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from cohorts.models import Cohort
from courses.models import CoursePage
from tests.factories.cohorts import make_cohort
from tests.factories.pages import make_course
from tests.factories.people import add_second_factor, make_trainer


def signed_in(person: User) -> Client:
    """Return a browser in which a person is signed in; roles have their second factor."""
    if person.groups.exists():
        add_second_factor(person)
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def course(db: Any) -> CoursePage:
    return make_course()


@pytest.fixture
def trainer(db: Any) -> User:
    return make_trainer("trainer@example.test")


@pytest.fixture
def cohort(course: CoursePage, trainer: User) -> Cohort:
    return make_cohort(course, trainer)


@pytest.fixture
def client(trainer: User) -> Client:
    return signed_in(trainer)
