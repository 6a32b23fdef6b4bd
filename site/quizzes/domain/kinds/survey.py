"""A survey question: nobody judges it, and it brings no points."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, ClassVar, Self

from ..answers import ONE_ONLY, Answer, BadAnswer, fields_of, ids_of
from .base import Kind

#: Name of the one field of a survey that asks for words.
TEXT = "text"
LONGEST_REMARK = 2000


@dataclass(frozen=True)
class Survey(Kind):
    """A question without a right answer: options, or words if there are none."""

    scored: ClassVar[bool] = False

    options: tuple[str, ...]
    several: bool

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> Self:
        """Return the survey question behind parsed JSON."""
        return cls(options=tuple(data["options"]), several=data["several"])

    def faults(self) -> Iterator[str]:
        """Demand distinct options, or none at all."""
        if len(self.options) == 1 or len(set(self.options)) != len(self.options) or not all(self.options):
            yield "options are missing or share one id"

    @property
    def parts(self) -> tuple[str, ...]:
        """Return the ids of the options."""
        return self.options

    @property
    def arranged(self) -> tuple[str, ...]:
        """Options are shown."""
        return self.options

    @property
    def fixed_order(self) -> bool:
        """Steps of a scale are never shuffled."""
        return True

    def clean(self, answer: Answer) -> Answer:
        """Return the chosen options, or the remark."""
        if not self.options:
            return fields_of(answer, (TEXT,), longest=LONGEST_REMARK)
        chosen = ids_of(answer, self.options)
        if len(chosen) > 1 and not self.several:
            raise BadAnswer(ONE_ONLY)
        return chosen

    def share(self, answer: Answer) -> Fraction:
        """Return 0: nothing is judged."""
        return Fraction(0)

    def solution(self) -> Answer:
        """Return nothing: no answer is the right one."""
        return ()
