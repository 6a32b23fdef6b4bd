"""Each language is written in its own letters; Uzbek uses U+02BB and U+02BC and nothing else."""

import re

import pytest
from django.utils.translation import override

from core.tag_words import WORDS, tag_word

from .reading import words_in

CYRILLIC = re.compile(r"[А-Яа-яЁёЎўҚқҒғҲҳ]")
LATIN_WORD = re.compile(r"\b[A-Za-z]{4,}\b")
WRONG_SIGN = re.compile(r"[A-Za-zʻʼ]['‘’`´]|['‘’`´][A-Za-z]")
SIGN_AFTER_WRONG_LETTER = re.compile(r"[^oOgG]ʻ|[oOgG]ʼ(?=[a-z])(?<![oO]ʼ)")
#: Names that stay Latin in Russian text.
KEPT_LATIN = {"Saboq", "Telegram", "WhatsApp", "Instagram", "Zoom", "Google", "WCAG", "JavaScript", "Android", "OneID"}


@pytest.fixture(scope="module")
def everything(plan, steps):
    codes = [
        thing
        for entry in plan.codes
        for thing in (entry.code, *entry.draft, *(p for _e, ps in entry.editions for p in ps))
    ]
    courses = [course for course, _modules in plan.courses]
    modules = [module for _course, modules in plan.courses for module, _steps in modules]
    return [*plan.pages, *plan.sections, *plan.resources, *plan.banks, *codes, *courses, *modules, *steps]


def _texts(everything, language):
    return [(thing.key, text) for thing in everything for text in words_in(thing.texts[language])]


def test_uzbek_has_the_right_signs(everything):
    wrong = [
        (key, text) for key, text in _texts(everything, "uz") if WRONG_SIGN.search(text) or re.search("[^oOgG]ʻ", text)
    ]
    assert not wrong


def test_uzbek_and_english_hold_no_cyrillic(everything):
    for language in ("uz", "en"):
        assert not [(key, text) for key, text in _texts(everything, language) if CYRILLIC.search(text)]


def test_russian_is_cyrillic(everything):
    wrong = []
    for key, text in _texts(everything, "ru"):
        if key.endswith("/") or re.fullmatch(r"[a-z0-9.\-]+", text) or re.fullmatch(r"[IVX0-9¹²³\-. ]+", text):
            continue
        letters = len(CYRILLIC.findall(text))
        foreign = [word for word in LATIN_WORD.findall(text) if word not in KEPT_LATIN]
        if not letters and foreign:
            wrong.append((key, text))
    assert not wrong


def test_no_long_text_is_left_untranslated(everything):
    for thing in everything:
        own = {text for text in words_in(thing.texts["uz"]) if len(text) > 40}
        for language in ("ru", "en"):
            assert not own & set(words_in(thing.texts[language])), (thing.key, language)


def test_every_tag_of_the_content_has_words_in_each_language(plan, steps):
    courses = [course for course, _modules in plan.courses]
    used = {tag for thing in [*plan.resources, *courses, *steps] for tag in thing.facts.get("tags", [])}
    assert used <= set(WORDS)
    for tag in used:
        said = []
        for language in ("uz", "ru", "en"):
            with override(language):
                said.append(tag_word(tag))
        assert said[1] not in (said[0], said[2]), tag
        assert said[0] != said[2], tag


def test_a_tag_that_an_editor_typed_is_shown_as_it_was_typed():
    assert tag_word("mahalla") == "mahalla"
