"""A page is found in memory, and never one that is gone, hidden, moved or somebody else's."""

import pytest

from tests.factories.accounts import signed_in
from tests.factories.pages import in_language, make_course, make_home, step
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader():
    """Somebody signed in, whose pages are made anew each time."""
    return signed_in(make_person())


def test_the_second_time_finding_a_page_costs_no_question(reader, django_assert_max_num_queries):
    make_course()
    reader.get("/uz/courses/")
    with django_assert_max_num_queries(18) as asked:
        reader.get("/uz/courses/")
    assert not [query for query in asked if '"wagtailcore_site"' in query["sql"]]


def test_a_page_in_another_language_is_another_page(reader):
    course = make_course()
    titles = {language: in_language(course, language).title for language in ("uz", "ru")}
    for _time in range(2):
        for language, title in titles.items():
            assert f"<h1>{title}</h1>" in reader.get(f"/{language}/courses/{course.slug}/").content.decode()


def test_a_page_that_is_taken_down_is_gone_at_once(reader):
    course = make_course()
    assert reader.get(course.get_url()).status_code == 200
    course.unpublish()
    assert reader.get(course.get_url()).status_code == 404


def test_a_page_that_moves_is_found_at_its_new_address_at_once(reader):
    course = make_course()
    reader.get(course.get_url())
    course.slug = "renamed"
    course.save_revision().publish()
    assert reader.get("/uz/courses/ethics-online/").status_code == 404
    assert reader.get("/uz/courses/renamed/").status_code == 200


def test_addresses_where_nothing_stands_are_not_kept(reader):
    make_home()
    assert reader.get("/uz/later/").status_code == 404
    make_home().add_child(instance=type(make_home())(title="Keyin", slug="later", locale=make_home().locale))
    assert reader.get("/uz/later/").status_code == 200


def test_who_may_see_a_page_is_asked_each_time(reader):
    lesson = step(make_course(), "lesson-1")
    assert reader.get(lesson.get_url()).status_code == 302
    assert reader.get(lesson.get_url()).status_code == 302
