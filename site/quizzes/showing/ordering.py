"""Ordering: each step is given a place in a select box. A script lets one move the steps instead."""

from dataclasses import dataclass

from quizzes.domain.answers import Answer
from quizzes.domain.rules import CORRECTNESS, SOLUTION

from .posed import Fields, Posed, SelectOption, SelectRow, filled
from .words import Words


@dataclass(frozen=True)
class OrderingAsked:
    """A row for each step."""

    rows: tuple[SelectRow, ...]


@dataclass(frozen=True)
class StepReviewed:
    """A step with the place it was given ("" = none); `right` is None where it is not shown."""

    place: str
    text: Words
    right: bool | None


@dataclass(frozen=True)
class OrderingReviewed:
    """The steps as they were put, and in the right order where that is shown and differs."""

    rows: tuple[StepReviewed, ...]
    solution: tuple[Words, ...]


def asked(posed: Posed) -> OrderingAsked:
    """Return the steps in their drawn order, or as they were put once every one has a place."""
    given, places = posed.given, posed.kind.places
    return OrderingAsked(
        tuple(
            SelectRow(
                field=posed.field_of(step),
                label=posed.text(step),
                options=tuple(SelectOption(place, Words(place, ""), given.get(step) == place) for place in places),
            )
            for step in _order(posed)
        )
    )


def reviewed(posed: Posed, things: frozenset[str]) -> OrderingReviewed:
    """Return the steps as they were put; those without a place come last."""
    given, right = posed.given, posed.kind.right_parts(posed.given)
    by_place = sorted(posed.arrangement, key=lambda step: int(given.get(step, len(posed.arrangement) + 1)))
    rows = tuple(
        StepReviewed(
            place=given.get(step, ""),
            text=posed.text(step),
            right=step in right if CORRECTNESS in things and step in given else None,
        )
        for step in by_place
    )
    tells = SOLUTION in things and len(right) < len(posed.kind.items)
    return OrderingReviewed(rows, tuple(posed.text(step) for step in posed.kind.items) if tells else ())


def sent(posed: Posed, fields: Fields) -> Answer:
    """Return {step: place}."""
    return filled(fields, posed.kind.items)


def _order(posed: Posed) -> tuple[str, ...]:
    given = posed.given
    if sorted(given.values()) != sorted(posed.kind.places) or set(given) != set(posed.arrangement):
        return posed.arrangement
    return tuple(sorted(posed.arrangement, key=lambda step: int(given[step])))
