"""Publishing an edition freezes the drafting table, deliberately and once."""

import json
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from accounts.models import PrivilegedAct
from core.canonical import canonical_json, digest
from guidelines.domain.text import read
from guidelines.models import Code, Edition, EditionText, EthicsCodePage
from guidelines.services import publish_edition
from guidelines.signals import edition_published
from tests.factories.guidelines import ARTICLE_KEYS, NOW, SECOND, code_body, edition_facts, make_code_page, rewrite
from tests.factories.people import make_moderator, make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(db):
    return make_code_page()


@pytest.fixture
def moderator(db):
    return make_moderator()


def publish(page, moderator, **changes):
    return publish_edition(page=page, actor=moderator, now=NOW, **edition_facts(**changes))


def refused(page, moderator, **changes):
    with pytest.raises(ValidationError) as refusal:
        publish(page, moderator, **changes)
    return refusal.value.message_dict


def test_the_authentic_text_and_every_complete_translation_are_frozen(page, moderator):
    edition = publish(page, moderator)
    text = read(edition.payload)
    assert text.keys() == ARTICLE_KEYS
    assert edition.digest == digest(edition.payload) == digest(canonical_json(text))
    assert {row.language for row in edition.texts.all()} == {"ru", "en"}
    russian = read(edition.texts.get(language="ru").payload)
    assert russian.article("consent.withdrawal").clauses[0].text == "Текст consent.withdrawal 1"


def test_structure_comes_from_the_source_page_whatever_a_translation_says(page, moderator):
    russian = EthicsCodePage.objects.get(locale__language_code="ru")
    body = code_body("ru")
    body.reverse()
    body[0]["value"]["number"] = "77"
    rewrite(russian, body=json.dumps(body))
    text = read(publish(page, moderator).texts.get(language="ru").payload)
    assert text.keys() == ARTICLE_KEYS
    assert [article.number for article in text.articles()] == ["1", "2", "3", "3¹", "4"]


def test_the_code_begins_to_exist_with_its_first_edition(page, moderator):
    assert not Code.objects.exists()
    code = publish(page, moderator).code
    assert (code.key, code.slug, code.translation_key) == (page.slug, page.slug, page.translation_key)


def test_only_a_moderator_publishes(page):
    for person in (make_person(), make_person(roles=("editor",)), make_person(roles=("administrator",))):
        with pytest.raises(PermissionDenied):
            publish(page, person)
    assert not Edition.objects.exists()


def test_it_is_logged_with_actor_reason_and_digest(page, moderator):
    edition = publish(page, moderator)
    act = PrivilegedAct.objects.get(verb="guidelines.publish_edition")
    assert (act.actor, act.target) == (moderator, f"edition:{page.slug}/1")
    assert act.reason == "Sayt yaratilishidan oldin qabul qilingan."
    assert act.details["digest"] == edition.digest
    assert act.details["languages"] == ["uz", "ru", "en"]


def test_sent_twice_it_makes_one_edition(page, moderator):
    assert publish(page, moderator).pk == publish(page, moderator).pk
    assert Edition.objects.count() == 1
    assert PrivilegedAct.objects.count() == 1


def test_the_signal_comes_once_with_the_edition(page, moderator):
    heard = []

    def hear(edition, **kwargs):
        heard.append(edition)

    edition_published.connect(hear)
    try:
        edition = publish(page, moderator)
        publish(page, moderator)
    finally:
        edition_published.disconnect(hear)
    assert heard == [edition]


def test_a_past_day_is_refused_unless_adopted_earlier(page, moderator):
    assert "in_force_from" in refused(page, moderator, adopted_earlier="")
    assert "in_force_from" in refused(page, moderator, adopted_earlier="   ")
    assert publish(page, moderator).adopted_earlier == {"uz": "Sayt yaratilishidan oldin qabul qilingan."}


def test_a_used_number_and_a_used_day_are_refused(page, moderator):
    publish(page, moderator)
    rewrite(page, body=json.dumps(code_body(mark=" yangi")))
    errors = refused(page, moderator, change_summary="Boshqa")
    assert set(errors) == {"number", "in_force_from"}


def test_a_text_equal_to_the_edition_before_is_refused(page, moderator):
    publish(page, moderator)
    assert "__all__" in refused(page, moderator, **SECOND)


def test_a_later_edition_may_bring_an_older_text_back(page, moderator):
    first = publish(page, moderator)
    rewrite(page, body=json.dumps(code_body(mark=" v2")))
    publish(page, moderator, **SECOND)
    rewrite(page, body=json.dumps(code_body()))
    third = {**SECOND, "number": 3, "in_force_from": date(2027, 1, 1), "transition_until": None}
    assert publish(page, moderator, **third).digest == first.digest


def test_a_source_that_is_not_whole_is_refused_with_its_places(page, moderator):
    body = code_body()
    body[1]["value"]["clauses"][0]["value"]["text"] = " "
    rewrite(page, body=json.dumps(body))
    (message,) = refused(page, moderator)["__all__"]
    assert message.endswith(": 1")
    assert not Edition.objects.exists() and not Code.objects.exists()


def test_a_number_is_never_given_to_another_article(page, moderator):
    publish(page, moderator)
    body = code_body(mark=" v2")
    body[2]["value"]["key"] = "general.other"
    rewrite(page, body=json.dumps(body))
    (message,) = refused(page, moderator, **SECOND)["__all__"]
    assert message.endswith(": 2")


def test_a_page_nobody_approved_is_refused(page, moderator):
    page.live = False
    page.save()
    assert "__all__" in refused(page, moderator)


def test_a_text_that_changed_since_it_was_looked_at_is_refused(page, moderator):
    assert "__all__" in refused(page, moderator, seen_digest="0" * 64)


def test_words_in_the_source_language_are_required(page, moderator):
    errors = refused(page, moderator, change_summary={"ru": "Первое"}, act={"type": "", "number": "", "titles": {}})
    assert set(errors) == {"change_summary", "act"}


def test_the_preamble_is_frozen_without_anything_active(page, moderator):
    rewrite(page, preamble='<p data-block-key="x">Salom<script>alert(1)</script> <a href="javascript:x()">u</a></p>')
    assert read(publish(page, moderator).payload).preamble == "<p>Salom <a>u</a></p>"


def test_a_page_made_anew_at_the_address_takes_the_code_over(page, moderator):
    first = publish(page, moderator)
    page.delete()
    again = make_code_page(mark=" v2")
    second = publish(again, moderator, **SECOND)
    assert second.code_id == first.code_id
    assert Code.objects.get().translation_key == again.translation_key


def test_publishing_the_drafting_page_in_wagtail_makes_no_edition(page, moderator):
    edition = publish(page, moderator)
    page.body = json.dumps(code_body(mark=" keyingi"))
    page.save_revision().publish()
    assert Edition.objects.count() == 1
    assert Edition.objects.get().payload == edition.payload
    assert EditionText.objects.count() == 2
