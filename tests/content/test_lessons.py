"""Lessons are written one by one, long enough to teach and short enough for a break between two visits."""

from itertools import combinations

from .reading import count, likeness, words_in

TEACHING = {"vignette", "dialogue", "checklist", "table"}


def test_every_lesson_has_300_to_600_words_in_each_language(lessons):
    wrong = {
        (lesson.key, language): count(words["blocks"])
        for lesson in lessons
        for language, words in lesson.texts.items()
        if not 300 <= count(words["blocks"]) <= 600
    }
    assert not wrong


def test_every_lesson_has_a_teaching_centre(lessons):
    assert len(lessons) >= 9
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
