"""Lessons are written one by one, long enough to teach and short enough for a break between two visits."""

from itertools import combinations

from .reading import count, likeness, words_in

TEACHING = {"vignette", "dialogue", "checklist", "table"}


def test_every_lesson_has_300_to_600_words(lessons):
    wrong = {
        (lesson.key, language): count(lesson.texts[language]["blocks"])
        for lesson in lessons
        for language in ("uz", "ru")
        if not 300 <= count(lesson.texts[language]["blocks"]) <= 600
    }
    assert not wrong


def test_translations_say_as_much_as_the_source(lessons):
    """One Uzbek word often needs two in English and a little more than one in Russian."""
    for lesson in lessons:
        words = {language: count(lesson.texts[language]["blocks"]) for language in ("uz", "ru", "en")}
        assert 1.0 <= words["ru"] / words["uz"] <= 1.3, lesson.key
        assert 1.2 <= words["en"] / words["uz"] <= 1.65, lesson.key


def test_every_lesson_has_a_teaching_centre(lessons):
    assert len(lessons) >= 24
    for lesson in lessons:
        assert TEACHING & {block["type"] for block in lesson.facts["blocks"].values()}, lesson.key


def test_every_lesson_cites_the_code(lessons):
    for lesson in lessons:
        assert "citation" in {block["type"] for block in lesson.facts["blocks"].values()}, lesson.key


def test_no_lesson_repeats_another(lessons):
    for language in ("uz", "ru", "en"):
        texts = {lesson.key: " ".join(words_in(lesson.texts[language]["blocks"])) for lesson in lessons}
        for one, other in combinations(texts, 2):
            assert likeness(texts[one], texts[other]) < 0.03, (language, one, other)
