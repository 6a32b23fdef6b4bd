"""Which passage of a text answers a search, and what is marked in it."""

from core.folding import fold
from search.domain.excerpt import LENGTH, excerpt
from search.domain.query import MOST_WORDS, words_of

TEXT = "Ijtimoiy xodim mijozdan rozilik soʻraydi. Rozilikning ikki tomoni bor: oʻquv va amaliyot."


def marked(text, *wanted):
    return [piece.text for piece in excerpt(text, wanted, fold) if piece.found]


def whole(text, *wanted):
    return "".join(piece.text for piece in excerpt(text, wanted, fold))


def test_words_are_marked_with_their_endings():
    assert marked(TEXT, "rozilik") == ["rozilik", "Rozilikning"]


def test_a_word_is_marked_in_its_own_spelling_whatever_was_typed():
    assert marked(TEXT, fold("o'quv")) == ["oʻquv"]
    assert marked("Ўқув дастури", fold("oquv")) == ["Ўқув"]


def test_a_short_text_stays_whole():
    assert whole(TEXT, "rozilik") == TEXT


def test_a_long_text_is_cut_around_the_first_found_word():
    long = " ".join(["soʻz"] * 200 + ["rozilik"] + ["gap"] * 200)
    found = whole(long, "rozilik")
    assert found.startswith("…") and found.endswith("…") and "rozilik" in found
    assert len(found.replace("…", "").split()) == LENGTH


def test_a_text_without_the_word_shows_its_beginning():
    assert whole("Birinchi gap. Ikkinchi gap.", "yoq") == "Birinchi gap. Ikkinchi gap."


def test_an_empty_text_has_no_excerpt():
    assert excerpt("", ["soz"], fold) == ()


def test_a_query_is_a_few_distinct_words():
    assert words_of("a b a c") == ("a", "b", "c")
    assert len(words_of(" ".join(map(str, range(50))))) == MOST_WORDS
