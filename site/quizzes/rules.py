"""What a reader is told of a quiz before it begins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .models import QuizPage


@dataclass(frozen=True)
class QuizRules:
    """The rules in figures.

    Attributes:
        questions: how many an attempt asks.
        attempts_allowed: 0 = no limit.
        minutes: how long a learner needs.
        time_limit: in minutes, 0 = none; `overdue` and `grace_minutes` say what happens then.
        entry: completed by handing in, whatever the result.
    """

    questions: int
    pass_percent: int
    critical_percent: int
    attempts_allowed: int
    pause_hours: int
    pause_each_hours: int
    counts: str
    minutes: int
    time_limit: int
    overdue: str
    grace_minutes: int
    opens_at: datetime | None
    closes_at: datetime | None
    has_critical: bool
    entry: bool


def rules_of(page: QuizPage) -> QuizRules:
    """Return the rules that stand on the source page `page`."""
    return QuizRules(
        questions=sum(_asked(page)),
        pass_percent=page.pass_percent,
        critical_percent=page.critical_percent,
        attempts_allowed=page.attempts_allowed,
        pause_hours=page.pause_hours,
        pause_each_hours=page.pause_each_hours,
        counts=str(page.counts),
        minutes=page.minutes,
        time_limit=page.time_limit,
        overdue=str(page.overdue),
        grace_minutes=page.grace_minutes,
        opens_at=page.opens_at,
        closes_at=page.closes_at,
        has_critical=any(_may_be_critical(child) for child in page.questions),
        entry=page.completes == "handed_in",
    )


def _asked(page: QuizPage) -> Iterator[int]:
    """Tell for each block how many questions an attempt gets from it; of parallel forms only A is counted."""
    form = ""
    for child in page.questions:
        if child.block_type in ("section", "draw"):
            form = child.value["form"] or ""
        if form != "b" and child.block_type != "section":
            yield child.value["take"] or 0 if child.block_type == "draw" else 1


def _may_be_critical(child: Any) -> bool:
    if child.block_type == "draw":
        return bool(child.value["critical"] != "none")
    return bool(child.value.get("critical"))
