"""Choosing among options: one, several, or "true" and "false"."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Self

from ..answers import ONE_ONLY, Answer, BadAnswer, ids_of
from .base import Kind

PER_OPTION = "per_option"
ALL_OR_NOTHING = "all_or_nothing"

#: Ids of the two answers to a statement; they are the same in every quiz and language.
TRUE, FALSE = "true", "false"


@dataclass(frozen=True)
class Option:
    """One option: its permanent id and whether choosing it is right."""

    id: str
    correct: bool


@dataclass(frozen=True)
class Choice(Kind):
    """Options of which one or several are right.

    Attributes:
        options: in the editor's order.
        several: whether more than one may be chosen.
        scoring: "per_option" (+1/n for a hit, −1/n for a wrong choice, never below 0) or "all_or_nothing".
    """

    options: tuple[Option, ...]
    several: bool
    scoring: str

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> Self:
        """Return the choice behind parsed JSON."""
        options = tuple(Option(**option) for option in data["options"])
        return cls(options=options, several=data["several"], scoring=data["scoring"])

    def faults(self) -> Iterator[str]:
        """Demand distinct options, and one right option or at least one right and one wrong."""
        ids = self.parts
        if len(ids) < 2 or len(set(ids)) != len(ids) or not all(ids):
            yield "options are missing or share one id"
        elif self.several:
            if not 0 < len(self.right) < len(ids):
                yield "needs a right and a wrong option"
        elif len(self.right) != 1:
            yield "needs exactly one right answer"

    @property
    def parts(self) -> tuple[str, ...]:
        """Return the ids of the options."""
        return tuple(option.id for option in self.options)

    @property
    def arranged(self) -> tuple[str, ...]:
        """Options may be shuffled."""
        return self.parts

    @property
    def right(self) -> frozenset[str]:
        """Return the ids of the right options."""
        return frozenset(option.id for option in self.options if option.correct)

    def clean(self, answer: Answer) -> tuple[str, ...]:
        """Return the chosen ids once each, in the editor's order."""
        chosen = ids_of(answer, self.parts)
        if len(chosen) > 1 and not self.several:
            raise BadAnswer(ONE_ONLY)
        return chosen

    def share(self, answer: Answer) -> Fraction:
        """Return hits less misses over right options, or all or nothing."""
        chosen = frozenset(answer)
        if not chosen:
            return Fraction(0)
        if self.several and self.scoring == PER_OPTION:
            hits, misses = len(chosen & self.right), len(chosen - self.right)
            return max(Fraction(hits - misses, len(self.right)), Fraction(0))
        return Fraction(chosen == self.right)

    @property
    def units(self) -> int:
        """Return the number of right options where each brings its part."""
        return len(self.right) if self.several and self.scoring == PER_OPTION else 1

    def solution(self) -> tuple[str, ...]:
        """Return the right options."""
        return tuple(option.id for option in self.options if option.correct)

    def right_parts(self, answer: Answer) -> frozenset[str]:
        """Return the chosen options that are right."""
        return self.right & frozenset(answer)


@dataclass(frozen=True)
class Statement(Kind):
    """A statement that is true or false. `answer` is "true" or "false"."""

    answer: str

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> Self:
        """Return the statement behind parsed JSON."""
        return cls(answer=data["answer"])

    def faults(self) -> Iterator[str]:
        """Demand one of the two answers."""
        if self.answer not in self.parts:
            yield "needs exactly one right answer"

    @property
    def parts(self) -> tuple[str, ...]:
        """Return "true" and "false", which carry feedback."""
        return (TRUE, FALSE)

    @property
    def arranged(self) -> tuple[str, ...]:
        """Both answers are shown."""
        return self.parts

    @property
    def fixed_order(self) -> bool:
        """Always "true" before "false"."""
        return True

    def clean(self, answer: Answer) -> tuple[str, ...]:
        """Return the one chosen id, or nothing."""
        chosen = ids_of(answer, self.parts)
        if len(chosen) > 1:
            raise BadAnswer(ONE_ONLY)
        return chosen

    def share(self, answer: Answer) -> Fraction:
        """Return 1 for the right answer."""
        return Fraction(tuple(answer) == self.solution())

    def solution(self) -> tuple[str, ...]:
        """Return the right answer."""
        return (self.answer,)

    def right_parts(self, answer: Answer) -> frozenset[str]:
        """Return the chosen answer if it is right."""
        return frozenset(answer) & frozenset(self.solution())
