"""A course is kept as it read when somebody relied on it."""

import json

import pytest

from core.canonical import canonical_json, digest
from courses.models import Course, CourseText, CourseVersion
from courses.selectors import frozen_outline, outline, titles_of
from courses.services import CourseNotOffered, ensure_course, freeze, freeze_course
from tests.factories.pages import in_language, make_course, step

pytestmark = pytest.mark.django_db


def test_freezing_twice_keeps_one_version_and_one_text_a_language(now):
    course = make_course(lessons=1)
    first = freeze_course(course_key=course.translation_key, now=now)
    assert freeze_course(course_key=course.translation_key, now=now) == first
    assert CourseVersion.objects.count() == 1
    assert sorted(CourseText.objects.values_list("language", flat=True)) == ["en", "ru", "uz"]


def test_the_payload_is_canonical_and_its_digest_is_of_it(now):
    version = freeze_course(course_key=make_course(lessons=1).translation_key, now=now)
    assert version.digest == digest(version.payload)
    assert version.payload == canonical_json(json.loads(version.payload))


def test_a_new_lesson_makes_a_new_version_and_leaves_the_old_one(now):
    course = make_course(lessons=2, quiz=False)
    old = freeze_course(course_key=course.translation_key, now=now)
    step(course, "lesson-2").delete()
    new = freeze_course(course_key=course.translation_key, now=now)
    assert new != old
    assert [item.slug for item in frozen_outline(version=old, language="uz").activities] == ["lesson-1", "lesson-2"]


def test_a_new_wording_makes_a_new_text_of_the_same_version(now):
    course = make_course(lessons=1, quiz=False)
    version = freeze_course(course_key=course.translation_key, now=now)
    russian = in_language(course, "ru")
    russian.title = "Новое название"
    russian.save()
    assert freeze_course(course_key=course.translation_key, now=now) == version
    assert version.texts.filter(language="ru").count() == 2
    assert titles_of(version)["ru"] == "Новое название"
    assert frozen_outline(version=version, language="ru").title == "Новое название"


def test_a_title_taken_back_is_the_title_again(now):
    course = make_course(lessons=1, quiz=False)
    titles = []
    for title in ("Birinchi", "Ikkinchi", "Birinchi"):
        course.title = title
        course.save()
        frozen = freeze(course_key=course.translation_key, now=now)
        titles.append(frozen.titles["uz"])
    assert titles == ["Birinchi", "Ikkinchi", "Birinchi"]
    assert frozen.version.texts.filter(language="uz").count() == 2


def test_a_frozen_outline_reads_like_the_live_one_without_addresses(now):
    course = make_course(lessons=2, acknowledgement="online-practice-code")
    version = freeze_course(course_key=course.translation_key, now=now)
    live = outline(course_key=course.translation_key, language="ru")
    frozen = frozen_outline(version=version, language="ru")
    assert frozen.title == live.title
    assert frozen.hours == live.hours
    assert [(item.key, item.title, item.rule) for item in frozen.activities] == [
        (item.key, item.title, item.rule) for item in live.activities
    ]
    assert not frozen.is_offered


def test_words_missing_in_a_language_are_read_in_uzbek(now):
    course = make_course(lessons=1, quiz=False)
    in_language(course, "en").delete()
    version = freeze_course(course_key=course.translation_key, now=now)
    assert frozen_outline(version=version, language="en").title == course.title


def test_markup_that_an_editor_could_not_type_is_not_kept(now):
    course = make_course(lessons=1, quiz=False, intro="<p>Salom<script>alert(1)</script></p>")
    version = freeze_course(course_key=course.translation_key, now=now)
    assert json.loads(version.texts.get(language="uz").payload)["intro"] == "<p>Salom</p>"


def test_a_course_without_live_source_page_cannot_be_kept(now):
    course = make_course(lessons=1, quiz=False)
    course.unpublish()
    with pytest.raises(CourseNotOffered):
        freeze_course(course_key=course.translation_key, now=now)


def test_a_new_course_at_an_old_address_is_another_course(now):
    old = make_course(lessons=1, quiz=False)
    freeze_course(course_key=old.translation_key, now=now)
    for language in ("ru", "en", "uz"):
        in_language(old, language).delete()
    new = make_course(lessons=1, quiz=False)
    assert ensure_course(page=new).key == "ethics-online-2"
    assert Course.objects.count() == 2
