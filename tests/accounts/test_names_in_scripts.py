import pytest

from accounts.domain.names import WrongScript, require, script_of, suggestions, tidy


@pytest.mark.parametrize(
    ("name", "script"),
    [
        ("Oʻrinboyeva Maʼmura", "latn"), ("O'rinboyeva Ma’mura", "latn"), ("Öğşç", "latn"),
        ("Ўринбоева Маъмура", "cyrl"), ("Karimоva", "mixed"), ("—", "none"), ("", "none"),
    ],
)  # fmt: skip
def test_the_script_of_a_name_is_told(name, script):
    assert script_of(name) == script


def test_letters_of_a_confirmed_name_stay_as_they_were_typed():
    assert require("  de la  OʻROZOVA-Karimova  O. ", "latn") == "de la OʻROZOVA-Karimova O."


@pytest.mark.parametrize("name", ["Каримова", "Karimова", "Karimova 2", "Karimova <b>", "", "Karimova_D"])
def test_a_latin_name_with_other_letters_or_signs_is_refused(name):
    with pytest.raises(WrongScript):
        require(name, "latn")


def test_the_stored_name_is_suggested_in_the_field_of_its_script_only():
    assert suggestions("Karimova Dilnoza") == ("Karimova Dilnoza", "")
    assert suggestions("Каримова Дилноза") == ("", "Каримова Дилноза")
    assert suggestions("Karimova Дилноза") == ("", "")


def test_spaces_are_tidied():
    assert tidy(" Karimova \u00a0 Dilnoza ") == "Karimova Dilnoza"
