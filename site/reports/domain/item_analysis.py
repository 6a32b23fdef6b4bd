"""What each question of a quiz tells about those who met it (classical test theory)."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from statistics import fmean

from .moments import correlation, covariance, standard_error_of_correlation, standard_error_of_mean, variance
from .papers import Held, Paper

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


def item_figures(question: str, holding: Sequence[Held], options: Sequence[str] = ()) -> ItemFigures:
    """Return the figures of one question over the papers that hold it (`papers.by_question`)."""
    shares = [response.share for _paper, response in holding]
    rests = [(response.share, paper.rest_share(response)) for paper, response in holding]
    known = [(share, rest) for share, rest in rests if rest is not None]
    r = correlation([share for share, _rest in known], [rest for _share, rest in known])
    times = [response.seconds for _paper, response in holding if response.seconds is not None]
    return ItemFigures(
        question=question,
        n=len(holding),
        few=len(holding) < FEW,
        facility=fmean(shares) if shares else None,
        facility_error=standard_error_of_mean(shares),
        discrimination=r,
        discrimination_error=standard_error_of_correlation(r, len(known)),
        weight=_weight([paper for paper, _response in holding], question),
        intended_weight=fmean(r.points / p.worth for p, r in holding if p.worth) if _worth(holding) else None,
        seconds=fmean(times) if times else None,
        options=_chosen(holding, options),
    )


def _worth(holding: Sequence[Held]) -> bool:
    return any(paper.worth for paper, _response in holding)


def _weight(papers: Sequence[Paper], question: str) -> float | None:
    """Return cov(part of the result that the question brought, result) / var(result)."""
    results = [paper.share for paper in papers]
    spread = variance(results)
    if not spread:
        return None
    parts = [
        sum(r.share * r.points for r in paper.responses if r.question == question) / paper.worth for paper in papers
    ]
    both = covariance(parts, results)
    return None if both is None else both / spread


def _chosen(holding: Sequence[Held], options: Sequence[str]) -> tuple[ChosenOption, ...]:
    if not options or not holding:
        return ()
    # Those with equal results stand in the order of their papers, which has nothing to do with what they chose.
    by_result = sorted(holding, key=lambda pair: pair[0].share)
    tail = max(1, ceil(len(by_result) * TAIL))
    groups = (by_result, by_result[-tail:], by_result[:tail])
    return tuple(ChosenOption(option, *(_share_of(option, group) for group in groups)) for option in options)


def _share_of(option: str, group: Sequence[Held]) -> float:
    return sum(option in response.chosen for _paper, response in group) / len(group)
