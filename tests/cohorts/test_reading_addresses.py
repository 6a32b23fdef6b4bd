"""A pasted list becomes entries; nothing is silently dropped."""

import pytest

from cohorts.domain.addresses import MOST_ADDRESSES, MOST_BYTES, ListTooLong, Reading, read_addresses


def _looks_right(text: str) -> bool:
    return text.count("@") == 1 and " " not in text and "." in text.split("@")[1]


def _read(text: str) -> list[tuple[str, str]]:
    return [(entry.address, entry.reading.value) for entry in read_addresses(text, is_address=_looks_right)]


@pytest.mark.parametrize("between", ["\n", "\r\n", ",", ";", ", ", " ;\n\n ", "\t"])
def test_addresses_are_parted_by_lines_commas_semicolons_and_tabs(between: str) -> None:
    assert [address for address, _reading in _read(f"a@x.uz{between}b@x.uz")] == ["a@x.uz", "b@x.uz"]


def test_an_address_may_stand_behind_a_name() -> None:
    assert _read("Dilnoza Karimova <Dilnoza@X.uz>") == [("dilnoza@x.uz", "address")]


def test_the_second_of_two_equal_addresses_is_a_duplicate_however_it_is_capitalised() -> None:
    assert _read("a@x.uz\nA@X.UZ") == [("a@x.uz", "address"), ("a@x.uz", "duplicate")]


def test_what_is_no_address_is_kept_as_it_was_written() -> None:
    (entry,) = read_addresses("Dilnoza Karimova", is_address=_looks_right)
    assert (entry.text, entry.address, entry.reading) == ("Dilnoza Karimova", "", Reading.NOT_AN_ADDRESS)


def test_a_very_long_entry_is_cut_in_the_report() -> None:
    (entry,) = read_addresses("x" * 2000, is_address=_looks_right)
    assert len(entry.text) == 254


def test_an_empty_list_has_no_entries() -> None:
    assert read_addresses(" \n ;, ", is_address=_looks_right) == ()


def test_five_hundred_addresses_are_read_and_one_more_is_refused() -> None:
    full = "\n".join(f"p{number}@x.uz" for number in range(MOST_ADDRESSES))
    assert len(read_addresses(full, is_address=_looks_right)) == MOST_ADDRESSES
    with pytest.raises(ListTooLong):
        read_addresses(f"{full}\none-more@x.uz", is_address=_looks_right)


def test_a_list_of_too_many_bytes_is_refused_before_it_is_read() -> None:
    with pytest.raises(ListTooLong):
        read_addresses("ʻ" * (MOST_BYTES // 2 + 1), is_address=lambda text: pytest.fail("was read"))
