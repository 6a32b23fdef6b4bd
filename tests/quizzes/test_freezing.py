"""Freezing: structure from the Uzbek page, words from every live page, equal content kept once."""

import json
from datetime import UTC, datetime

import pytest

from quizzes.domain.wording import Phrase, QuizWording
from quizzes.models import QuizPage, QuizText, QuizVersion
from quizzes.services import FrozenQuiz, QuizNotReady, freeze, freeze_quiz, spec_from, wording_from
from tests.factories.pages import in_language, make_course, publish, step
from tests.factories.quiz_data import block_id
from tests.factories.quizzes import quiz_data, write_quiz

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


@pytest.fixture
def quiz() -> QuizPage:
    return write_quiz(step(make_course(lessons=1), "quiz"))


def words(frozen: FrozenQuiz, language: str) -> QuizWording:
    return wording_from(frozen.texts[language].payload)


def test_freezing_twice_keeps_one_version_and_one_text_a_language(quiz: QuizPage) -> None:
    first, second = freeze_quiz(page=quiz, now=NOW), freeze_quiz(page=quiz, now=NOW)
    assert first == second
    assert QuizVersion.objects.count() == 1
    assert sorted(QuizText.objects.values_list("language", flat=True)) == ["en", "ru", "uz"]


def test_freezing_what_is_known_writes_nothing(quiz: QuizPage, django_assert_num_queries) -> None:
    freeze_quiz(page=quiz, now=NOW)
    with django_assert_num_queries(3) as queries:
        freeze_quiz(page=quiz, now=NOW)
    assert all(query["sql"].startswith("SELECT") for query in queries.captured_queries)


def test_freezing_from_the_russian_page_gives_the_same_version(quiz: QuizPage) -> None:
    russian = in_language(quiz, "ru")
    assert freeze_quiz(page=russian, now=NOW) == freeze_quiz(page=quiz, now=NOW)


def test_rules_and_key_on_a_translation_count_for_nothing(quiz: QuizPage) -> None:
    before = freeze_quiz(page=quiz, now=NOW)
    russian = in_language(quiz, "ru")
    data = quiz_data("quiz", "ru")
    data[0]["value"]["points"] = 9
    for option in data[0]["value"]["options"]:
        option["value"]["correct"] = not option["value"]["correct"]
    russian.questions, russian.pass_percent, russian.attempts_allowed = json.dumps(list(reversed(data))), 1, 0
    publish(russian)
    assert freeze_quiz(page=quiz, now=NOW) == before


def test_the_key_is_the_uzbek_page_s(quiz: QuizPage) -> None:
    spec = spec_from(freeze_quiz(page=quiz, now=NOW).payload)
    rights = [sorted(question.kind.solution()) for question in spec.questions]
    assert rights == [
        [block_id("quiz", "q1", "a")],
        sorted(block_id("quiz", "q2", letter) for letter in "ab"),
        ["true"],
    ]


def test_each_language_has_its_own_words(quiz: QuizPage) -> None:
    frozen = freeze(page=quiz, now=NOW)
    for language in ("uz", "ru", "en"):
        stem = words(frozen, language).questions[0].stem
        assert stem == Phrase(f"<p>Savol q1 [{language}]</p>", language)


def test_words_that_were_not_translated_are_uzbek_and_say_so(quiz: QuizPage) -> None:
    russian = in_language(quiz, "ru")
    data = quiz_data("quiz", "ru")
    data[1] = quiz_data("quiz", "uz")[1]
    russian.questions = json.dumps(data[:2])
    publish(russian)
    frozen = words(freeze(page=quiz, now=NOW), "ru")
    assert [question.stem.language for question in frozen.questions] == ["ru", "uz", "uz"]


def test_a_draft_translation_is_not_frozen(quiz: QuizPage) -> None:
    QuizPage.objects.filter(pk=in_language(quiz, "en").pk).update(live=False)
    assert sorted(freeze(page=quiz, now=NOW).texts) == ["ru", "uz"]


def test_correcting_a_word_keeps_the_version_and_adds_a_text(quiz: QuizPage) -> None:
    before = freeze(page=quiz, now=NOW)
    quiz.title = "Yangi nom"
    publish(quiz)
    after = freeze(page=quiz, now=NOW)
    assert after.version == before.version
    assert after.texts["uz"] != before.texts["uz"]


def test_going_back_to_old_words_takes_the_old_text_again(quiz: QuizPage) -> None:
    old_title, before = quiz.title, freeze(page=quiz, now=NOW)
    quiz.title = "Yangi nom"
    publish(quiz)
    freeze(page=quiz, now=NOW)
    quiz.title = old_title
    publish(quiz)
    assert freeze(page=quiz, now=NOW).texts == before.texts


def test_rich_text_is_cleaned_before_it_is_kept(quiz: QuizPage) -> None:
    data = quiz_data("quiz")
    data[0]["value"]["stem"] = (
        '<p onclick="x()">Savol <script>alert(1)</script><a href="javascript:x">a</a> <b>b</b></p>'
    )
    quiz.questions = json.dumps(data)
    publish(quiz)
    stem = words(freeze(page=quiz, now=NOW), "uz").questions[0].stem.text
    assert "script" not in stem
    assert "onclick" not in stem
    assert "<b>b</b>" in stem


def test_a_link_to_a_page_is_kept_as_an_address(quiz: QuizPage) -> None:
    target = quiz.get_parent()
    data = quiz_data("quiz")
    data[0]["value"]["feedback"] = f'<p><a linktype="page" id="{target.pk}">modul</a></p>'
    quiz.questions = json.dumps(data)
    publish(quiz)
    feedback = words(freeze(page=quiz, now=NOW), "uz").questions[0].feedback.text
    assert f'href="{target.url}"' in feedback
    assert "linktype" not in feedback


def test_a_quiz_that_is_not_live_cannot_be_frozen(quiz: QuizPage) -> None:
    QuizPage.objects.filter(pk=quiz.pk).update(live=False)
    with pytest.raises(QuizNotReady):
        freeze_quiz(page=quiz, now=NOW)


def test_a_quiz_without_a_right_answer_cannot_be_frozen(quiz: QuizPage) -> None:
    data = quiz_data("quiz")
    data[0]["value"]["options"][0]["value"]["correct"] = False
    quiz.questions = json.dumps(data)
    publish(quiz)
    with pytest.raises(QuizNotReady, match="q1"):
        freeze_quiz(page=quiz, now=NOW)
    assert QuizVersion.objects.count() == 0


def test_what_was_frozen_before_is_not_taken_for_what_stands_now(quiz: QuizPage) -> None:
    """Written quizzes are kept per process by content: the same content, and only it, is found again."""
    seen = []
    for percent in (70, 80, 70):
        quiz.pass_percent = percent
        publish(quiz)
        seen.append(spec_from(freeze_quiz(page=quiz, now=NOW).payload).rules.pass_percent)
    assert seen == [70, 80, 70]


def test_a_moved_page_is_linked_where_it_stands_now(quiz: QuizPage) -> None:
    module = quiz.get_parent().specific
    data = quiz_data("quiz")
    data[0]["value"]["feedback"] = f'<p><a linktype="page" id="{module.pk}">modul</a></p>'
    quiz.questions = json.dumps(data)
    publish(quiz)
    freeze(page=quiz, now=NOW)
    module.slug = "moved"
    module.save()
    feedback = words(freeze(page=quiz, now=NOW), "uz").questions[0].feedback.text
    assert "/moved/" in feedback
