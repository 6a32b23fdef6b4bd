"""When editors change a course, the summaries of those who take it follow, by the worker."""

import pytest
from django_tasks_db.models import DBTaskResult

from learning.models import ProgressSummary
from tests.factories.learning import make_completed, make_enrolment, read_lessons
from tests.factories.pages import in_language, make_course, make_lesson, step

pytestmark = pytest.mark.django_db


def waiting():
    return DBTaskResult.objects.ready().filter(task_path="learning.tasks.refresh_course").count()


def test_a_new_lesson_reaches_the_summaries(run_tasks):
    course = make_course(lessons=1)
    enrolment = make_enrolment(course)
    make_lesson(step(course, "module-1"), "added")
    run_tasks()
    summary = ProgressSummary.objects.get(enrolment=enrolment)
    assert (summary.done, summary.total) == (0, 3)


def test_deleting_and_moving_lessons_reaches_them_too(run_tasks):
    course = make_course(lessons=3, quiz=False)
    enrolment = make_enrolment(course)
    read_lessons(enrolment, "lesson-1")
    run_tasks()  # what Wagtail ordered for the lesson while it was there
    step(course, "lesson-2").delete()
    run_tasks()
    summary = ProgressSummary.objects.get(enrolment=enrolment)
    assert (summary.done, summary.total) == (1, 2)
    step(course, "lesson-3").move(step(course, "module-1"), pos="first-child")
    assert waiting() == 1


def test_a_row_of_changes_orders_it_once():
    course = make_course(lessons=2)
    make_enrolment(course)
    for slug in ("lesson-1", "lesson-2", "quiz"):
        step(course, slug).save()
    assert waiting() == 1


def test_a_change_of_words_and_a_course_that_nobody_takes_order_nothing():
    course = make_course(lessons=1, quiz=False)
    make_completed(course)
    step(course, "lesson-1").save()
    other = make_course("other", lessons=1, quiz=False)
    make_enrolment(other)
    in_language(step(other, "lesson-1"), "ru").save()
    assert waiting() == 0
