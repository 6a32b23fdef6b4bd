"""The rules under which a text becomes an edition. Pure, no database."""

from dataclasses import replace
from datetime import date

import pytest

from guidelines.domain.publishing import Known, Proposal, faults, refusals
from guidelines.domain.text import Article, Clause, CodeText, Indent, Part

TODAY = date(2026, 8, 1)
GOOD = Proposal(2, "new", date(2026, 7, 15), TODAY, date(2026, 9, 1), date(2026, 12, 1), adopted_earlier=False)
FIRST = Known(1, "old", date(2025, 2, 1))


def reasons(proposal, known=(FIRST,)):
    return {(refusal.field, refusal.reason) for refusal in refusals(proposal, known, TODAY)}


def test_a_good_proposal_is_not_refused():
    assert reasons(GOOD) == set()
    assert reasons(replace(GOOD, transition_until=None), known=()) == set()


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"number": 0}, ("number", "not_positive")),
        ({"approved_on": date(2026, 8, 2)}, ("published_on", "before_approval")),
        ({"published_on": date(2026, 8, 2)}, ("published_on", "ahead")),
        ({"in_force_from": date(2026, 7, 31)}, ("in_force_from", "before_publication")),
        ({"published_on": date(2026, 7, 15), "in_force_from": date(2026, 7, 31)}, ("in_force_from", "past")),
        ({"transition_until": date(2026, 8, 31)}, ("transition_until", "before_force")),
        ({"number": 1}, ("number", "used")),
        ({"digest": "old"}, ("", "nothing_new")),
    ],
)
def test_what_cannot_be_is_refused_with_its_field(change, refusal):
    assert refusal in reasons(replace(GOOD, **change))


def test_today_is_not_past():
    assert reasons(replace(GOOD, in_force_from=TODAY, transition_until=None)) == set()


def test_a_past_day_passes_when_adopted_earlier():
    past = replace(GOOD, published_on=date(2026, 7, 15), in_force_from=date(2026, 7, 20), adopted_earlier=True)
    assert reasons(past) == set()


def test_a_day_on_which_another_edition_begins_is_refused():
    assert reasons(GOOD, [Known(1, "old", GOOD.in_force_from)]) == {("in_force_from", "used")}


def test_numbers_and_days_go_the_same_way():
    later = Known(3, "third", date(2027, 1, 1))
    assert reasons(GOOD, [FIRST, later]) == set()
    assert reasons(replace(GOOD, number=4), [FIRST, later]) == {("number", "out_of_order")}
    after = replace(GOOD, in_force_from=date(2027, 2, 1), transition_until=None)
    assert reasons(after, [FIRST, later]) == {("number", "out_of_order")}


def test_only_the_editions_beside_it_must_differ():
    shelf = [Known(1, "new", date(2025, 2, 1)), Known(2, "other", date(2025, 9, 1))]
    assert reasons(replace(GOOD, number=3), shelf) == set()
    assert reasons(replace(GOOD, digest="other", number=3), shelf) == {("", "nothing_new")}
    assert ("", "nothing_new") in reasons(replace(GOOD, number=3), [Known(4, "new", date(2027, 1, 1))])


def article(key="a", number="1", **fields):
    fields.setdefault("clauses", (Clause(f"{key}1", "Matn", (Indent(f"{key}1a", "Xatboshi"),)),))
    return Article(key, number, "Sarlavha", **fields)


def code(*articles, **fields):
    return CodeText("c", "uz", **{"title": "Kodeks", "parts": (Part("p", "I", "Boʻlim", articles),), **fields})


def test_a_whole_text_has_no_faults():
    assert faults(code(article(), article("b", "2"))) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (code(article(), title=" "), ["title"]),
        (code(parts=()), ["parts"]),
        (code(), ["I"]),
        (code(parts=(Part("", "", "", (article(),)),)), ["parts"]),
        (code(article(clauses=())), ["1"]),
        (code(article(clauses=(Clause("k", " "),))), ["1"]),
        (code(article(clauses=(Clause("k", "Matn", (Indent("i", ""),)),))), ["1"]),
        (code(article(clauses=(Clause("", "Matn"),))), ["1"]),
        (code(article(clauses=(Clause("k", "Matn"), Clause("k", "Boshqa")))), ["1"]),
        (code(article("a", "1"), article("a", "2")), ["1", "2"]),
        (code(article(state="moved", moved_to="nowhere")), ["1"]),
    ],
)
def test_faults_are_named_by_their_place(text, places):
    assert faults(text) == places


def test_a_number_stays_with_its_article():
    assert faults(code(article("b", "1")), [("1", "a")]) == ["1"]
    assert faults(code(article("a", "1")), [("1", "a")]) == []


def test_a_pointer_may_keep_the_number_of_the_article_that_moved():
    moved = code(article("a", "2"), article("a-old", "1", state="moved", moved_to="a"))
    assert faults(moved, [("1", "a")]) == []
    assert faults(moved, [("1", "a"), ("1", "a-old")]) == []
