"""An acknowledgement given on the code's own page completes the open steps that ask for it."""

from datetime import date

import pytest

from guidelines.models import Acknowledgement
from guidelines.services import acknowledge
from learning.models import ActivityCompletion
from learning.services.enrolment import leave
from learning.services.steps import count_acknowledgement
from tests.factories.guidelines import ARTICLE_KEYS, CODE_KEY, make_edition
from tests.factories.learning import make_enrolment, read_lessons
from tests.factories.pages import make_course, step
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db


def give(person, edition, now):
    return acknowledge(person=person, edition=edition, language="uz", articles_shown=ARTICLE_KEYS, now=now)


def test_an_open_step_is_completed_with_that_acknowledgement(now):
    edition = make_edition()
    enrolment = make_enrolment(make_course(lessons=0, quiz=False, acknowledgement=CODE_KEY))
    row = give(enrolment.person, edition, now)
    assert ActivityCompletion.objects.get().evidence == f"acknowledgement:{row.pk}"
    enrolment.refresh_from_db()
    assert enrolment.state == "completed"


def test_a_locked_step_waits_and_is_then_completed_without_a_second_acknowledgement(now):
    edition = make_edition()
    course = make_course(lessons=1, quiz=False, acknowledgement=CODE_KEY)
    enrolment = make_enrolment(course)
    give(enrolment.person, edition, now)
    assert not ActivityCompletion.objects.exists()
    read_lessons(enrolment, "lesson-1")
    key = step(course, "acknowledgement").translation_key
    count_acknowledgement(enrolment=enrolment, activity_key=key, language="uz", now=now)
    assert ActivityCompletion.objects.count() == 2
    assert Acknowledgement.objects.count() == 1


def test_steps_of_other_people_other_codes_and_left_courses_stay_open(now):
    edition = make_edition()
    person = make_person()
    course = make_course(lessons=0, quiz=False, acknowledgement=CODE_KEY)
    make_enrolment(course)
    make_enrolment(make_course("other", lessons=0, quiz=False, acknowledgement="another-code"), person)
    leave(enrolment=make_enrolment(course, person), now=now)
    give(person, edition, now)
    assert not ActivityCompletion.objects.exists()


def test_an_edition_that_is_still_to_come_completes_nothing(now):
    make_edition()
    enrolment = make_enrolment(make_course(lessons=0, quiz=False, acknowledgement=CODE_KEY))
    give(enrolment.person, make_edition(2, in_force_from=date(2027, 6, 1)), now)
    assert not ActivityCompletion.objects.exists()
