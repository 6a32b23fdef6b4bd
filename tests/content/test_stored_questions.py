"""What is loaded can be sat: the pages of all quizzes and banks are sound, freeze, and hold every word."""

import json
from dataclasses import replace

import pytest
from django.utils import timezone

from home.loading.apply import apply
from quizzes.domain.drawing import draw
from quizzes.models import QuestionBankPage, QuizPage
from quizzes.services import freeze, spec_from, wording_from

NOW = timezone.now()
LANGUAGES = ("uz", "ru", "en")


@pytest.fixture
def questions_only(plan):
    """The real content without its lessons, codes and papers, which take long to store and hold no question."""
    courses = [
        (course, [(module, [step for step in steps if step.kind == "quiz"]) for module, steps in modules])
        for course, modules in plan.courses
    ]
    homes = [replace(page, texts=_without_blocks(page)) for page in plan.pages if page.facts["key"] == "home"]
    return replace(plan, pages=homes, resources=[], codes=[], courses=courses)


@pytest.mark.django_db
def test_quizzes_and_banks_are_stored_once_and_can_be_sat_in_every_language(questions_only, quizzes, banks):
    apply(questions_only, now=NOW)

    stored = QuestionBankPage.objects.live()
    assert stored.count() == 3 * len(banks)
    assert {page.get_url() for page in stored} == {None}
    for quiz in quizzes:
        page = QuizPage.objects.get(slug=quiz.facts["key"], locale__language_code="uz")
        frozen = freeze(page=page, now=NOW)  # raises when the quiz is not sound
        spec = spec_from(frozen.version.payload)
        pool = quiz.facts["questions"] or {key for bank in banks for key in bank.facts["questions"]}
        assert {question.name for question in spec.questions} == set(pool)
        asked = sum(section.get("take", 0) for section in quiz.facts["sections"].values()) or len(pool)
        assert len(draw(spec, seed="qura")) == asked
        assert _in_another_language(frozen, spec) == []

    assert apply(questions_only, now=NOW) == []


def _in_another_language(frozen, spec):
    """Return the words that a language lacks; what is spelt alike in two languages is no gap."""
    lacking = []
    for language in LANGUAGES:
        words = wording_from(frozen.texts[language].payload)
        for question in words.questions:
            phrases = [question.stem, question.feedback]
            phrases += [phrase for part in question.parts for phrase in (part.text, part.note)]
            lacking += [
                (language, spec.question(question.id).name, phrase.text)
                for phrase in phrases
                if phrase.text and phrase.language != language and len(phrase.text) > 12
            ]
    return lacking


def _without_blocks(page):
    texts = json.loads(json.dumps(page.texts))
    return {language: {**words, "blocks": {}} for language, words in texts.items()}
