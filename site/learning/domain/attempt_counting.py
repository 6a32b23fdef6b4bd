"""Which of several attempts counts. Worked through in docs/scoring.md, which a test compares with this code."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from quizzes.domain.judging import reaches
from quizzes.domain.rules import AVERAGE, FIRST, LAST


@dataclass(frozen=True)
class Sat:
    """What one handed-in attempt came to, in units of 1/scale of a point.

    Attributes:
        safe: whether its critical questions reached their own mark.
    """

    points: int
    maximum: int
    scale: int
    passed: bool
    safe: bool = True


@dataclass(frozen=True)
class Counted:
    """What a quiz came to for a person, in units of 1/scale of a point."""

    points: int
    maximum: int
    scale: int
    passed: bool


def counted(attempts: Sequence[Sat], *, counts: str, pass_percent: int) -> Counted:
    """Return what several attempts come to. Attempts that were not handed in are not among them.

    The best is the best one that passed, where one did. An average passes when it reaches the mark and the critical
    questions of the last attempt reached theirs: a mistake about somebody's safety can be made good, and must be.

    Args:
        attempts: at least one, in the order in which they were begun.
        counts: one of `quizzes.domain.rules.COUNTS`.
        pass_percent: the mark for an average; other attempts know for themselves whether they passed.
    """
    if counts == AVERAGE:
        return _average(attempts, pass_percent)
    if counts == FIRST:
        return _as_it_is(attempts[0])
    if counts == LAST:
        return _as_it_is(attempts[-1])
    return _as_it_is(max(attempts, key=lambda sat: (sat.passed, _share(sat))))


def _as_it_is(sat: Sat) -> Counted:
    return Counted(sat.points, sat.maximum, sat.scale, sat.passed)


def _average(attempts: Sequence[Sat], pass_percent: int) -> Counted:
    """Return the mean of the shares, written as points of what the last attempt could bring."""
    last = attempts[-1]
    share = sum((_share(sat) for sat in attempts), Fraction(0)) / len(attempts)
    maximum = Fraction(last.maximum, last.scale)
    points = share * maximum
    scale = lcm(points.denominator, maximum.denominator)
    whole, most = int(points * scale), int(maximum * scale)
    return Counted(whole, most, scale, last.safe and reaches(whole, most, pass_percent))


def _share(sat: Sat) -> Fraction:
    return Fraction(sat.points, sat.maximum) if sat.maximum else Fraction(0)
