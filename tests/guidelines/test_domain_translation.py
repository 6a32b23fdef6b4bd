"""Words laid on a structure, and corrections laid on words. Pure, no database."""

from datetime import date

import pytest

from guidelines.domain.corrections import Correction, corrected_places, effective, text_on, wording_of
from guidelines.domain.text import Article, Clause, CodeText, Indent, Part
from guidelines.domain.translation import MISSING, SAME, STALE, gaps, slots, with_words


def text(language="uz", word="Matn"):
    clauses = (Clause("c1", f"{word} 1"), Clause("c2", f"{word} 2:", (Indent("i1", f"{word} a"),)))
    article = Article("a.b", "14¹", f"{word} sarlavha", "advisory", ("chat",), clauses=clauses)
    parts = (Part("p", "I", f"{word} boʻlim", (article,)),)
    return CodeText("c", language, f"{word} kodeks", f"<p>{word}</p>", "UNICEF", f"{word} eslatma", parts)


def words(language="ru", word="Текст"):
    return {slot.id: slot.text for slot in slots(text(language, word))}


def test_every_place_with_words_is_a_slot_in_order():
    assert [slot.id for slot in slots(text())] == [
        "title",
        "preamble",
        "issuer",
        "notice",
        "part:p",
        "article:a.b",
        "c1",
        "c2",
        "i1",
    ]


def test_a_whole_translation_has_no_gaps_and_takes_the_structure_of_the_source():
    assert gaps(text(), words()) == ()
    assert with_words(text(), "ru", words()) == text("ru", "Текст")


@pytest.mark.parametrize("slot", [slot.id for slot in slots(text())])
def test_any_slot_without_words_is_a_gap(slot):
    for empty in ({**words(), slot: " "}, {key: value for key, value in words().items() if key != slot}):
        assert [(gap.slot, gap.reason) for gap in gaps(text(), empty)] == [(slot, MISSING)]


def test_words_equal_to_the_source_are_a_gap():
    (gap,) = gaps(text(), {**words(), "i1": "Matn a"})
    assert (gap.slot, gap.article, gap.place, gap.reason) == ("i1", "a.b", "14¹.2", SAME)


def test_a_name_or_a_number_may_read_the_same():
    assert gaps(text(), {**words(), "issuer": "UNICEF"}) == ()
    source = text(word="102")
    assert gaps(source, {**words(), "c1": "102 1"}) == ()


def test_stale_words_are_a_gap():
    assert [(gap.slot, gap.reason) for gap in gaps(text(), words(), {"c1"})] == [("c1", STALE)]


def test_a_place_the_source_leaves_empty_needs_no_words():
    from dataclasses import replace

    source = replace(text(), notice="", preamble="")
    assert gaps(source, {key: value for key, value in words().items() if key not in {"notice", "preamble"}}) == ()
    assert with_words(source, "ru", words()).notice == ""


def correction(number, clause, day, **wording):
    return Correction(number, "a.b", clause, wording, date(2026, 1, day))


CORRECTIONS = [correction(1, "c1", 20, uz="Uchinchi"), correction(2, "c1", 10, uz="Ikkinchi", ru="Второй")]


def test_corrections_hold_from_their_day_on_in_the_order_of_days():
    assert effective(CORRECTIONS, date(2026, 1, 9)) == []
    assert [entry.number for entry in effective(CORRECTIONS, date(2026, 1, 31))] == [2, 1]
    read = [wording_of(text_on(text(), CORRECTIONS, date(2026, 1, day)), "a.b", "c1") for day in (9, 10, 19, 20)]
    assert read == ["Matn 1", "Ikkinchi", "Ikkinchi", "Uchinchi"]


def test_a_language_that_is_not_corrected_stays():
    assert text_on(text("en"), CORRECTIONS, date(2026, 1, 31)) == text("en")


def test_an_indent_is_corrected_by_its_key():
    corrected = text_on(text(), [correction(1, "i1", 1, uz="Yangi")], date(2026, 1, 1))
    assert wording_of(corrected, "a.b", "i1") == "Yangi"
    assert wording_of(corrected, "a.b", "c1") == "Matn 1"


def test_places_remember_what_they_read_before_each_correction():
    found = corrected_places(text(), CORRECTIONS, date(2026, 1, 31))
    assert [(entry.number, old) for entry, old in found["c1"]] == [(2, "Matn 1"), (1, "Ikkinchi")]
    assert corrected_places(text("en"), CORRECTIONS, date(2026, 1, 31)) == {}


def test_a_place_that_does_not_exist_has_no_words():
    assert wording_of(text(), "a.b", "nowhere") is None
    assert wording_of(text(), "nowhere", "c1") is None
