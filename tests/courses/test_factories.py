"""The page tree that other tests stand on is what editors would make."""

import pytest

from tests.factories.pages import in_language, make_course, make_home, step

pytestmark = pytest.mark.django_db


def test_a_course_has_the_same_keys_and_block_ids_in_every_language():
    course = make_course(lessons=1)
    for page in (course, step(course, "lesson-1"), step(course, "quiz")):
        russian = in_language(page, "ru")
        assert russian.slug == page.slug
        assert russian.live
    lesson, quiz = step(course, "lesson-1"), step(course, "quiz")
    assert [block.id for block in in_language(lesson, "en").body] == [block.id for block in lesson.body]
    assert [block.id for block in in_language(quiz, "en").questions] == [block.id for block in quiz.questions]


def test_the_home_page_answers_at_its_language(client):
    home = make_home()
    assert home.get_url() == "/uz/"
    assert in_language(home, "ru").get_url() == "/ru/"
