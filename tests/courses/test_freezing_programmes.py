"""A programme is kept as it read when a group relied on it; the group outlives its page."""

import json
from uuid import uuid4

import pytest

from core.canonical import canonical_json, digest
from courses.models import Programme, ProgrammePage, ProgrammeText, ProgrammeVersion
from courses.selectors_kept import kept_titles, last_programme
from courses.services_programmes import ProgrammeNotOffered, ensure_programme, freeze_programme
from tests.factories.cohorts import make_programme
from tests.factories.pages import in_language, make_course

pytestmark = pytest.mark.django_db


@pytest.fixture
def courses():
    return make_course(lessons=1, quiz=False), make_course(slug="second", lessons=1, quiz=False)


def gone(page):
    for language in ("ru", "en", "uz"):
        in_language(page, language).delete()


def test_freezing_twice_keeps_one_version_and_one_text_a_language(now, courses):
    page = make_programme(*courses)
    first = freeze_programme(programme_key=page.translation_key, now=now)
    assert freeze_programme(programme_key=page.translation_key, now=now) == first
    assert ProgrammeVersion.objects.count() == 1
    assert sorted(ProgrammeText.objects.values_list("language", flat=True)) == ["en", "ru", "uz"]


def test_the_payload_is_canonical_and_holds_the_rules_of_the_uzbek_page(now, courses):
    page = make_programme(*courses)
    in_language(page, "ru").hours = 999
    version = freeze_programme(programme_key=page.translation_key, now=now)
    assert version.digest == digest(version.payload)
    assert version.payload == canonical_json(json.loads(version.payload))
    spec = last_programme(version.programme)
    assert (spec.hours, spec.certificate_validity_months) == (72, 36)
    assert spec.course_keys == tuple(str(course.translation_key) for course in courses)


def test_a_changed_rule_makes_a_new_version_and_leaves_the_old_one(now, courses):
    page = make_programme(*courses)
    old = freeze_programme(programme_key=page.translation_key, now=now)
    page.hours = 144
    page.save()
    new = freeze_programme(programme_key=page.translation_key, now=now)
    assert new != old
    assert json.loads(ProgrammeVersion.objects.get(pk=old.pk).payload)["hours"] == 72
    assert last_programme(new.programme).hours == 144


def test_a_new_wording_makes_a_new_text_of_the_same_version(now, courses):
    page = make_programme(*courses)
    version = freeze_programme(programme_key=page.translation_key, now=now)
    russian = in_language(page, "ru")
    russian.title = "Новая программа"
    russian.save()
    assert freeze_programme(programme_key=page.translation_key, now=now) == version
    assert kept_titles(keys=[page.translation_key], language="ru") == {page.translation_key: ("Новая программа", "ru")}


def test_a_title_missing_in_a_language_is_the_uzbek_one_and_says_so(now, courses):
    page = make_programme(*courses)
    in_language(page, "en").delete()
    freeze_programme(programme_key=page.translation_key, now=now)
    assert kept_titles(keys=[page.translation_key], language="en")[page.translation_key] == (page.title, "uz")


def test_markup_that_an_editor_could_not_type_is_not_kept(now, courses):
    page = make_programme(*courses)
    ProgrammePage.objects.filter(pk=page.pk).update(intro="<p>Salom<script>alert(1)</script></p>")
    version = freeze_programme(programme_key=page.translation_key, now=now)
    assert json.loads(version.texts.get(language="uz").payload)["intro"] == "<p>Salom</p>"


def test_a_programme_without_live_source_page_cannot_be_kept(now, courses):
    page = make_programme(*courses)
    page.unpublish()
    for key in (page.translation_key, uuid4()):
        with pytest.raises(ProgrammeNotOffered):
            freeze_programme(programme_key=key, now=now)


def test_a_new_programme_at_an_old_address_is_another_programme(now, courses):
    old = make_programme(*courses)
    freeze_programme(programme_key=old.translation_key, now=now)
    gone(old)
    new = make_programme(*courses)
    assert ensure_programme(page=new).key.startswith("online-practice-")
    assert Programme.objects.count() == 2
