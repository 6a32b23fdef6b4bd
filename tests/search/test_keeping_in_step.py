"""Entries follow what can be read: publishing, unpublishing, deleting, moving, editions and their days."""

from datetime import UTC, date, datetime

import pytest
from django.core.management import call_command
from wagtail.models import Page

from guidelines.models import EthicsCodePage
from search.articles import index_codes
from search.chores import follow_editions
from search.models import Entry
from tests.factories.guidelines import ARTICLE_KEYS, make_edition
from tests.factories.pages import in_language, make_course, step

pytestmark = pytest.mark.django_db


@pytest.fixture
def course():
    return make_course(title="Onlayn axloq", lessons=1, quiz=True)


def titles(language="uz", kind="course"):
    return list(Entry.objects.filter(kind=kind, language=language).values_list("title", flat=True))


def test_a_published_page_is_found_under_its_new_words(course):
    course.title = "Yangi nom"
    course.save_revision().publish()
    assert titles() == ["Yangi nom"]
    assert Entry.objects.get(kind="course", language="uz").folded_title == "yangi nom"


def test_each_language_has_an_entry_of_its_own(course):
    for language in ("uz", "ru"):
        in_language(course, language).save_revision().publish()
    assert titles("uz") == ["Onlayn axloq"] and titles("ru") == ["Onlayn axloq [ru]"]


def test_an_unpublished_page_is_not_found(course):
    course.save_revision().publish()
    course.unpublish()
    assert titles() == []


def test_a_deleted_page_takes_what_is_below_it_along(course):
    lesson = step(course, "lesson-1")
    course.save_revision().publish()
    lesson.save_revision().publish()
    Page.objects.get(pk=course.pk).delete()
    assert titles() == [] and titles(kind="lesson") == []


def test_addresses_follow_a_new_slug(course, django_capture_on_commit_callbacks):
    step(course, "lesson-1").save_revision().publish()
    course.slug = "ethics"
    with django_capture_on_commit_callbacks(execute=True):
        course.save_revision().publish()
    assert Entry.objects.get(kind="lesson", language="uz").url == "/uz/courses/ethics/module-1/lesson-1/"


def test_quizzes_and_drafts_of_a_code_are_never_found(course):
    step(course, "quiz").save_revision().publish()
    call_command("rebuild_search")
    assert not Entry.objects.filter(url__contains="quiz").exists()
    assert not Entry.objects.filter(title__icontains=EthicsCodePage._meta.verbose_name).exists()


def test_a_rebuild_finds_the_same_again(course):
    make_edition()
    call_command("rebuild_search")
    before = set(Entry.objects.values_list("key", "language", "title", "url"))
    call_command("rebuild_search")
    assert set(Entry.objects.values_list("key", "language", "title", "url")) == before
    assert {row[1] for row in before} == {"uz", "ru", "en"}


def test_articles_of_the_edition_in_force_have_their_place_as_address():
    make_edition()
    index_codes(day=date(2025, 3, 1))
    entry = Entry.objects.get(kind="article", language="ru", url__endswith="#consent.withdrawal")
    assert entry.url == "/ru/guidelines/online-practice-code/#consent.withdrawal"
    assert entry.title == "ст. 3¹. Текст consent.withdrawal"
    assert Entry.objects.filter(kind="article", language="uz").count() == len(ARTICLE_KEYS)


def test_nothing_is_found_before_the_first_edition_is_in_force():
    make_edition()
    assert index_codes(day=date(2025, 1, 31)) == 0
    assert not Entry.objects.exists()


def test_the_tick_of_the_day_brings_the_new_edition():
    make_edition()
    make_edition(2, in_force_from=date(2026, 9, 1))
    assert follow_editions(now=datetime(2026, 8, 31, 12, tzinfo=UTC)) == 1
    assert follow_editions(now=datetime(2026, 8, 31, 12, tzinfo=UTC)) == 0
    assert "v2" not in Entry.objects.filter(language="uz").first().text
    # 1 September begins in Tashkent five hours before it begins in UTC.
    assert follow_editions(now=datetime(2026, 8, 31, 20, tzinfo=UTC)) == 1
    assert "v2" in Entry.objects.filter(language="uz").first().text
