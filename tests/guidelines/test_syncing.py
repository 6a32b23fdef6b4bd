"""Translating and syncing pages never changes an edition, a reading page, or what is live."""

import json
from datetime import date

import pytest
import time_machine
from django.conf import settings
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation, TranslationSource
from wagtail_localize.operations import TranslationCreator, translate_object

from guidelines.models import Edition, EditionText, EthicsCodePage
from guidelines.services import publish_edition
from tests.factories.guidelines import CODE_KEY, NOW, SECOND, code_body, edition_facts, make_code_page, rewrite
from tests.factories.pages import make_course, step
from tests.factories.people import make_moderator
from tests.factories.quiz_data import block_id

pytestmark = pytest.mark.django_db
LANGUAGES = ("uz", "ru", "en")


@pytest.fixture(autouse=True)
def _now():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def page(db):
    page = make_code_page()
    publish_edition(page=page, actor=make_moderator(), now=NOW, **edition_facts())
    return page


@pytest.fixture
def course(page):
    """A course that cites the code, links to its drafting page and asks for its acknowledgement."""
    course = make_course(lessons=1, acknowledgement=CODE_KEY)
    lesson = step(course, "lesson-1")
    cited = {"code": CODE_KEY, "article": "consent.online", "note": "Shu yerda kerak"}
    lesson.body = json.dumps(
        [
            {"type": "citation", "id": block_id("cite"), "value": cited},
            {"type": "resource", "id": block_id("link"), "value": {"page": page.pk, "note": "Oʻqing"}},
        ]
    )
    lesson.save_revision().publish()
    return course


def evidence():
    """Return every stored text of every edition."""
    editions = Edition.objects.order_by("pk").values_list("number", "digest", "payload")
    return list(editions), list(EditionText.objects.order_by("pk").values_list("language", "digest", "payload"))


def reading_pages(client):
    """Return what visitors read about the code, in every language."""
    paths = ("", "editions/1/", "on/2025-06-01/")
    html = [client.get(f"/{language}/guidelines/{CODE_KEY}/{path}") for language in LANGUAGES for path in paths]
    assert {response.status_code for response in html} == {200}
    return [response.content.decode().split("<main", 1)[1].split("</main>")[0] for response in html]


def live_states():
    return dict(Page.objects.values_list("pk", "live"))


def sync(page, *, publish):
    """Send the page to translators, and do what each button of wagtail-localize does."""
    locales = list(Locale.objects.exclude(language_code="uz"))
    TranslationCreator(user=None, target_locales=locales).create_translations(page.specific)
    source, _created = TranslationSource.update_or_create_from_instance(page.specific)
    source.update_from_db()
    for translation in Translation.objects.filter(source=source):
        translation.save_target(publish=publish)


def test_the_settings_under_test_are_those_of_the_site():
    assert settings.WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE is False


@pytest.mark.parametrize("publish", [True, False])
def test_syncing_the_drafting_page_changes_no_edition_and_no_reading_page(page, client, publish):
    before, shown = evidence(), reading_pages(client)
    rewrite(page, body=json.dumps(code_body(mark=" keyingi")), title="Boshqa nom")
    sync(EthicsCodePage.objects.get(pk=page.pk), publish=publish)
    assert evidence() == before
    assert reading_pages(client) == shown


@pytest.mark.parametrize("publish", [True, False])
def test_syncing_a_course_that_cites_the_code_unpublishes_and_rewrites_nothing_of_it(page, course, client, publish):
    codes = {code.pk: (code.live, code.title, code.body.get_prep_value()) for code in EthicsCodePage.objects.all()}
    before, shown, live = evidence(), reading_pages(client), live_states()
    for entry in (course, *course.get_descendants().specific()):
        sync(entry, publish=publish)
    after = {code.pk: (code.live, code.title, code.body.get_prep_value()) for code in EthicsCodePage.objects.all()}
    assert after == codes
    assert evidence() == before
    assert reading_pages(client) == shown
    assert {pk: state for pk, state in live_states().items() if pk in live} == live


def test_translating_a_course_leaves_a_translation_that_was_stopped_alone(page, course):
    source, _created = TranslationSource.update_or_create_from_instance(page)
    russian = Locale.objects.get(language_code="ru")
    stopped = Translation.objects.create(source=source, target_locale=russian, enabled=False)
    words = EthicsCodePage.objects.get(locale=russian).title
    translate_object(course, [russian])
    stopped.refresh_from_db()
    assert not stopped.enabled
    assert EthicsCodePage.objects.get(locale=russian).title == words


def test_unpublishing_or_deleting_every_drafting_page_leaves_the_reading_pages(page, client):
    before, shown = evidence(), reading_pages(client)
    for entry in EthicsCodePage.objects.all():
        entry.unpublish()
    assert reading_pages(client) == shown
    for entry in EthicsCodePage.objects.all():
        entry.delete()
    assert reading_pages(client) == shown
    assert evidence() == before


def test_an_edition_published_after_a_sync_has_only_languages_that_are_translated(page):
    rewrite(page, body=json.dumps(code_body(mark=" v2")))
    sync(EthicsCodePage.objects.get(pk=page.pk), publish=True)
    edition = publish_edition(page=page, actor=make_moderator(), now=NOW, **edition_facts(**SECOND))
    assert (edition.in_force_from, edition.texts.count()) == (date(2026, 9, 1), 0)
