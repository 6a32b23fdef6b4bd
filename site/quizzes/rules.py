"""What a reader is told of a quiz before it begins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .models import QuizPage


@dataclass(frozen=True)
class QuizRules:
    """The rules in figures; 0 attempts = no limit, `minutes` is how long a learner needs."""

    questions: int
    pass_percent: int
    attempts_allowed: int
    pause_hours: int
    minutes: int
    has_critical: bool


def rules_of(page: QuizPage) -> QuizRules:
    """Return the rules that stand on the source page `page`."""
    return QuizRules(
        questions=len(page.questions),
        pass_percent=page.pass_percent,
        attempts_allowed=page.attempts_allowed,
        pause_hours=page.pause_hours,
        minutes=page.minutes,
        has_critical=any(child.value["critical"] for child in page.questions),
    )
