"""Matching: a select box for each item. What is sent are places in the drawn order: a partner's id is made from its
item's and would give the key away.
"""

from dataclasses import dataclass

from quizzes.domain.answers import Answer
from quizzes.domain.rules import CORRECTNESS, SOLUTION

from .posed import NEVER, Fields, Posed, SelectOption, SelectRow, filled
from .words import Words


@dataclass(frozen=True)
class MatchingAsked:
    """A row for each item; `partners` stand beside it, counted from 1."""

    rows: tuple[SelectRow, ...]
    partners: tuple[Words, ...]


@dataclass(frozen=True)
class PairReviewed:
    """An item with the partner it was given; `right` and `solution` are None where they are not shown."""

    item: Words
    given: Words | None
    right: bool | None
    solution: Words | None


@dataclass(frozen=True)
class MatchingReviewed:
    """All items."""

    rows: tuple[PairReviewed, ...]


def asked(posed: Posed) -> MatchingAsked:
    """Return the items in the editor's order, each with every partner in the drawn order."""
    given = posed.given
    partners = tuple(posed.text(key) for key in posed.arrangement)
    rows = tuple(
        SelectRow(
            field=posed.field_of(item),
            label=posed.text(item),
            options=tuple(
                SelectOption(str(place), partners[place - 1], given.get(item) == key)
                for place, key in enumerate(posed.arrangement, start=1)
            ),
        )
        for item in posed.kind.lefts
    )
    return MatchingAsked(rows, partners)


def reviewed(posed: Posed, things: frozenset[str]) -> MatchingReviewed:
    """Return the items with their partners."""
    given, right = posed.given, posed.kind.right_parts(posed.given)
    return MatchingReviewed(
        tuple(
            PairReviewed(
                item=posed.text(pair.id),
                given=posed.text(given[pair.id]) if pair.id in given else None,
                right=pair.id in right if CORRECTNESS in things and pair.id in given else None,
                solution=posed.text(pair.partner) if SOLUTION in things and pair.id not in right else None,
            )
            for pair in posed.kind.pairs
        )
    )


def sent(posed: Posed, fields: Fields) -> Answer:
    """Return {item: partner} for the places that were chosen; a place that is not there is kept, to be refused."""
    partners = {str(place): key for place, key in enumerate(posed.arrangement, start=1)}
    chosen = filled(fields, posed.kind.lefts)
    return {item: partners.get(place, NEVER + place) for item, place in chosen.items()}
