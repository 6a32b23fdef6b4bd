"""Ordering: steps are put in their order; each pair of steps in the right order brings its part."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from math import comb
from typing import Any, Self

from ..answers import UNKNOWN, Answer, BadAnswer, fields_of
from .base import Kind


@dataclass(frozen=True)
class Ordering(Kind):
    """Steps; `items` are their ids in the right order."""

    items: tuple[str, ...]

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> Self:
        """Return the steps behind parsed JSON."""
        return cls(items=tuple(data["items"]))

    def faults(self) -> Iterator[str]:
        """Demand at least two distinct steps."""
        if len(self.items) < 2 or len(set(self.items)) != len(self.items) or not all(self.items):
            yield "steps are missing or share one id"

    @property
    def parts(self) -> tuple[str, ...]:
        """Return the ids of the steps."""
        return self.items

    @property
    def arranged(self) -> tuple[str, ...]:
        """The steps are drawn."""
        return self.items

    @property
    def must_shuffle(self) -> bool:
        """The editor's order is the key."""
        return True

    @property
    def places(self) -> tuple[str, ...]:
        """Return the places that a step can be given: "1", "2", …"""
        return tuple(str(place) for place in range(1, len(self.items) + 1))

    def clean(self, answer: Answer) -> dict[str, str]:
        """Return {step id: place} for the steps that have been given a place; two may share one until it is mended."""
        given = fields_of(answer, self.items)
        if not set(given.values()).issubset(self.places):
            raise BadAnswer(UNKNOWN)
        return given

    def share(self, answer: Answer) -> Fraction:
        """Return the part of all pairs of steps that stand in the right order; a step without a place orders none."""
        given = dict(answer)  # type: ignore[arg-type]
        places = [int(given[item]) if item in given else None for item in self.items]
        right = sum(
            first is not None and second is not None and first < second for first, second in combinations(places, 2)
        )
        return Fraction(right, self.units)

    @property
    def units(self) -> int:
        """Return the number of pairs of steps."""
        return comb(len(self.items), 2)

    def solution(self) -> dict[str, str]:
        """Return every step at its place."""
        return dict(zip(self.items, self.places, strict=True))

    def right_parts(self, answer: Answer) -> frozenset[str]:
        """Return the steps that stand at their very place."""
        given = dict(answer)  # type: ignore[arg-type]
        return frozenset(item for item, place in self.solution().items() if given.get(item) == place)

    def complete(self, answer: Answer) -> bool:
        """Every step has a place of its own."""
        return len(set(dict(answer).values())) == len(self.items)  # type: ignore[arg-type]
