"""Answers that come in during the very moment in which their writer is erased do not stay."""

from datetime import timedelta

import pytest

from accounts.services import erase_person, erase_what_came_late
from learning.models import Score, Submission, SubmittedAnswer
from tests.factories.learning import NOW, make_enrolment, sit_quiz
from tests.factories.pages import make_course, step

pytestmark = pytest.mark.django_db


@pytest.fixture
def late():
    """Return an erased person whose answers, written meanwhile, were committed after the erasure."""
    course = make_course(lessons=0)
    answered = {}
    for name in ("late", "other"):
        enrolment = make_enrolment(course)
        sit_quiz(enrolment, step(course, "quiz"))
        answered[name] = enrolment.person
    rows = list(SubmittedAnswer.objects.filter(submission__person=answered["late"]).values())
    erase_person(person=answered["late"], actor=answered["late"], reason="", now=NOW)
    SubmittedAnswer.objects.bulk_create(SubmittedAnswer(**row) for row in rows)
    return answered["late"]


def test_the_tick_empties_what_came_late_and_nothing_else(late):
    assert erase_what_came_late(now=NOW + timedelta(minutes=5)) == 1
    assert not SubmittedAnswer.objects.filter(submission__person=late).exists()
    assert SubmittedAnswer.objects.count() == 3
    assert Submission.objects.count() == Score.objects.count() == 2


def test_after_an_hour_nothing_is_looked_for_any_more(late):
    assert erase_what_came_late(now=NOW + timedelta(hours=1, minutes=1)) == 0
