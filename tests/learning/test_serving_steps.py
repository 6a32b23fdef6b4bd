"""Who gets which page: a step that is not open leads to the course page, which says why."""

import json

import pytest

from learning.services.enrolment import leave
from tests.factories.guidelines import ARTICLE_KEYS, CODE_KEY, make_edition
from tests.factories.learning import make_enrolment, read_lessons
from tests.factories.pages import make_course, step
from tests.factories.people import make_person
from tests.factories.quiz_data import block_id
from tests.support.words import said

pytestmark = pytest.mark.django_db

LESSON = "/uz/courses/ethics-online/module-1/lesson-{}/"
COURSE = "/uz/courses/ethics-online/"


def leads_to_course(answer, step=""):
    assert answer.status_code == 302
    assert answer["Location"] == COURSE + (f"?step={step}" if step else "")
    return True


def test_a_visitor_reads_the_course_page_and_no_closed_lesson(client):
    make_course(lessons=1)
    assert client.get(COURSE).status_code == 200
    assert leads_to_course(client.get(LESSON.format(1)))
    assert leads_to_course(client.get(COURSE + "module-1/quiz/"))


def test_a_visitor_reads_a_sample_lesson(client):
    course = make_course(lessons=1, quiz=False)
    lesson = course.get_descendants().get(slug="lesson-1").specific
    lesson.is_sample = True
    lesson.save()
    answer = client.get(LESSON.format(1))
    assert answer.status_code == 200
    assert "Matn: lesson-1." in answer.content.decode()


def test_a_translation_cannot_open_a_lesson_as_a_sample(client):
    course = make_course(lessons=1, quiz=False)
    lesson = course.get_descendants().get(slug="lesson-1").specific.get_translations().get(locale__language_code="ru")
    lesson.is_sample = True
    lesson.save()
    assert client.get("/ru/courses/ethics-online/module-1/lesson-1/").status_code == 302


def test_somebody_not_enrolled_is_led_to_the_course_and_can_enrol_there(sign_in):
    make_course(lessons=1)
    browser = sign_in(make_person())
    assert leads_to_course(browser.get(LESSON.format(1)), "lesson-1")
    assert "/uz/my/courses/ethics-online/enrol/" in browser.get(COURSE).content.decode()


def test_an_enrolled_learner_reads_the_open_lesson(sign_in):
    course, person = make_course(lessons=2), make_person()
    make_enrolment(course, person)
    page = sign_in(person).get(LESSON.format(1)).content.decode()
    assert "Matn: lesson-1." in page
    assert "/read/" in page


def test_a_locked_lesson_leads_to_the_course_page_which_names_what_comes_first(sign_in):
    course, person = make_course(lessons=3), make_person()
    make_enrolment(course, person)
    browser = sign_in(person)
    assert leads_to_course(browser.get(LESSON.format(3)), "lesson-3")
    page = browser.get(LESSON.format(3), follow=True).content.decode()
    assert said("“%(title)s” is not open to you yet.", title="Dars lesson-3") in page
    why = "The steps of this course are taken one after another. First comes “%(title)s”."
    assert said(why, title="Dars lesson-1") in page


def test_a_reason_that_no_longer_holds_is_not_shown(sign_in):
    course, person = make_course(lessons=2), make_person()
    read_lessons(make_enrolment(course, person), "lesson-1")
    page = sign_in(person).get(COURSE + "?step=lesson-2").content.decode()
    assert said("“%(title)s” is not open to you yet.", title="Dars lesson-2") not in page


def test_somebody_who_left_is_led_to_the_course_page(sign_in, now):
    course, person = make_course(lessons=1), make_person()
    leave(enrolment=make_enrolment(course, person), now=now)
    browser = sign_in(person)
    assert leads_to_course(browser.get(LESSON.format(1)), "lesson-1")
    assert "/uz/my/courses/ethics-online/resume/" in browser.get(COURSE).content.decode()


def test_a_lesson_taken_out_of_the_source_is_closed_in_every_language(sign_in):
    course, person = make_course(lessons=2), make_person()
    make_enrolment(course, person)
    course.get_descendants().get(slug="lesson-1").specific.unpublish()
    answer = sign_in(person).get("/ru/courses/ethics-online/module-1/lesson-1/")
    assert answer.status_code == 302


def test_courses_to_complete_first_are_named(sign_in):
    make_course("basics", lessons=1, quiz=False)
    course, person = make_course(lessons=1, prerequisite_keys=["basics"]), make_person()
    make_enrolment(course, person)
    browser = sign_in(person)
    page = browser.get(LESSON.format(1), follow=True).content.decode()
    assert said("Another course has to be completed first.") in page
    assert "Kurs basics" in page


@pytest.mark.parametrize("path", [COURSE, LESSON.format(1), "/uz/my/courses/ethics-online/"])
def test_reading_writes_nothing(sign_in, path, django_assert_max_num_queries):
    course, person = make_course(lessons=2), make_person()
    make_enrolment(course, person)
    browser = sign_in(person)
    browser.get(path)
    with django_assert_max_num_queries(40) as queries:
        assert browser.get(path).status_code == 200
    written = [query["sql"] for query in queries if not query["sql"].lstrip().upper().startswith("SELECT")]
    assert written == []


@pytest.mark.parametrize("language", ["uz", "ru"])
@pytest.mark.parametrize("path", ["", "module-1/lesson-1/"])
@pytest.mark.parametrize("lessons", [5, 50])
def test_pages_of_a_course_cost_few_queries_however_long_it_is(
    sign_in, language, path, lessons, django_assert_max_num_queries
):
    course, person = make_course(lessons=lessons, quiz=False), make_person()
    make_enrolment(course, person)
    browser = sign_in(person)
    address = f"/{language}/courses/ethics-online/{path}"
    browser.get(address)
    with django_assert_max_num_queries(15):
        assert browser.get(address).status_code == 200


@pytest.mark.parametrize("articles", [1, 5])
def test_citations_are_resolved_together(sign_in, articles, django_assert_max_num_queries):
    make_edition()
    course, person = make_course(lessons=1, quiz=False), make_person()
    lesson = step(course, "lesson-1")
    lesson.body = json.dumps(
        [
            {"type": "citation", "id": block_id(key), "value": {"code": CODE_KEY, "article": key, "note": ""}}
            for key in ARTICLE_KEYS[:articles]
        ]
    )
    lesson.save()
    make_enrolment(course, person)
    browser = sign_in(person)
    browser.get(LESSON.format(1))
    with django_assert_max_num_queries(15):
        page = browser.get(LESSON.format(1)).content.decode()
    assert all(f"#{key}" in page for key in ARTICLE_KEYS[:articles])
