"""The state is computed for a day; all days are included."""

from datetime import date, timedelta

import pytest

from certificates.domain.states import State, state_on, valid_until

BEGIN, END = date(2026, 11, 9), date(2028, 11, 8)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (BEGIN - DAY, State.NOT_YET_VALID),
        (BEGIN, State.VALID),
        (END, State.VALID),
        (END + DAY, State.EXPIRED),
    ],
)
def test_it_is_valid_from_its_first_through_its_last_day(day: date, state: State) -> None:
    assert state_on(day, valid_from=BEGIN, valid_until=END) == state


def test_without_an_end_it_is_valid_for_ever() -> None:
    assert state_on(date(2126, 1, 1), valid_from=BEGIN, valid_until=None) == State.VALID


def test_a_replacement_counts_from_its_day() -> None:
    on = BEGIN + 10 * DAY
    assert state_on(on - DAY, valid_from=BEGIN, valid_until=END, replaced_on=on) == State.VALID
    assert state_on(on, valid_from=BEGIN, valid_until=END, replaced_on=on) == State.REPLACED


def test_a_revocation_outweighs_everything() -> None:
    on = BEGIN + 10 * DAY
    dates = {"valid_from": BEGIN, "valid_until": END, "replaced_on": on, "revoked_on": on}
    assert state_on(on, **dates) == State.REVOKED
    assert state_on(END + DAY, **dates) == State.REVOKED
    assert state_on(on - DAY, **dates) == State.VALID


@pytest.mark.parametrize(
    ("issued", "months", "last"),
    [
        (date(2026, 11, 9), 36, date(2029, 11, 8)),
        (date(2026, 12, 1), 1, date(2026, 12, 31)),
        (date(2026, 1, 1), 12, date(2026, 12, 31)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2027, 12, 31), 2, date(2028, 2, 29)),
        (date(2026, 10, 31), 1, date(2026, 11, 30)),
        (date(2026, 11, 9), 0, None),
        (date(2026, 11, 9), None, None),
    ],
)
def test_validity_ends_the_day_before_the_anniversary(issued: date, months: int | None, last: date | None) -> None:
    assert valid_until(issued, months) == last
