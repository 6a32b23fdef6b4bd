"""Numbers and codes are found however they are typed."""

import pytest

from certificates.domain import codes, names, numbers
from certificates.domain.numbers import Asked


def test_numbers_read_as_on_paper() -> None:
    assert numbers.printed("SB", 482) == "SB № 000482"
    assert numbers.registration(2026, "10", 482) == "2026/10-0482"
    assert numbers.registration(2026, "10", 12345) == "2026/10-12345"


@pytest.mark.parametrize(
    "typed",
    ["SB № 000482", "sb№482", "SB 000482", " sb-482 ", "СБ № 000482", "SB No. 000482", "sb no 482", "SB000482"],
)
def test_a_number_is_read_in_any_spelling(typed: str) -> None:
    assert numbers.parse(typed) == Asked(series="SB", number=482)


@pytest.mark.parametrize("typed", ["№ 000482", "482", "No 482", "no. 000482"])
def test_a_number_may_come_without_its_series(typed: str) -> None:
    assert numbers.parse(typed) == Asked(number=482)


@pytest.mark.parametrize("typed", ["2026/10-0482", "2026 / 10 – 482", "2026/10-000482"])
def test_a_registration_number_is_read(typed: str) -> None:
    assert numbers.parse(typed) == Asked(registration="2026/10-0482")


@pytest.mark.parametrize("typed", ["", "SB", "SB 12 34", "ABCDE 1", "1234567890123", "<script>", "2026/10"])
def test_what_is_no_number_is_none(typed: str) -> None:
    assert numbers.parse(typed) is None


def test_codes_are_140_random_bits_in_signs_that_can_be_typed() -> None:
    made = {codes.new_code() for _ in range(200)}
    assert len(made) == 200
    assert all(len(code) == 28 and set(code) <= set(codes.ALPHABET) for code in made)
    assert len(set(codes.ALPHABET)) == 32
    assert len(set("".join(made))) == 32
    assert not set("ilou") & set(codes.ALPHABET)


@pytest.mark.parametrize(
    "change",
    [str.upper, codes.grouped, lambda code: f" {code[:9]} {code[9:]} ", lambda code: code.replace("0", "O"),
     lambda code: code.replace("1", "l"), lambda code: code.replace("1", "I"), lambda code: code.replace("a", "а")],
)  # fmt: skip
def test_a_code_is_read_as_people_type_it(change) -> None:
    code = "0123456789abcdefghjkmnpqrstv"
    assert codes.normalised(change(code)) == code


@pytest.mark.parametrize("typed", ["", "abc", "0" * 29, "u" * 28, "0123456789abcdefghjkmnpqrst%", "../../etc/passwd"])
def test_what_cannot_be_a_code_is_never_looked_up(typed: str) -> None:
    assert codes.normalised(typed) == ""


def test_a_grouped_code_has_seven_groups_of_four() -> None:
    assert [len(group) for group in codes.grouped(codes.new_code()).split("-")] == [4] * 7


KEYS = names.surname_keys("Toʻrayeva", "Toʻrayeva Dilnoza Rustam qizi", "Тўраева Дилноза Рустам қизи")


@pytest.mark.parametrize(
    "typed", ["Toʻrayeva", "To'rayeva", "TORAYEVA", "Тўраева", "Törayeva", "Toʻrayeva Dilnoza", "  toʻrayeva  "]
)
def test_a_surname_is_found_in_any_spelling(typed: str) -> None:
    assert names.is_surname(typed, KEYS)


@pytest.mark.parametrize("typed", ["", " ", "Karimova", "Dilnoza", "Karimova Toʻrayeva", "%", "'"])
def test_another_word_is_not_the_surname(typed: str) -> None:
    assert not names.is_surname(typed, KEYS)


def test_keyboards_without_the_uzbek_h_find_the_surname() -> None:
    keys = names.surname_keys("Hasanova", "Hasanova Saida", "Ҳасанова Саида")
    assert all(names.is_surname(typed, keys) for typed in ("Хасанова", "Xasanova", "Hasanova"))


def test_a_double_surname_is_found_with_or_without_its_hyphen() -> None:
    keys = names.surname_keys("Karimova-Aliyeva", "Karimova-Aliyeva Saida", "")
    assert all(names.is_surname(typed, keys) for typed in ("Karimova-Aliyeva", "Karimova Aliyeva"))
