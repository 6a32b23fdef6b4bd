"""What a trainer should look at first. Pure rules over a group's figures."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

#: Somebody without a step done for so long is stuck.
STUCK_AFTER = timedelta(days=7)
#: A group that ends within this time is ending.
ENDING_WITHIN = timedelta(days=7)


class Need(StrEnum):
    """A reason to look at a group, the most pressing first."""

    OVERDUE = "overdue"
    ENDING = "ending"
    STUCK = "stuck"
    WAITING = "waiting"
    NOBODY = "nobody"


@dataclass(frozen=True)
class GroupFigures:
    """Where a group stands.

    Attributes:
        members: people in the group now.
        finished: of them, those who completed the course (or every course of the programme).
        not_started: of them, those without a step done.
        stuck: not finished and without a step done for seven days, counted from joining and from the first day.
        percent: mean share of steps done, 0 to 100, rounded down.
        waiting: invited addresses that have not joined.
    """

    members: int = 0
    finished: int = 0
    not_started: int = 0
    stuck: int = 0
    percent: int = 0
    waiting: int = 0


def needs(figures: GroupFigures, *, starts_on: date, ends_on: date, today: date) -> tuple[tuple[Need, int], ...]:
    """Return (need, how many people) for a group on a day; an ended group only tells who did not finish."""
    unfinished = figures.members - figures.finished
    if today > ends_on:
        return ((Need.OVERDUE, unfinished),) if unfinished else ()
    found = []
    if unfinished and ends_on - today <= ENDING_WITHIN:
        found.append((Need.ENDING, unfinished))
    if figures.stuck:
        found.append((Need.STUCK, figures.stuck))
    if figures.waiting:
        found.append((Need.WAITING, figures.waiting))
    if not figures.members and not figures.waiting:
        found.append((Need.NOBODY, 0))
    return tuple(found)
