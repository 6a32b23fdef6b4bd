"""A translation is frozen only when every piece of it was made from the words that are frozen."""

import json

import polib
import pytest
from wagtail.models import Locale
from wagtail_localize.models import Translation, TranslationSource

from guidelines.freezing import INCOMPLETE, NO_PAGE, freeze
from guidelines.models import EthicsCodePage
from guidelines.services import publish_edition
from tests.factories.guidelines import (
    CODE_KEY,
    NOW,
    clause_key,
    code_body,
    edition_facts,
    make_code_page,
    make_text,
    rewrite,
)
from tests.factories.people import make_moderator
from tests.factories.quiz_data import block_id

pytestmark = pytest.mark.django_db


def translation_of(page, language="ru"):
    return next(entry for entry in freeze(page, CODE_KEY).translations if entry.language == language)


def gaps(page, language="ru"):
    return {(gap.slot, gap.reason) for gap in translation_of(page, language).gaps}


def in_russian(page):
    return EthicsCodePage.objects.get(translation_key=page.translation_key, locale__language_code="ru")


def send_to_translators(page, language="ru"):
    source, _created = TranslationSource.update_or_create_from_instance(page)
    locale = Locale.objects.get(language_code=language)
    return Translation.objects.get_or_create(source=source, target_locale=locale)[0]


def translate_by_segments(page, *, only=lambda path: True):
    """Bring in Russian words as translators do: string by string."""
    translation = send_to_translators(page)
    words = {
        segment.string.data: segment.context.path
        for segment in translation.source.stringsegment_set.select_related("string", "context")
    }
    po = polib.POFile()
    po.metadata = {"Content-Type": "text/plain; charset=utf-8"}
    for text, path in words.items():
        if only(path):
            russian = text.replace("Matn", "Текст").replace("Markaz", "Центр")
            po.append(polib.POEntry(msgid=text, msgctxt=path, msgstr=russian))
    translation.import_po(po)
    translation.save_target(publish=True)
    return translation


@pytest.fixture
def page(db):
    return make_code_page()


@pytest.fixture
def translated(db):
    page = make_code_page(languages=())
    translate_by_segments(page)
    return page


def test_a_translation_by_hand_counts_when_every_piece_has_words(page):
    assert translation_of(page).text == make_text("ru")


def test_a_language_without_a_page_is_not_frozen(db):
    assert translation_of(make_code_page(languages=("en",))).obstacle == NO_PAGE


def test_a_page_that_syncing_has_unpublished_still_counts(page):
    russian = in_russian(page)
    russian.live = False
    russian.save()
    assert translation_of(page).text == make_text("ru")
    assert not translation_of(page).live


def test_a_missing_clause_is_named(page):
    body = code_body("ru")
    body[1]["value"]["clauses"].pop()
    rewrite(in_russian(page), body=json.dumps(body))
    missing = {clause_key("general.purpose", "c2"), clause_key("general.purpose", "c2a")}
    assert gaps(page) == {(slot, "missing") for slot in missing}


def test_words_still_in_uzbek_are_named(page):
    rewrite(in_russian(page), title="Matn kodeks")
    assert gaps(page) == {("title", "same")}


def test_an_incomplete_language_is_left_out_and_the_edition_published_without_it(page):
    rewrite(in_russian(page), notice="")
    edition = publish_edition(page=page, actor=make_moderator(), now=NOW, **edition_facts())
    assert [row.language for row in edition.texts.all()] == ["en"]


def test_a_translation_made_by_segments_counts(translated):
    entry = translation_of(translated)
    assert entry.gaps == ()
    assert entry.text.article("consent.online").clauses[1].indents[0].text == "Текст consent.online 2a"


def test_a_source_that_moved_on_makes_exactly_its_words_stale(translated):
    body = code_body()
    body[1]["value"]["clauses"][0]["value"]["text"] = "Matn butunlay boshqa"
    body[2]["value"]["clauses"][1]["value"]["indents"][0]["value"] = "Matn boshqa xatboshi"
    body[3]["value"]["title"] = "Matn boshqa boʻlim"
    rewrite(translated, body=json.dumps(body), preamble="<p>Matn boshqa kirish.</p>")
    assert gaps(translated) == {
        (clause_key("general.purpose", "c1"), "stale"),
        (clause_key("general.scope", "c2a"), "stale"),
        ("part:starting", "stale"),
        ("preamble", "stale"),
    }
    assert translation_of(translated).obstacle == INCOMPLETE


def test_handing_the_new_source_out_is_not_yet_translating_it(translated):
    body = code_body()
    body[1]["value"]["clauses"][0]["value"]["text"] = "Matn butunlay boshqa"
    rewrite(translated, body=json.dumps(body))
    send_to_translators(EthicsCodePage.objects.get(pk=translated.pk)).source.update_from_db()
    assert gaps(translated) == {(clause_key("general.purpose", "c1"), "stale")}


def test_translating_it_without_publishing_the_page_is_not_enough(translated):
    body = code_body()
    body[1]["value"]["clauses"][0]["value"]["text"] = "Matn butunlay boshqa"
    page = rewrite(translated, body=json.dumps(body))
    target = in_russian(page)
    old = {name: getattr(target, name) for name in ("title", "issuer", "notice", "preamble")} | {"body": target.body}
    translate_by_segments(page)
    assert gaps(page) == set()
    rewrite(in_russian(page), **old)
    assert gaps(page) == {(clause_key("general.purpose", "c1"), "stale")}


def test_a_new_clause_is_missing_until_it_is_translated(translated):
    body = code_body()
    new = {"type": "item", "id": block_id("new"), "value": {"text": "Matn yangi band", "indents": []}}
    body[1]["value"]["clauses"].append(new)
    page = rewrite(translated, body=json.dumps(body))
    assert gaps(page) == {(block_id("new"), "missing")}
    translate_by_segments(page)
    assert gaps(page) == set()


def test_a_piece_left_untranslated_by_translators_is_named(db):
    page = make_code_page(languages=())
    translate_by_segments(page, only=lambda path: path != "notice")
    assert ("notice", "same") in gaps(page)


def test_moving_an_article_keeps_its_translation(translated):
    body = code_body()
    body[1], body[2] = body[2], body[1]
    page = rewrite(translated, body=json.dumps(body))
    assert translation_of(page).text.keys()[:2] == ("general.scope", "general.purpose")


def test_the_factory_writes_on_the_page_what_it_writes_as_rows(page):
    assert freeze(page, CODE_KEY).source == make_text()
