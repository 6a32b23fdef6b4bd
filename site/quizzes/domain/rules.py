"""The rules of a quiz: marks, attempts, time, what is shown when. Frozen with each version."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self

#: Which of several attempts counts.
BEST, LAST, FIRST, AVERAGE = "best", "last", "first", "average"
COUNTS = (BEST, LAST, FIRST, AVERAGE)

#: What happens to an attempt whose time is up.
HAND_IN, GRACE, ABANDON = "hand_in", "grace", "abandon"
OVERDUE = (HAND_IN, GRACE, ABANDON)

#: What completes the step: passing, or handing in (an entry test).
PASSED, HANDED_IN = "passed", "handed_in"

#: When something may be shown, and what.
DURING, RIGHT_AFTER, LATER, SETTLED, CLOSED = "during", "right_after", "later", "settled", "closed"
MOMENTS = (DURING, RIGHT_AFTER, LATER, SETTLED, CLOSED)
POINTS, CORRECTNESS, FEEDBACK, EXPLANATION, SOLUTION = "points", "correctness", "feedback", "explanation", "solution"
THINGS = (POINTS, CORRECTNESS, FEEDBACK, EXPLANATION, SOLUTION)

EVERYTHING = THINGS
WITHOUT_SOLUTION = (POINTS, CORRECTNESS, FEEDBACK, EXPLANATION)
#: A quiz to learn from explains at once; a final keeps its key until it is passed or no attempt is left.
LEARNING_REVIEW: dict[str, tuple[str, ...]] = {
    DURING: (), RIGHT_AFTER: EVERYTHING, LATER: EVERYTHING, SETTLED: EVERYTHING, CLOSED: EVERYTHING,
}  # fmt: skip
FINAL_REVIEW: dict[str, tuple[str, ...]] = {
    DURING: (), RIGHT_AFTER: WITHOUT_SOLUTION, LATER: WITHOUT_SOLUTION, SETTLED: EVERYTHING, CLOSED: EVERYTHING,
}  # fmt: skip


@dataclass(frozen=True)
class Band:
    """A band of results with words of its own: from this percentage up to the next band."""

    id: str
    from_percent: int


@dataclass(frozen=True)
class Rules:
    """How a quiz is sat and passed.

    Attributes:
        pass_percent: 1 to 100, of all points.
        critical_percent: 1 to 100, of the points of critical questions; 100 = each of them fully right.
        attempts_allowed: 0 = no limit.
        pause_hours: wait before the last allowed attempt.
        pause_each_hours: wait between any two attempts.
        counts: "best", "last", "first" or "average".
        minutes: time limit, 0 = none.
        overdue: "hand_in", "grace" or "abandon".
        grace_minutes: time to hand in, not to answer, after the limit ("grace" only).
        completes: "passed" or "handed_in".
        layout: "one" (one question a page) or "all".
        shuffle_options: whether options are drawn anew for each attempt.
        review: {moment: things shown then}; what is not named is not shown.
        bands: feedback by result, from the lowest.
    """

    pass_percent: int
    critical_percent: int = 100
    attempts_allowed: int = 0
    pause_hours: int = 0
    pause_each_hours: int = 0
    counts: str = BEST
    minutes: int = 0
    overdue: str = HAND_IN
    grace_minutes: int = 0
    completes: str = PASSED
    layout: str = "one"
    shuffle_options: bool = True
    review: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: LEARNING_REVIEW)
    bands: tuple[Band, ...] = ()

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> Self:
        """Return the rules behind parsed JSON."""
        review = {moment: tuple(things) for moment, things in data["review"].items()}
        bands = tuple(Band(**band) for band in data["bands"])
        return cls(**{**data, "review": review, "bands": bands})

    def band(self, percent: int) -> Band | None:
        """Return the band that a result of `percent` falls into, or None."""
        reached = [band for band in self.bands if percent >= band.from_percent]
        return max(reached, key=lambda band: band.from_percent, default=None)
