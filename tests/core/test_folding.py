import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.folding import APOSTROPHES, fold, same_spelling

TABLE = (Path(__file__).resolve().parents[2] / "docs" / "folding.md").read_text("utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in TABLE.splitlines()
    if line.startswith("|") and not line.startswith(("| written", "|---"))
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[-1])
def test_every_spelling_in_the_documents_folds_to_its_key(row):
    *spellings, key = row
    assert {fold(spelling) for spelling in spellings} == {key}


@given(st.text(alphabet="abdgohqsuxшчўғқҳоʻʼ'’ öğşçABC 12", max_size=40))
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=60))
def test_a_key_holds_only_small_latin_letters_digits_and_single_spaces(text):
    assert re.fullmatch(r"(?:[a-z0-9]+(?: [a-z0-9]+)*)?", fold(text))


@pytest.mark.parametrize("sign", APOSTROPHES)
def test_every_apostrophe_of_a_keyboard_is_one(sign):
    assert same_spelling(f"o{sign}qish", "oʻqish")


def test_different_words_stay_different():
    assert not same_spelling("kurs", "kurash")
