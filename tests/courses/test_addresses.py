"""Pages below the catalogue are found by their whole address."""

import pytest
from django.http import Http404
from django.test import RequestFactory

from courses.models import CourseIndexPage
from tests.factories.pages import in_language, make_course, step

pytestmark = pytest.mark.django_db


def find(*parts):
    index = CourseIndexPage.objects.get(locale__language_code="ru")
    return index.route(RequestFactory().get("/"), list(parts)).page


def test_every_page_of_a_course_is_found_as_its_own_type():
    course = make_course(lessons=1)
    for page, parts in (
        (course, ["ethics-online"]),
        (step(course, "module-1"), ["ethics-online", "module-1"]),
        (step(course, "lesson-1"), ["ethics-online", "module-1", "lesson-1"]),
        (step(course, "quiz"), ["ethics-online", "module-1", "quiz"]),
    ):
        found = find(*parts)
        assert found == in_language(page, "ru")
        assert type(found) is type(page)


def test_a_lesson_is_found_with_one_query(django_assert_num_queries):
    make_course(lessons=1, quiz=False)
    index = CourseIndexPage.objects.get(locale__language_code="uz")
    with django_assert_num_queries(1):
        index.route(RequestFactory().get("/"), ["ethics-online", "module-1", "lesson-1"])


@pytest.mark.parametrize(
    "parts", [["nothing"], ["ethics-online", "lesson-1"], ["ethics-online", "module-1", "x", "y"]]
)
def test_what_is_not_there_is_not_found(parts):
    make_course(lessons=1, quiz=False)
    with pytest.raises(Http404):
        find(*parts)


def test_a_page_that_is_not_live_is_not_found():
    course = make_course(lessons=1, quiz=False)
    in_language(step(course, "lesson-1"), "ru").unpublish()
    with pytest.raises(Http404):
        find("ethics-online", "module-1", "lesson-1")


def test_a_module_leads_to_its_place_in_the_course(client):
    make_course(lessons=1, quiz=False)
    answer = client.get("/ru/courses/ethics-online/module-1/")
    assert answer.status_code == 302
    assert answer["Location"] == "/ru/courses/ethics-online/#module-1"
