import pytest

from accounts.domain.phones import NotAPhone, normalise, shown


@pytest.mark.parametrize(
    "written",
    [
        "90 123 45 67", "901234567", "+998901234567", "998 90 123-45-67", "00998 90 1234567", "8 90 123 45 67",
        "(90) 123–45–67", " +998 (90) 123.45.67 ",
    ],
)  # fmt: skip
def test_every_usual_way_of_writing_gives_one_number(written):
    assert normalise(written) == "+998901234567"


def test_a_number_of_another_country_keeps_its_code():
    assert normalise("+7 701 123 45 67") == "+77011234567"


def test_nothing_stays_nothing():
    assert normalise("  ") == ""


@pytest.mark.parametrize(
    "written", ["12345", "+998 90 123 45 6", "+998 90 123 45 678", "telefon", "90-12-AB-567", "٩٠١٢٣٤٥٦٧"]
)
def test_what_is_no_number_is_refused(written):
    with pytest.raises(NotAPhone):
        normalise(written)


def test_a_stored_number_is_shown_in_groups():
    assert shown("+998901234567") == "+998 90 123 45 67"
    assert shown("+77011234567") == "+77011234567"
    assert shown("") == ""
