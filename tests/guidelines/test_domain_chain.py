"""The chain of acknowledgements: any change is found. Pure, no database."""

from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidelines.domain.chain import Break, Link, answers_digest, first_break, hash_of, moment


def chain(length):
    links, previous = [], ""
    for sequence in range(1, length + 1):
        link = Link(
            "code", sequence, previous, f"p{sequence}", 1, "e", "t", "uz", "latn", ("a", "b"), "x", "page", "z"
        )
        previous = hash_of(link)
        links.append((link, previous))
    return links


def test_an_unbroken_chain_has_no_break():
    assert first_break([]) is None
    assert first_break(chain(5)) is None


@given(st.integers(0, 4), st.sampled_from([field.name for field in fields(Link)]))
def test_a_changed_field_is_found_where_it_is(position, name):
    links = chain(5)
    link, stored = links[position]
    if name == "schema":
        return
    old = getattr(link, name)
    new = old + 1 if isinstance(old, int) else (("a",) if isinstance(old, tuple) else f"{old}!")
    links[position] = (replace(link, **{name: new}), stored)
    found = first_break(links)
    assert found is not None
    assert found.sequence == position + 1


def test_a_link_taken_out_is_found():
    links = chain(5)
    del links[2]
    assert first_break(links) == Break(3, "sequence")


def test_a_link_taken_out_and_the_rest_renumbered_is_found():
    links = chain(5)
    del links[2]
    renumbered = [(replace(link, sequence=place), stored) for place, (link, stored) in enumerate(links, start=1)]
    assert first_break(renumbered) == Break(3, "previous")


def test_two_links_that_changed_places_are_found():
    links = chain(3)
    links[0], links[1] = links[1], links[0]
    assert first_break(links) == Break(1, "sequence")


def test_a_hash_that_was_made_anew_for_a_changed_link_breaks_the_next():
    links = chain(3)
    forged = replace(links[0][0], language="ru")
    links[0] = (forged, hash_of(forged))
    assert first_break(links) == Break(2, "previous")


def test_the_hash_of_a_link_never_changes():
    link, stored = chain(1)[0]
    assert stored == "1979835a9beb1ac5f43847c3be9a8bdf50ed9fde54ad0026b462880bf96d3ef1"
    with pytest.raises(ValueError, match="schema 2"):
        hash_of(replace(link, schema=2))


def test_a_moment_is_written_in_utc_with_microseconds():
    tashkent = datetime(2026, 3, 1, 5, 0, tzinfo=timezone(timedelta(hours=5)))
    assert moment(tashkent) == moment(datetime(2026, 3, 1, tzinfo=UTC)) == "2026-03-01T00:00:00.000000+00:00"
    with pytest.raises(ValueError, match="time zone"):
        moment(datetime(2026, 3, 1))


def test_equal_answers_have_one_digest():
    assert answers_digest({"a": "1", "b": "2"}) == answers_digest({"b": "2", "a": "1"}) != answers_digest({})
