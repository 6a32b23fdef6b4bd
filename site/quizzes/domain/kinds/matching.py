"""Matching: each left item has exactly one partner on the right."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Self

from ..answers import UNKNOWN, Answer, BadAnswer, fields_of
from .base import Kind


@dataclass(frozen=True)
class Pair:
    """A left item and the id of its partner on the right."""

    id: str
    partner: str


@dataclass(frozen=True)
class Matching(Kind):
    """Pairs, and right-hand texts that belong to nothing.

    Attributes:
        pairs: in the editor's order; each partner id is its pair's own, never shared.
        extra: ids of right-hand texts without a left item.
    """

    pairs: tuple[Pair, ...]
    extra: tuple[str, ...]

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> Self:
        """Return the pairs behind parsed JSON."""
        return cls(pairs=tuple(Pair(**pair) for pair in data["pairs"]), extra=tuple(data["extra"]))

    def faults(self) -> Iterator[str]:
        """Demand at least two pairs and distinct ids."""
        if len(self.pairs) < 2:
            yield "needs at least two pairs"
        if len(set(self.parts)) != len(self.parts) or not all(self.parts):
            yield "pairs are missing or share one id"

    @property
    def lefts(self) -> tuple[str, ...]:
        """Return the ids of the left items."""
        return tuple(pair.id for pair in self.pairs)

    @property
    def rights(self) -> tuple[str, ...]:
        """Return the ids of everything that can be chosen on the right."""
        return (*(pair.partner for pair in self.pairs), *self.extra)

    @property
    def parts(self) -> tuple[str, ...]:
        """Return left items, then right-hand texts."""
        return (*self.lefts, *self.rights)

    @property
    def arranged(self) -> tuple[str, ...]:
        """The right side is drawn."""
        return self.rights

    @property
    def must_shuffle(self) -> bool:
        """In the editor's order each partner would stand beside its item."""
        return True

    def clean(self, answer: Answer) -> dict[str, str]:
        """Return {left id: right id} for the items that have been given a partner."""
        chosen = fields_of(answer, self.lefts)
        if not set(chosen.values()).issubset(self.rights):
            raise BadAnswer(UNKNOWN)
        return chosen

    def share(self, answer: Answer) -> Fraction:
        """Return the part of the pairs that is right. A partner may be given twice; one of the two is wrong."""
        return Fraction(len(self.right_parts(answer)), len(self.pairs))

    @property
    def units(self) -> int:
        """Return the number of pairs."""
        return len(self.pairs)

    def solution(self) -> dict[str, str]:
        """Return every left item with its partner."""
        return {pair.id: pair.partner for pair in self.pairs}

    def right_parts(self, answer: Answer) -> frozenset[str]:
        """Return the left items that have their partner."""
        given = dict(answer)  # type: ignore[arg-type]
        return frozenset(pair.id for pair in self.pairs if given.get(pair.id) == pair.partner)

    def complete(self, answer: Answer) -> bool:
        """Every left item has a partner."""
        return len(answer) == len(self.pairs)
