"""A course, a trainer and a cohort."""

from typing import Any

import pytest

from accounts.models import User
from cohorts.models import Cohort
from courses.models import CoursePage
from tests.factories.cohorts import make_cohort
from tests.factories.pages import make_course
from tests.factories.people import make_trainer


@pytest.fixture
def course(db: Any) -> CoursePage:
    return make_course(lessons=1, quiz=False)


@pytest.fixture
def trainer(db: Any) -> User:
    return make_trainer("trainer@example.test")


@pytest.fixture
def cohort(course: CoursePage, trainer: User) -> Cohort:
    return make_cohort(course, trainer)
