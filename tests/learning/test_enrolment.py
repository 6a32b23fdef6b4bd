"""Enrol, leave, take it up again: each safe when sent twice."""

import pytest

from courses.models import CourseVersion
from courses.services import CourseNotOffered
from learning.models import Enrolment
from learning.services.enrolment import enrol, leave, resume
from learning.signals import enrolled
from tests.factories.learning import make_completed, make_enrolment, read_lessons
from tests.factories.pages import in_language, make_course
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db


def test_enrolling_twice_in_two_languages_is_one_enrolment(now):
    course, person = make_course(lessons=1, quiz=False), make_person()
    first = enrol(person=person, course_key=course.translation_key, language="uz", now=now)
    russian = in_language(course, "ru")
    assert enrol(person=person, course_key=russian.translation_key, language="ru", now=now) == first
    assert Enrolment.objects.count() == 1


def test_enrolling_keeps_the_course_as_it_reads_then(now):
    enrolment = make_enrolment(make_course(lessons=1, quiz=False))
    assert enrolment.version == CourseVersion.objects.get()
    assert (enrolment.summary.done, enrolment.summary.total) == (0, 1)


def test_the_signal_is_sent_once(now):
    heard = []
    enrolled.connect(lambda **event: heard.append(event["enrolment"]), weak=False, dispatch_uid="test")
    course, person = make_course(lessons=1, quiz=False), make_person()
    enrolment = make_enrolment(course, person)
    make_enrolment(course, person)
    leave(enrolment=enrolment, now=now)
    make_enrolment(course, person)
    enrolled.disconnect(dispatch_uid="test")
    assert heard == [enrolment]


def test_a_course_that_is_not_offered_takes_nobody(now):
    course = make_course(lessons=1, quiz=False)
    course.unpublish()
    with pytest.raises(CourseNotOffered):
        enrol(person=make_person(), course_key=course.translation_key, language="uz", now=now)
    assert not Enrolment.objects.exists()


def test_leaving_and_taking_up_again_is_the_same_enrolment_with_its_progress(now):
    course, person = make_course(lessons=2, quiz=False), make_person()
    enrolment = make_enrolment(course, person)
    read_lessons(enrolment, "lesson-1")
    left = leave(enrolment=enrolment, now=now)
    assert (left.state, left.left_at) == ("left", now)
    again = make_enrolment(course, person)
    assert again == enrolment
    assert (again.state, again.left_at, again.summary.done) == ("active", None, 1)


def test_leaving_twice_keeps_the_first_moment(now):
    enrolment = make_enrolment(make_course(lessons=1, quiz=False))
    first = leave(enrolment=enrolment, now=now)
    assert leave(enrolment=enrolment, now=now.replace(hour=20)).left_at == first.left_at


def test_a_completed_course_can_neither_be_left_nor_reopened(now):
    enrolment = make_completed(make_course(lessons=1, quiz=False))
    assert leave(enrolment=enrolment, now=now).state == "completed"
    assert resume(enrolment=enrolment, now=now).state == "completed"


def test_enrolling_after_completion_returns_the_completed_enrolment_unless_taken_anew(now):
    course, person = make_course(lessons=1, quiz=False), make_person()
    done = make_completed(course, person)
    key = course.translation_key
    assert enrol(person=person, course_key=key, language="uz", now=now) == done
    anew = enrol(person=person, course_key=key, language="uz", now=now, anew=True)
    assert anew != done
    assert (anew.state, anew.summary.done) == ("active", 0)


def test_two_people_do_not_share_an_enrolment(now):
    course = make_course(lessons=1, quiz=False)
    assert make_enrolment(course) != make_enrolment(course)
