"""Courses and quizzes cite articles by key; the code says what stands behind a key today."""

from datetime import date

import pytest
import time_machine

from core.citations import code_choices, resolve
from guidelines.domain.text import Article, Clause, CodeText, Part
from tests.factories.guidelines import CODE_KEY, make_code_page, make_edition, make_text

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel("2026-03-01T12:00:00+05:00", tick=False):
        yield


def cite(article, language="uz", code=CODE_KEY):
    return resolve([(code, article)], language).get((code, article))


def one_part(*articles):
    return CodeText(CODE_KEY, "uz", "Kodeks", parts=(Part("general", "I", "Umumiy", articles),))


def article(key, number, **fields):
    return Article(key, number, f"Sarlavha {key}", clauses=(Clause(f"{key}/1", "Matn"),), **fields)


def test_an_article_is_cited_as_it_stands_in_the_edition_in_force():
    make_edition()
    cited = cite("consent.withdrawal", "ru")
    assert (cited.number, cited.label, cited.title) == ("3¹", "ст. 3¹", "Текст consent.withdrawal")
    assert cited.url == f"/ru/guidelines/{CODE_KEY}/#consent.withdrawal"
    assert cited.in_force


def test_without_a_translation_the_uzbek_title_is_given():
    make_edition(languages=())
    assert cite("consent.online", "ru").title == "Matn consent.online"


def test_an_unknown_article_or_code_is_left_out():
    make_edition()
    assert cite("made.up") is None
    assert cite("consent.online", code="no-code") is None


def test_an_article_that_moved_is_cited_where_it_stands_now():
    make_edition(
        text=one_part(article("old.place", "1", state="moved", moved_to="new.place"), article("new.place", "2")),
        languages=(),
    )
    cited = cite("old.place")
    assert (cited.article, cited.number, cited.in_force) == ("new.place", "2", True)


def test_a_repealed_article_is_cited_as_no_longer_in_force():
    make_edition(text=one_part(article("gone", "1", state="repealed")), languages=())
    assert not cite("gone").in_force


def test_an_article_of_an_earlier_edition_leads_to_that_edition():
    make_edition(1)
    make_edition(2, in_force_from=date(2026, 2, 1), text=one_part(article("only.new", "9")), languages=())
    cited = cite("consent.online")
    assert (cited.in_force, cited.url) == (False, f"/uz/guidelines/{CODE_KEY}/editions/1/#consent.online")


def test_an_article_of_a_coming_edition_leads_to_that_edition():
    make_edition(1)
    make_edition(2, in_force_from=date(2026, 9, 1), text=one_part(article("only.new", "9")), languages=())
    cited = cite("only.new")
    assert (cited.in_force, cited.url) == (False, f"/uz/guidelines/{CODE_KEY}/editions/2/#only.new")


def test_many_citations_ask_one_question(django_assert_num_queries):
    make_edition()
    make_edition(code_key="other-code")
    keys = make_text().keys()
    wanted = [(code, key) for code in (CODE_KEY, "other-code") for key in keys]
    resolve(wanted, "ru")
    with django_assert_num_queries(1):
        assert len(resolve(wanted, "ru")) == 10


def test_editors_choose_among_codes_with_and_without_an_edition():
    make_code_page()
    make_edition(code_key="old-code")
    assert set(code_choices()) == {(CODE_KEY, "Matn kodeks"), ("old-code", "old-code")}
