"""Structure and rules come from the source pages, words from the translation."""

import pytest

from courses.models import CoursePage
from courses.selectors import outline
from tests.factories.pages import in_language, make_course, publish, step

pytestmark = pytest.mark.django_db


def titles(course, language):
    return [item.title for item in outline(course_key=course.translation_key, language=language).activities]


def test_steps_stand_in_tree_order_with_kind_and_rule():
    course = make_course(lessons=2, acknowledgement="online-practice-code")
    found = outline(course_key=course.translation_key, language="uz")
    assert [(item.slug, item.kind, item.rule) for item in found.activities] == [
        ("lesson-1", "lesson", "confirmed"),
        ("lesson-2", "lesson", "confirmed"),
        ("quiz", "quiz", "passed"),
        ("acknowledgement", "acknowledgement", "acknowledged"),
    ]
    assert found.activities[-1].code_key == "online-practice-code"
    assert found.activities[0].url == "/uz/courses/ethics-online/module-1/lesson-1/"


def test_hours_are_the_sum_of_the_modules():
    course = make_course(lessons=3, lessons_per_module=1, hours=5, quiz=False)
    assert outline(course_key=course.translation_key, language="uz").hours == 15


def test_words_and_addresses_are_in_the_asked_language():
    course = make_course(lessons=1, quiz=False)
    found = outline(course_key=course.translation_key, language="ru")
    assert found.title == f"{course.title} [ru]"
    assert found.activities[0].title == "Dars lesson-1 [ru]"
    assert found.activities[0].url == "/ru/courses/ethics-online/module-1/lesson-1/"


def test_a_step_without_translation_is_shown_in_uzbek_and_says_so():
    course = make_course(lessons=1, quiz=False)
    in_language(step(course, "lesson-1"), "ru").delete()
    item = outline(course_key=course.translation_key, language="ru").activities[0]
    assert (item.title, item.language) == ("Dars lesson-1", "uz")


def test_rules_of_a_translation_are_never_read():
    course = make_course(lessons=1, quiz=False)
    CoursePage.objects.filter(pk=in_language(course, "ru").pk).update(order="free", certificate_validity_months=99)
    found = outline(course_key=course.translation_key, language="ru")
    assert (found.order, found.certificate_validity_months) == ("fixed", 24)


def test_a_lesson_that_only_a_translation_has_is_not_a_step():
    course = make_course(lessons=2, quiz=False)
    lesson = step(course, "lesson-1")
    lesson.live = False
    lesson.save()
    assert titles(course, "ru") == ["Dars lesson-2 [ru]"]


def test_steps_of_a_module_that_is_not_live_are_left_out():
    course = make_course(lessons=2, lessons_per_module=1, quiz=False)
    module = step(course, "module-1")
    module.live = False
    module.save()
    assert titles(course, "uz") == ["Dars lesson-2"]


def test_a_course_whose_source_page_is_not_live_has_no_outline():
    course = make_course(lessons=1, quiz=False)
    course.live = False
    course.save()
    assert outline(course_key=course.translation_key, language="ru") is None
    publish(course)
    assert outline(course_key=course.translation_key, language="ru") is not None


@pytest.mark.parametrize(("language", "queries"), [("uz", 2), ("ru", 3)])
def test_an_outline_costs_the_same_for_five_and_for_fifty_lessons(language, queries, django_assert_num_queries):
    small = make_course("small", lessons=5, quiz=False)
    large = make_course("large", lessons=50, quiz=False)
    outline(course_key=small.translation_key, language=language)
    for course, count in ((small, 5), (large, 50)):
        with django_assert_num_queries(queries):
            found = outline(course_key=course.translation_key, language=language)
        assert len(found.activities) == count
