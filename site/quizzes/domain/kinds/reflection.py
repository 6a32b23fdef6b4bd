"""A reflection: free text that a trainer marks by a rubric."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, ClassVar, Self

from ..answers import UNKNOWN, Answer, BadAnswer, fields_of
from .base import Kind

TEXT = "text"
#: Characters that a word with its space may take on average, in the longest of our languages.
WORD = 16


@dataclass(frozen=True)
class Level:
    """A level of a criterion and the points that it brings."""

    id: str
    points: int


@dataclass(frozen=True)
class Criterion:
    """What is looked at, and its levels from the lowest to the highest."""

    id: str
    levels: tuple[Level, ...]

    @property
    def best(self) -> int:
        """Return the points of the highest level."""
        return max(level.points for level in self.levels)


@dataclass(frozen=True)
class Reflection(Kind):
    """A text of the learner's own.

    Attributes:
        min_words, max_words: what is asked for; only far too long a text is refused.
        rubric: criteria by which a trainer marks.
    """

    by_hand: ClassVar[bool] = True

    min_words: int
    max_words: int
    rubric: tuple[Criterion, ...]

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> Self:
        """Return the reflection behind parsed JSON."""
        rubric = tuple(
            Criterion(item["id"], tuple(Level(**level) for level in item["levels"])) for item in data["rubric"]
        )
        return cls(min_words=data["min_words"], max_words=data["max_words"], rubric=rubric)

    def faults(self) -> Iterator[str]:
        """Demand a rubric with levels that differ, and sensible lengths."""
        if not self.rubric or any(len(criterion.levels) < 2 or criterion.best < 1 for criterion in self.rubric):
            yield "the rubric needs criteria with at least two levels, the best of them worth a point"
        if len(set(self.parts)) != len(self.parts) or not all(self.parts):
            yield "criteria or levels share one id"
        if not 0 <= self.min_words <= self.max_words or not self.max_words:
            yield "the lengths asked for make no sense"

    @property
    def parts(self) -> tuple[str, ...]:
        """Return criteria and levels."""
        levels = (level.id for criterion in self.rubric for level in criterion.levels)
        return (*(criterion.id for criterion in self.rubric), *levels)

    def clean(self, answer: Answer) -> dict[str, str]:
        """Return {"text": as written}."""
        return fields_of(answer, (TEXT,), longest=self.max_words * WORD)

    def share(self, answer: Answer) -> Fraction:
        """Return 0: a trainer's mark is needed (see `share_of_levels`)."""
        return Fraction(0)

    def share_of_levels(self, levels: Mapping[str, str]) -> Fraction:
        """Return the part of the points for {criterion id: level id}.

        Raises:
            BadAnswer: unless every criterion has one of its own levels.
        """
        if set(levels) != {criterion.id for criterion in self.rubric}:
            raise BadAnswer(UNKNOWN)
        earned = 0
        for criterion in self.rubric:
            points = {level.id: level.points for level in criterion.levels}
            if levels[criterion.id] not in points:
                raise BadAnswer(UNKNOWN)
            earned += points[levels[criterion.id]]
        return Fraction(earned, self.units)

    @property
    def units(self) -> int:
        """Return the sum of the best levels."""
        return sum(criterion.best for criterion in self.rubric)

    def solution(self) -> Answer:
        """Return nothing: there is no model text."""
        return {}
