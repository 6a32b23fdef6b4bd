"""A number, with a tolerance and, if wished, a unit."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Self

from ..answers import NOT_A_NUMBER, UNKNOWN, Answer, BadAnswer, fields_of
from .base import Kind

NUMBER, UNIT = "number", "unit"
_NUMBER = re.compile(r"[+−-]?\d{1,12}(?:[.,]\d{1,6})?(?:/\d{1,6})?", re.ASCII)
_SPACES = re.compile(r"[\s\u00a0\u202f]+")


def exact(text: str) -> Fraction:
    """Return the number behind "4", "-2,5", "1 200" or "1/7".

    Raises:
        BadAnswer: if it is no number.
    """
    plain = _SPACES.sub("", text)
    if not _NUMBER.fullmatch(plain):
        raise BadAnswer(NOT_A_NUMBER)
    try:
        return Fraction(*map(Fraction, plain.replace("−", "-").replace(",", ".").split("/")))
    except ZeroDivisionError:
        raise BadAnswer(NOT_A_NUMBER) from None


@dataclass(frozen=True)
class Unit:
    """A unit: id, and how much of the first unit one of it is ("1", "1/7")."""

    id: str
    factor: str


@dataclass(frozen=True)
class Numeric(Kind):
    """A number.

    Attributes:
        answer: the right number in the first unit, as text ("14", "2.5").
        tolerance: how far an answer may be from it, in the first unit.
        measures: no unit, one that stands beside the field, or several to choose from; the first has the factor "1".
    """

    answer: str
    tolerance: str
    measures: tuple[Unit, ...]

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> Self:
        """Return the number behind parsed JSON."""
        measures = tuple(Unit(**unit) for unit in data["measures"])
        return cls(answer=data["answer"], tolerance=data["tolerance"], measures=measures)

    def faults(self) -> Iterator[str]:
        """Demand numbers, a tolerance that is not below 0, and distinct units worth more than 0."""
        try:
            exact(self.answer)
            if exact(self.tolerance) < 0 or any(exact(unit.factor) <= 0 for unit in self.measures):
                yield "tolerance or unit below zero"
        except BadAnswer:
            yield "the answer, its tolerance or a unit is no number"
        if len(set(self.parts)) != len(self.parts) or not all(self.parts):
            yield "units share one id"

    @property
    def parts(self) -> tuple[str, ...]:
        """Return the ids of the units."""
        return tuple(unit.id for unit in self.measures)

    @property
    def asks_unit(self) -> bool:
        """Tell whether the unit is to be chosen."""
        return len(self.measures) > 1

    def clean(self, answer: Answer) -> dict[str, str]:
        """Return {"number": text as typed, "unit": id where one is chosen}."""
        given = fields_of(answer, (NUMBER, UNIT), longest=64)
        if NUMBER in given:
            exact(given[NUMBER])
        if given.get(UNIT, "") not in ("", *(self.parts if self.asks_unit else ())):
            raise BadAnswer(UNKNOWN)
        return given

    def share(self, answer: Answer) -> Fraction:
        """Return 1 for a number within the tolerance, in the unit that was chosen."""
        given = dict(answer)  # type: ignore[arg-type]
        if NUMBER not in given or (self.asks_unit and UNIT not in given):
            return Fraction(0)
        factors = {unit.id: exact(unit.factor) for unit in self.measures}
        value = exact(given[NUMBER]) * (factors[given[UNIT]] if self.asks_unit else 1)
        return Fraction(abs(value - exact(self.answer)) <= exact(self.tolerance))

    def solution(self) -> dict[str, str]:
        """Return the right number in the first unit."""
        return {NUMBER: self.answer, **({UNIT: self.parts[0]} if self.asks_unit else {})}

    def complete(self, answer: Answer) -> bool:
        """A number is given, and its unit where one is asked for."""
        return NUMBER in answer and (not self.asks_unit or UNIT in answer)
