"""Editors are told of questions whose cited articles have changed since the question was last reviewed."""

import dataclasses
import json
from datetime import date
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page

from accounts.site_roles import setup_roles
from core.canonical import canonical_json
from guidelines.domain.text import read
from quizzes.models import QuestionBankIndexPage, QuestionBankPage, QuizPage
from quizzes.outdated import outdated_everywhere, outdated_in
from tests.factories.accounts import make_staff
from tests.factories.guidelines import CODE_KEY, make_edition, make_text
from tests.factories.pages import make_course, make_home, publish, step
from tests.factories.quiz_data import block_id, small_quiz

pytestmark = pytest.mark.django_db

ARTICLE, OTHER = "consent.online", "start.location"
BEFORE, AFTER = "2026-03-01", "2026-10-01"
FIRST, SECOND = date(2025, 2, 1), date(2026, 9, 1)


def questions(reviewed_on: str | None, article: str = ARTICLE) -> list[dict[str, Any]]:
    """Return raw questions, the first of which cites an article."""
    data = small_quiz("quiz")
    cited = {"type": "item", "id": block_id("cited"), "value": {"code": CODE_KEY, "article": article}}
    data[0]["value"] |= {"articles": [cited], "reviewed_on": reviewed_on}
    return data


@pytest.fixture
def quiz(db: None) -> QuizPage:
    setup_roles()
    make_edition(1, in_force_from=FIRST)
    page = step(make_course(lessons=1), "quiz")
    assert isinstance(page, QuizPage)
    return written(page, BEFORE)


def bank_of(page: Page, reviewed_on: str | None) -> QuestionBankPage:
    home = make_home()
    index = QuestionBankIndexPage(title="Banklar", slug="banks", locale=home.locale)
    home.add_child(instance=index)
    publish(index)
    bank = QuestionBankPage(title="Rozilik banki", slug="consent", locale=home.locale)
    bank.questions = json.dumps(questions(reviewed_on))
    index.add_child(instance=bank)
    publish(bank)
    return QuestionBankPage.objects.get(pk=bank.pk)


def written(page: QuizPage, reviewed_on: str | None, article: str = ARTICLE) -> QuizPage:
    page.questions = json.dumps(questions(reviewed_on, article))
    publish(page)
    return QuizPage.objects.get(pk=page.pk)


def change(article: str) -> None:
    """Bring an edition into force in which only this article reads otherwise."""
    text = make_text()
    words = text.article(article).clauses[0].text
    old, new = (json.dumps(clause, ensure_ascii=False) for clause in (words, f"{words} yangi"))
    make_edition(2, in_force_from=SECOND, text=read(canonical_json(text).replace(old, new)))


def test_nothing_is_flagged_while_nothing_changed(quiz: QuizPage) -> None:
    assert outdated_in(quiz) == ()
    assert outdated_everywhere() == []


def test_a_changed_article_flags_the_question_until_it_is_reviewed(quiz: QuizPage) -> None:
    change(ARTICLE)
    (found,) = outdated_in(quiz)
    assert (found.name, found.since) == ("q1", date(2026, 3, 1))
    assert [article.article for article in found.articles] == [ARTICLE]
    assert outdated_in(written(quiz, AFTER)) == ()


def test_another_article_that_changed_flags_nothing(quiz: QuizPage) -> None:
    change(OTHER)
    assert outdated_in(quiz) == ()


def test_without_a_date_the_first_publishing_counts(quiz: QuizPage) -> None:
    change(ARTICLE)
    page = written(quiz, None)
    QuizPage.objects.filter(pk=page.pk).update(first_published_at="2026-03-01T00:00:00Z")
    assert len(outdated_in(QuizPage.objects.get(pk=page.pk))) == 1
    QuizPage.objects.filter(pk=page.pk).update(first_published_at="2026-10-01T00:00:00Z")
    assert outdated_in(QuizPage.objects.get(pk=page.pk)) == ()


def test_editors_see_it_on_the_pages_of_quizzes_and_banks_and_in_the_list(quiz: QuizPage) -> None:
    bank = bank_of(quiz, BEFORE)
    change(ARTICLE)
    editor = Client()
    editor.force_login(make_staff("editor"))
    address = f"#{ARTICLE}"
    for page in (quiz, bank):
        shown = editor.get(f"/admin/pages/{page.pk}/edit/").content.decode()
        assert "help-critical" in shown
        assert address in shown
    report = editor.get("/admin/quizzes/outdated/").content.decode()
    for page in (quiz, bank):
        assert f"/admin/pages/{page.pk}/edit/" in report
    bank.questions = json.dumps(questions(AFTER))
    publish(bank)
    written(quiz, AFTER)
    assert address not in editor.get("/admin/quizzes/outdated/").content.decode()
    assert address not in editor.get(f"/admin/pages/{bank.pk}/edit/").content.decode()


def test_an_article_that_is_gone_is_named_by_its_key(quiz: QuizPage) -> None:
    text = make_text()
    parts = tuple(
        dataclasses.replace(part, articles=tuple(article for article in part.articles if article.key != ARTICLE))
        for part in text.parts
    )
    make_edition(2, in_force_from=SECOND, text=dataclasses.replace(text, parts=parts), languages=())
    (found,) = outdated_in(quiz)
    assert [getattr(article, "in_force", None) for article in found.articles] == [False]
