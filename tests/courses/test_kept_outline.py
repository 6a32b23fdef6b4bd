"""An outline is kept for the next reader until a page of the course changes."""

import pytest

from courses.selectors import shown_outline
from tests.factories.pages import in_language, make_course, make_lesson, step

pytestmark = pytest.mark.django_db


def slugs(course):
    return [item.slug for item in shown_outline(course_key=course.translation_key, language="ru").activities]


def test_the_second_reader_asks_only_whether_anything_changed(django_assert_num_queries):
    course = make_course(lessons=1, quiz=False)
    slugs(course)
    with django_assert_num_queries(1):
        assert slugs(course) == ["lesson-1"]


def test_a_new_lesson_is_seen_at_once():
    course = make_course(lessons=1, quiz=False)
    slugs(course)
    make_lesson(step(course, "module-1"), "added")
    assert slugs(course) == ["lesson-1", "added"]


def test_a_deleted_lesson_is_gone_at_once():
    course = make_course(lessons=2, quiz=False)
    slugs(course)
    step(course, "lesson-1").delete()
    assert slugs(course) == ["lesson-2"]


def test_a_new_title_in_a_translation_is_seen_at_once():
    course = make_course(lessons=1, quiz=False)
    slugs(course)
    russian = in_language(step(course, "lesson-1"), "ru")
    russian.title = "Иначе"
    russian.save_revision().publish()
    assert shown_outline(course_key=course.translation_key, language="ru").activities[0].title == "Иначе"


def test_a_new_order_of_lessons_is_seen_at_once():
    course = make_course(lessons=2, quiz=False)
    slugs(course)
    step(course, "lesson-2").move(step(course, "module-1"), pos="first-child")
    assert slugs(course) == ["lesson-2", "lesson-1"]
