"""A course of two lessons and a quiz, and a cohort on it."""

from typing import Any

import pytest

from cohorts.models import Cohort
from courses.models import CoursePage
from tests.factories.cohorts import make_cohort
from tests.factories.pages import make_course, step


@pytest.fixture
def course(db: Any) -> CoursePage:
    return make_course()


@pytest.fixture
def cohort(course: CoursePage) -> Cohort:
    return make_cohort(course)


@pytest.fixture
def keys(course: CoursePage) -> list[str]:
    """Return the keys of the steps in order: two lessons, a quiz."""
    return [str(step(course, slug).translation_key) for slug in ("lesson-1", "lesson-2", "quiz")]
