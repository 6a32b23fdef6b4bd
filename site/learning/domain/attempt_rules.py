"""Attempts: how many, how long to wait, when a new one may begin. Pure: time comes in."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum


class Refusal(Enum):
    """Why no new attempt may begin."""

    PASSED = "passed"
    NONE_LEFT = "none_left"
    PAUSE = "pause"


@dataclass(frozen=True)
class Standing:
    """Where a person stands with a quiz.

    Attributes:
        used: attempts handed in.
        allowed: 0 = no limit.
        left: attempts that may still be begun; None = no limit.
        opens_at: end of the pause before the last allowed attempt, also when it is over; None = no pause applies.
        refusal: why no attempt may begin now; None = it may.
    """

    used: int
    allowed: int
    left: int | None
    opens_at: datetime | None
    refusal: Refusal | None

    @property
    def may_start(self) -> bool:
        """Tell whether a new attempt may begin now."""
        return self.refusal is None


def standing(
    *, used: int, allowed: int, pause_hours: int, last_at: datetime | None, passed: bool, now: datetime
) -> Standing:
    """Return where a person stands who has handed in `used` attempts, the last of them at `last_at`.

    A passed quiz is closed: there is nothing more to gain, and its right answers may have been shown. The pause stands
    before the last allowed attempt only, and only when there was one before it.
    """
    left = None if not allowed else max(allowed - used, 0)
    opens_at = None
    if left == 1 and used and last_at and pause_hours:
        opens_at = last_at + timedelta(hours=pause_hours)
    refusal = None
    if passed:
        refusal = Refusal.PASSED
    elif left == 0:
        refusal = Refusal.NONE_LEFT
    elif opens_at and now < opens_at:
        refusal = Refusal.PAUSE
    return Standing(used=used, allowed=allowed, left=left, opens_at=opens_at, refusal=refusal)
