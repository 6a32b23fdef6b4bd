"""Attempts: how many, how long to wait, when a new one may begin, when one is over. Pure: time comes in."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from quizzes.domain.rules import ABANDON, GRACE, HANDED_IN, Rules

from .allowances import Allowance, Window


class Refusal(Enum):
    """Why no new attempt may begin."""

    PASSED = "passed"
    DONE = "done"
    NONE_LEFT = "none_left"
    PAUSE = "pause"
    NOT_OPEN = "not_open"
    CLOSED = "closed"


@dataclass(frozen=True)
class Standing:
    """Where a person stands with a quiz.

    Attributes:
        used: attempts that count as used: handed in or given up.
        allowed: 0 = no limit.
        left: attempts that may still be begun; None = no limit.
        opens_at: when the next attempt may begin, also when that is over; None = nothing to wait for.
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

    @property
    def settled(self) -> bool:
        """Tell whether nothing more can be gained: passed, done, or no attempt left."""
        return self.refusal in (Refusal.PASSED, Refusal.DONE, Refusal.NONE_LEFT)


def standing(
    *,
    rules: Rules,
    used: int,
    last_at: datetime | None,
    passed: bool,
    now: datetime,
    handed_in: bool = True,
    allowance: Allowance | None = None,
    within: Window | None = None,
) -> Standing:
    """Return where a person stands who has used `used` attempts, the last of them over at `last_at`.

    A passed quiz is closed: there is nothing more to gain, and its right answers may have been shown. An entry test is
    done once it was handed in and no further attempt is granted. A pause holds before the last allowed attempt, and
    between any two where the rules say so; the longer one counts.

    Args:
        handed_in: whether any of the used attempts was handed in; what was given up completes nothing.
    """
    more = allowance or Allowance()
    when = within or Window(None, None)
    allowed = rules.attempts_allowed + more.attempts if rules.attempts_allowed else 0
    left = None if not allowed else max(allowed - used, 0)
    opens_at = _after_pause(rules, left, last_at, more) if used else None
    refusal = None
    if passed:
        refusal = Refusal.PASSED
    elif used and handed_in and rules.completes == HANDED_IN and allowed <= used:
        refusal = Refusal.DONE
    elif left == 0:
        refusal = Refusal.NONE_LEFT
    elif when.closes_at and now >= when.closes_at:
        refusal = Refusal.CLOSED
    elif when.opens_at and now < when.opens_at:
        refusal, opens_at = Refusal.NOT_OPEN, when.opens_at
    elif opens_at and now < opens_at:
        refusal = Refusal.PAUSE
    return Standing(used=used, allowed=allowed, left=left, opens_at=opens_at, refusal=refusal)


def _after_pause(rules: Rules, left: int | None, last_at: datetime | None, more: Allowance) -> datetime | None:
    hours = max(rules.pause_each_hours, rules.pause_hours if left == 1 else 0)
    return last_at + timedelta(hours=hours) if hours and last_at and not more.no_pause else None


def ends_at(rules: Rules, *, started_at: datetime, extra_minutes: int, closes_at: datetime | None) -> datetime | None:
    """Return when answering ends for an attempt: its time limit or the closing of the quiz, whichever comes first."""
    limit = started_at + timedelta(minutes=rules.minutes + extra_minutes) if rules.minutes else None
    return min((end for end in (limit, closes_at) if end), default=None)


def hand_in_until(rules: Rules, *, ends: datetime) -> datetime:
    """Return until when an attempt whose answering ends at `ends` may be handed in by its learner."""
    return ends + timedelta(minutes=rules.grace_minutes) if rules.overdue == GRACE else ends


class Phase(Enum):
    """Where an open attempt stands in time."""

    ANSWERING = "answering"
    HANDING_IN = "handing_in"
    TO_HAND_IN = "to_hand_in"
    TO_ABANDON = "to_abandon"


def phase(rules: Rules, *, ends: datetime | None, now: datetime) -> Phase:
    """Return what holds for an open attempt whose answering ends at `ends` (None = never).

    With "grace" there is some time to hand in what was saved; when that is over too, the attempt is given up. With
    "hand_in" what was saved is handed in as at the limit, whoever comes first, the learner or the sweep.
    """
    if ends is None or now < ends:
        return Phase.ANSWERING
    if rules.overdue == GRACE:
        return Phase.HANDING_IN if now < hand_in_until(rules, ends=ends) else Phase.TO_ABANDON
    return Phase.TO_ABANDON if rules.overdue == ABANDON else Phase.TO_HAND_IN
