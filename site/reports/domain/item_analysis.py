"""What each question of a quiz tells about those who met it (classical test theory)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from statistics import fmean

from .moments import Sums
from .papers import Column

#: Below this many papers a figure is shown with the remark that it rests on few.
FEW = 30
#: Strong and weak learners: the upper and lower 27 % of papers (Kelley 1939).
TAIL = 0.27


@dataclass(frozen=True)
class ChosenOption:
    """How often an option was chosen: by all, by the strong, by the weak; shares from 0 to 1."""

    option: str
    share: float
    strong: float
    weak: float


@dataclass(frozen=True)
class ItemFigures:
    """Figures of one question.

    Attributes:
        n: papers that hold it.
        few: whether that is below `FEW`.
        facility: mean share; None for nobody.
        facility_error: its standard error.
        discrimination: correlation of the question's share with the share scored on the rest of the same paper.
        discrimination_error: its standard error.
        weight: part of the variance of all results that comes from this question; intended is points over worth.
        intended_weight: mean of its points over the worth of the papers that hold it.
        seconds: mean time, where it is known.
        options: for questions with options.
    """

    question: str
    n: int
    few: bool
    facility: float | None
    facility_error: float | None
    discrimination: float | None
    discrimination_error: float | None
    weight: float | None
    intended_weight: float | None
    seconds: float | None
    options: tuple[ChosenOption, ...]


def item_figures(question: str, column: Column, options: Sequence[str] = ()) -> ItemFigures:
    """Return the figures of one question over the papers that hold it (`papers.by_question`)."""
    n = len(column.shares)
    rests = [rest for rest in column.rests if rest is not None]
    shares = [share for share, rest in zip(column.shares, column.rests, strict=True) if rest is not None]
    beside = Sums.of(shares, rests)
    alone = Sums.of(column.shares, column.shares)
    part = Sums.of(column.parts, column.results)
    times = [seconds for seconds in column.seconds if seconds is not None]
    return ItemFigures(
        question=question,
        n=n,
        few=n < FEW,
        facility=alone.mean_x if n else None,
        facility_error=alone.error_x,
        discrimination=beside.r,
        discrimination_error=beside.error_r,
        # What varies with the result is the question's part in how results differ.
        weight=None if not part.var_y or part.cov is None else part.cov / part.var_y,
        intended_weight=fmean(column.weights) if n else None,
        seconds=fmean(times) if times else None,
        options=_chosen(column, options) if n else (),
    )


def _chosen(column: Column, options: Sequence[str]) -> tuple[ChosenOption, ...]:
    if not options:
        return ()
    # Those with equal results stand in the order of their papers, which has nothing to do with what they chose.
    by_result = sorted(range(len(column.results)), key=column.results.__getitem__)
    tail = max(1, ceil(len(by_result) * TAIL))
    counts = []
    for group in (by_result, by_result[-tail:], by_result[:tail]):
        count: Counter[str] = Counter()
        # Many chose the same, so whole answers are counted first.
        for chosen, times in Counter(map(column.chosen.__getitem__, group)).items():
            count.update(dict.fromkeys(chosen, times))
        counts.append((count, len(group)))
    return tuple(ChosenOption(option, *(count[option] / size for count, size in counts)) for option in options)
