"""What every type of question can say of itself. One file beside this one for each type."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any, ClassVar, Self

from ..answers import Answer


class Kind(ABC):
    """The part of a question that differs by type: structure and key, without words. Each is a frozen dataclass.

    Attributes:
        scored: False for a survey, which is never right or wrong.
        by_hand: True where a person judges and `share` cannot.
    """

    scored: ClassVar[bool] = True
    by_hand: ClassVar[bool] = False

    @classmethod
    @abstractmethod
    def read(cls, data: Mapping[str, Any]) -> Self:
        """Return the kind behind parsed JSON."""

    @abstractmethod
    def faults(self) -> Iterator[str]:
        """Tell, for editors and logs, why the question cannot be sat; nothing for a sound one."""

    @property
    @abstractmethod
    def parts(self) -> tuple[str, ...]:
        """Return the ids of everything that has words of its own, in the editor's order."""

    @property
    def arranged(self) -> tuple[str, ...]:
        """Return the ids that are shown in an order drawn anew for each attempt, in the editor's order."""
        return ()

    @property
    def fixed_order(self) -> bool:
        """Tell whether `arranged` keeps the editor's order even where options are shuffled."""
        return False

    @property
    def must_shuffle(self) -> bool:
        """Tell whether `arranged` in the editor's order would give the key away."""
        return False

    @abstractmethod
    def clean(self, answer: Answer) -> Answer:
        """Return the answer as it is stored; empty means unanswered.

        Raises:
            BadAnswer: for what this question cannot be answered with.
        """

    @abstractmethod
    def share(self, answer: Answer) -> Fraction:
        """Return what part of the points a clean answer brings, from 0 to 1."""

    @property
    def units(self) -> int:
        """Return a number that makes every possible share whole when multiplied with it."""
        return 1

    @abstractmethod
    def solution(self) -> Answer:
        """Return an answer that brings everything."""

    def right_parts(self, answer: Answer) -> frozenset[str]:
        """Return the ids of parts that a clean answer has right, where parts are right or wrong on their own."""
        return frozenset()

    def complete(self, answer: Answer) -> bool:
        """Tell whether nothing is left to answer."""
        return bool(answer)
