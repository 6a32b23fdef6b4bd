"""Figures that are shown outside a group: a number under five could point at a person."""

from dataclasses import dataclass

#: Counts from 1 to one less than this are shown as "<5".
SMALLEST_SHOWN = 5
FEW = f"<{SMALLEST_SHOWN}"
HIDDEN = "–"


@dataclass(frozen=True)
class PublicFigures:
    """Figures of a group as text, safe to show to somebody who does not teach it."""

    members: str
    finished: str
    percent: str


def count_text(count: int) -> str:
    """Return a count, or "<5" in place of 1 to 4."""
    return FEW if 0 < count < SMALLEST_SHOWN else str(count)


def public_figures(*, members: int, finished: int, percent: int) -> PublicFigures:
    """Return what may be shown of a group. Of fewer than five members nothing but that is told.

    Where all but a few have finished, "almost all" would tell of the few: the exact count is hidden then, too.
    """
    if members < SMALLEST_SHOWN:
        return PublicFigures(members=count_text(members), finished=HIDDEN, percent=HIDDEN)
    rest = members - finished
    told = f">{members - SMALLEST_SHOWN}" if 0 < rest < SMALLEST_SHOWN else count_text(finished)
    return PublicFigures(members=str(members), finished=told, percent=f"{percent} %")
