"""The index of who cites which article follows every publishing."""

import json

import pytest

from core.models import CitationEntry
from tests.factories.guidelines import CODE_KEY
from tests.factories.pages import in_language, make_course, step
from tests.factories.quiz_data import block_id, small_quiz

pytestmark = pytest.mark.django_db


def citation(name, article):
    value = {"code": CODE_KEY, "article": article, "note": ""}
    return {"type": "citation", "id": block_id("citation", name), "value": value}


def entries():
    return set(CitationEntry.objects.values_list("block_id", "code", "article"))


def publish(page, **values):
    for name, value in values.items():
        setattr(page, name, json.dumps(value))
    page.save_revision().publish()
    return page


@pytest.fixture
def lesson(db):
    return step(make_course(lessons=1), "lesson-1")


def test_a_lesson_is_indexed_when_it_is_published(lesson):
    publish(lesson, body=[citation("a", "consent.online"), citation("b", "general.scope")])
    assert entries() == {
        (block_id("citation", "a"), CODE_KEY, "consent.online"),
        (block_id("citation", "b"), CODE_KEY, "general.scope"),
    }
    assert set(CitationEntry.objects.values_list("page_key", flat=True)) == {lesson.translation_key}


def test_a_citation_that_is_taken_out_leaves_the_index(lesson):
    publish(lesson, body=[citation("a", "consent.online"), citation("b", "general.scope")])
    publish(lesson, body=[citation("b", "general.scope")])
    assert entries() == {(block_id("citation", "b"), CODE_KEY, "general.scope")}


def test_articles_of_a_question_are_indexed_under_the_question(lesson):
    quiz = step(lesson.get_parent().get_parent(), "quiz")
    questions = small_quiz("quiz")
    cited = {"type": "item", "id": block_id("cited"), "value": {"code": CODE_KEY, "article": "consent.online"}}
    questions[1]["value"]["articles"] = [cited]
    publish(quiz, questions=questions)
    assert entries() == {(questions[1]["id"], CODE_KEY, "consent.online")}


def test_publishing_a_translation_changes_nothing(lesson):
    publish(lesson, body=[citation("a", "consent.online")])
    publish(in_language(lesson, "ru"), body=[citation("c", "start.location")])
    assert entries() == {(block_id("citation", "a"), CODE_KEY, "consent.online")}


def test_a_page_that_is_unpublished_in_every_language_or_deleted_cites_nothing(lesson):
    publish(lesson, body=[citation("a", "consent.online")])
    lesson.unpublish()
    assert entries()
    for language in ("ru", "en"):
        in_language(lesson, language).unpublish()
    assert not entries()
    publish(lesson, body=[citation("a", "consent.online")])
    lesson.delete()
    assert not entries()


def test_publishing_again_writes_nothing_new(lesson):
    publish(lesson, body=[citation("a", "consent.online")])
    before = set(CitationEntry.objects.values_list("pk", flat=True))
    publish(lesson)
    assert set(CitationEntry.objects.values_list("pk", flat=True)) == before
