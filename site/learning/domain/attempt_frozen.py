"""What an attempt keeps from its start: the order in which it shows things and the rules that hold for it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Limits:
    """Rules as they were when the attempt began.

    Attributes:
        pass_percent: 1 to 100.
        attempts_allowed: 0 = no limit.
        pause_hours: wait before the last allowed attempt.
        layout: "one" or "all".
        review: "at_once" or "after_pass_or_last".
        texts: {language: id of the QuizText that the attempt shows}.
    """

    pass_percent: int
    attempts_allowed: int
    pause_hours: int
    layout: str
    review: str
    texts: Mapping[str, int]


@dataclass(frozen=True)
class Place:
    """A question of an attempt, at its place from 1 on, with its option ids in the order shown."""

    position: int
    question: str
    options: tuple[str, ...]


def read_limits(data: Mapping[str, Any]) -> Limits:
    """Return the rules behind `Attempt.limits`."""
    return Limits(**data)


def read_places(drawn: Iterable[Mapping[str, Any]]) -> tuple[Place, ...]:
    """Return the questions behind `Attempt.drawn`: [{question: id, options: [id, …]}, …]."""
    return tuple(
        Place(position, item["question"], tuple(item["options"])) for position, item in enumerate(drawn, start=1)
    )
