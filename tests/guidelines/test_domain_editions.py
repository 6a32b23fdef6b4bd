"""Which edition is in force on a day. Pure rules, no database."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidelines.domain.editions import (
    FUTURE,
    IN_FORCE,
    SUPERSEDED,
    coming_after,
    in_force_on,
    neighbours,
    number_order,
    parse_day,
    span_of,
)


@dataclass(frozen=True)
class Edition:
    number: int
    in_force_from: date


FIRST, SECOND = Edition(1, date(2025, 2, 1)), Edition(2, date(2026, 9, 1))
BOTH = [SECOND, FIRST]
days = st.dates(date(2000, 1, 1), date(2050, 1, 1))


@pytest.mark.parametrize(
    ("day", "edition"),
    [
        (date(2025, 1, 31), None),
        (date(2025, 2, 1), FIRST),
        (date(2026, 8, 31), FIRST),
        (date(2026, 9, 1), SECOND),
        (date(2099, 1, 1), SECOND),
    ],
)
def test_an_edition_is_in_force_until_the_day_before_the_next(day, edition):
    assert in_force_on(BOTH, day) == edition


def test_a_span_ends_the_day_before_the_next_begins_and_is_open_while_none_is_known():
    assert span_of(FIRST, BOTH).ends_on == date(2026, 8, 31)
    assert span_of(SECOND, BOTH).ends_on is None


@pytest.mark.parametrize(
    ("edition", "day", "state"),
    [
        (FIRST, date(2025, 1, 31), FUTURE),
        (FIRST, date(2025, 2, 1), IN_FORCE),
        (FIRST, date(2026, 8, 31), IN_FORCE),
        (FIRST, date(2026, 9, 1), SUPERSEDED),
        (SECOND, date(2026, 8, 31), FUTURE),
        (SECOND, date(2090, 1, 1), IN_FORCE),
    ],
)
def test_the_state_of_an_edition_is_computed_for_a_day(edition, day, state):
    assert span_of(edition, BOTH).state(day) == state


def test_the_coming_edition_is_the_next_to_begin():
    assert coming_after(BOTH, date(2025, 2, 1)) == SECOND
    assert coming_after(BOTH, date(2024, 1, 1)) == FIRST
    assert coming_after(BOTH, date(2026, 9, 1)) is None


def test_neighbours_are_those_before_and_after_in_time():
    third = Edition(3, date(2027, 1, 1))
    assert neighbours(SECOND, [third, FIRST, SECOND]) == (FIRST, third)
    assert neighbours(FIRST, [FIRST]) == (None, None)


@given(st.sets(days, min_size=1, max_size=8), days)
def test_exactly_one_edition_is_in_force_on_any_day_from_the_first_on(begins, day):
    editions = [Edition(number, begin) for number, begin in enumerate(sorted(begins), start=1)]
    states = [span_of(edition, editions).state(day) for edition in editions]
    assert states.count(IN_FORCE) == (1 if day >= min(begins) else 0)
    current = in_force_on(editions, day)
    assert (current is None) == (day < min(begins))
    if current is not None:
        assert span_of(current, editions).state(day) == IN_FORCE


@given(st.sets(days, min_size=2, max_size=8))
def test_spans_leave_no_gap_and_no_overlap(begins):
    editions = [Edition(number, begin) for number, begin in enumerate(sorted(begins), start=1)]
    for earlier, later in pairwise(editions):
        assert span_of(earlier, editions).ends_on == later.in_force_from - timedelta(days=1)


def test_inserted_numbers_stand_between_the_whole_ones():
    numbers = ["15", "14²", "2", "14", "14¹⁰", "14¹", "1"]
    assert sorted(numbers, key=number_order) == ["1", "2", "14", "14¹", "14²", "14¹⁰", "15"]


@pytest.mark.parametrize("number", ["", "¹", "14a", "XIV", "14-1", "1 4"])
def test_what_is_not_an_article_number_is_refused(number):
    with pytest.raises(ValueError, match="not an article number"):
        number_order(number)


def test_a_day_in_an_address_has_one_spelling():
    assert parse_day("2025-02-01") == date(2025, 2, 1)
    for wrong in ("2025-2-1", "20250201", "2025-W05-6", "2025-02-30", "2025-02-01\n", "", "0000-01-01"):
        assert parse_day(wrong) is None
