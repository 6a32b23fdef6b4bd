"""`rebuild_progress` makes every summary anew from the records."""

import pytest
from django.core.management import call_command

from learning.models import CourseCompletion, ProgressSummary
from tests.factories.learning import make_enrolment, read_lessons
from tests.factories.pages import make_course, step

pytestmark = pytest.mark.django_db


def rebuild(capsys, **options):
    call_command("rebuild_progress", **options)
    return capsys.readouterr().out


def test_lost_summaries_come_back_as_they_were(capsys):
    course = make_course(lessons=3)
    enrolment = make_enrolment(course)
    read_lessons(enrolment, "lesson-1", "lesson-2")
    fields = ("done", "total", "next_activity_key", "states", "best")
    before = ProgressSummary.objects.values_list(*fields).get()
    ProgressSummary.objects.all().delete()
    assert "1 " in rebuild(capsys)
    assert ProgressSummary.objects.values_list(*fields).get() == before


def test_what_became_complete_is_completed(capsys):
    course = make_course(lessons=2, quiz=False)
    enrolment = make_enrolment(course)
    read_lessons(enrolment, "lesson-1")
    step(course, "lesson-2").delete()
    rebuild(capsys)
    assert CourseCompletion.objects.get().enrolment == enrolment
    rebuild(capsys)
    assert CourseCompletion.objects.count() == 1


def test_one_course_can_be_rebuilt_alone(capsys):
    make_enrolment(make_course("one", lessons=1, quiz=False))
    make_enrolment(make_course("two", lessons=1, quiz=False))
    ProgressSummary.objects.all().delete()
    rebuild(capsys, course="two")
    assert ProgressSummary.objects.get().enrolment.course.key == "two"
