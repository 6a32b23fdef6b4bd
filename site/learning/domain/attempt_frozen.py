"""What an attempt keeps from its start: the order in which it shows things and the rules that hold for it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from quizzes.domain.rules import FINAL_REVIEW, LEARNING_REVIEW, Rules

from .allowances import NOTHING_MORE, Allowance


@dataclass(frozen=True)
class Limits:
    """Rules as they were when the attempt began, with what was allowed to this person beyond them.

    Attributes:
        rules: as frozen with the version; `attempts_allowed` and `minutes` are this person's own.
        texts: {language: id of the QuizText that the attempt shows}.
        given: the minutes and attempts that `rules` hold beyond the quiz's own.
    """

    rules: Rules
    texts: Mapping[str, int]
    given: Allowance = NOTHING_MORE


@dataclass(frozen=True)
class Place:
    """A question of an attempt, at its place from 1 on.

    Attributes:
        options: ids of what is arranged, in the order shown.
        section: id of the section that it was drawn for.
    """

    position: int
    question: str
    options: tuple[str, ...]
    section: str


def read_limits(data: Mapping[str, Any]) -> Limits:
    """Return the rules behind `Attempt.limits`; attempts that began before there was time to limit held fewer."""
    if "rules" in data:
        return Limits(Rules.read(data["rules"]), data["texts"], Allowance(**data.get("given", {})))
    rules = {name: data[name] for name in ("pass_percent", "attempts_allowed", "pause_hours", "layout")}
    review = LEARNING_REVIEW if data["review"] == "at_once" else FINAL_REVIEW
    return Limits(Rules(**rules, review=review), data["texts"])


def with_allowance(rules: Rules, given: Allowance) -> Rules:
    """Return the rules as they hold for somebody who was given more; what has no limit gets none."""
    return replace(
        rules,
        attempts_allowed=rules.attempts_allowed + given.attempts if rules.attempts_allowed else 0,
        minutes=rules.minutes + given.minutes if rules.minutes else 0,
    )


def read_places(drawn: Iterable[Mapping[str, Any]]) -> tuple[Place, ...]:
    """Return the questions behind `Attempt.drawn`: [{question: id, options: [id, …], section: id}, …]."""
    return tuple(
        Place(position, item["question"], tuple(item["options"]), item.get("section", ""))
        for position, item in enumerate(drawn, start=1)
    )
