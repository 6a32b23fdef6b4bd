"""What people or groups are allowed beyond a quiz's rules. Where several hold, the most generous wins."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Allowance:
    """More than the rules give; what is 0 or None changes nothing.

    Attributes:
        minutes: added to the time limit.
        attempts: added to the attempts allowed.
        no_pause: pauses between attempts do not hold.
        opens_at, closes_at: instead of the quiz's own.
    """

    minutes: int = 0
    attempts: int = 0
    no_pause: bool = False
    opens_at: datetime | None = None
    closes_at: datetime | None = None


NOTHING_MORE = Allowance()


@dataclass(frozen=True)
class Window:
    """When a quiz may be begun and until when it may be answered; None = no bound."""

    opens_at: datetime | None
    closes_at: datetime | None


def most_generous(allowances: Iterable[Allowance]) -> Allowance:
    """Return the best of several allowances, each value on its own."""
    given = list(allowances)
    return Allowance(
        minutes=max((one.minutes for one in given), default=0),
        attempts=max((one.attempts for one in given), default=0),
        no_pause=any(one.no_pause for one in given),
        opens_at=min((one.opens_at for one in given if one.opens_at), default=None),
        closes_at=max((one.closes_at for one in given if one.closes_at), default=None),
    )


def window(opens_at: datetime | None, closes_at: datetime | None, allowance: Allowance) -> Window:
    """Return when a person may sit a quiz: an allowance may open earlier and close later, never the other way."""
    opens = min(opens_at, allowance.opens_at) if opens_at and allowance.opens_at else opens_at
    closes = max(closes_at, allowance.closes_at) if closes_at and allowance.closes_at else closes_at
    return Window(opens, closes)


def more_than(now: Allowance, before: Allowance) -> Allowance:
    """Return what `now` gives beyond `before`: minutes and attempts are differences, never below 0."""
    return Allowance(
        minutes=max(now.minutes - before.minutes, 0),
        attempts=max(now.attempts - before.attempts, 0),
        no_pause=now.no_pause,
        opens_at=now.opens_at,
        closes_at=now.closes_at,
    )


def unlocking(*, allowed: int, used: int, given: Allowance) -> Allowance:
    """Return what lets somebody try once more, at once: the least that gives an attempt beyond those used.

    Of several allowances the most generous one holds, so what is given already is counted in.

    Args:
        allowed: attempts by the quiz's own rules, 0 = no limit.
        used: attempts used so far.
        given: what holds for the person already.
    """
    attempts = max(given.attempts, used - allowed) + 1 if allowed else 0
    return Allowance(attempts=attempts, no_pause=True)
