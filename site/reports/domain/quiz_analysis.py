"""What the results of a whole quiz tell: their spread, and how far they can be relied on."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import sqrt
from statistics import fmean, median

from .item_analysis import FEW
from .moments import Sums, variance
from .papers import Paper

#: Bars of the distribution: tenths of the whole.
BARS = 10


@dataclass(frozen=True)
class FormFigures:
    """One fixed form: everybody on it had the same questions as they read then. Mean and error are shares."""

    n: int
    questions: int
    mean: float
    alpha: float | None
    error: float | None


@dataclass(frozen=True)
class QuizFigures:
    """Figures of a quiz; shares from 0 to 1.

    Attributes:
        n: papers; `few` below 30.
        distribution: papers in each tenth, from 0–10 % to 90–100 %.
        mean, middle, spread: mean, median and standard deviation of the results.
        alpha: Cronbach's alpha; None where it cannot be told (`alpha_from` says what it rests on).
        error: standard error of measurement of one result, spread × √(1 − alpha).
        alpha_from: "form" (everybody had the same questions), "pairs" (papers differ: from pairs of questions that at
            least 30 people met) or "".
        forms: where papers differ, the fixed forms that at least 30 people sat, most sat first.
    """

    n: int
    few: bool
    distribution: tuple[int, ...]
    mean: float | None
    middle: float | None
    spread: float | None
    alpha: float | None
    error: float | None
    alpha_from: str
    forms: tuple[FormFigures, ...] = ()


def quiz_figures(papers: Sequence[Paper]) -> QuizFigures:
    """Return the figures over these papers."""
    results = [paper.share for paper in papers]
    bars = [0] * BARS
    for result in results:
        bars[min(int(result * BARS), BARS - 1)] += 1
    deviation = _deviation(results)
    alpha, rests_on = reliability(papers)
    return QuizFigures(
        n=len(papers),
        few=len(papers) < FEW,
        distribution=tuple(bars),
        mean=fmean(results) if results else None,
        middle=median(results) if results else None,
        spread=deviation,
        alpha=alpha,
        error=_error(alpha, deviation),
        alpha_from=rests_on,
        forms=() if rests_on == "form" else _forms(papers),
    )


def _deviation(results: Sequence[float]) -> float | None:
    spread = variance(results)
    return None if spread is None else sqrt(spread)


def _error(alpha: float | None, deviation: float | None) -> float | None:
    return None if alpha is None or deviation is None else deviation * sqrt(max(0.0, 1 - alpha))


def _forms(papers: Sequence[Paper]) -> tuple[FormFigures, ...]:
    same: dict[frozenset[str], list[Paper]] = {}
    for paper in papers:
        same.setdefault(paper.asked, []).append(paper)
    found = []
    for asked, group in same.items():
        if len(group) >= FEW:
            results = [paper.share for paper in group]
            alpha = _of_a_form(group)
            found.append(
                FormFigures(len(group), len(asked), fmean(results), alpha, _error(alpha, _deviation(results)))
            )
    return tuple(sorted(found, key=lambda form: -form.n))


def reliability(papers: Sequence[Paper]) -> tuple[float | None, str]:
    """Return Cronbach's alpha and what it rests on (see `QuizFigures`)."""
    if len({paper.asked for paper in papers}) == 1:
        return _of_a_form(papers), "form"
    alpha = _from_pairs(papers)
    return alpha, "pairs" if alpha is not None else ""


def _of_a_form(papers: Sequence[Paper]) -> float | None:
    """Return k/(k − 1) · (1 − Σ var(question) / var(sum)), in points."""
    questions = sorted(papers[0].asked)
    columns = _columns(papers)
    whole = variance([paper.earned for paper in papers])
    if len(questions) < 2 or not whole:
        return None
    parts = [variance(list(columns[question].values())) or 0.0 for question in questions]
    k = len(questions)
    return k / (k - 1) * (1 - sum(parts) / whole)


def _from_pairs(papers: Sequence[Paper]) -> float | None:
    """Return alpha for a paper of mean length from mean variance and mean covariance of the questions.

    Only pairs that at least `FEW` people met count, and only if they are half of all pairs that were met.
    """
    masks = [_Mask.of(column) for _question, column in sorted(_columns(papers).items())]
    pairs = []
    possible = 0
    for one, other in combinations(masks, 2):
        met = (one.asked & other.asked).bit_count()
        possible += bool(met)
        if met >= FEW:
            pairs.append(one.beside(other, met).cov or 0.0)
    own = [mask.alone().var_x or 0.0 for mask in masks if mask.asked.bit_count() >= FEW]
    length = fmean([len(paper.responses) for paper in papers]) if papers else 0
    if not pairs or len(pairs) * 2 < possible or not own or length < 2:
        return None
    shared, single = fmean(pairs), fmean(own)
    below = single + (length - 1) * shared
    return length * shared / below if below else None


@dataclass(frozen=True)
class _Mask:
    """A question as sets of papers, each a number with a bit for every paper: which asked it, and which earned what.

    There are thousands of pairs of questions, and a question brings few different sums of points: counting bits takes
    a hundredth of the time of walking through the papers of each pair.
    """

    asked: int
    earned: tuple[tuple[float, int], ...]

    @classmethod
    def of(cls, column: dict[int, float]) -> "_Mask":
        """Return the sets behind {number of the paper: points earned}."""
        papers: dict[float, list[int]] = {}
        for number, points in column.items():
            papers.setdefault(points, []).append(number)
        sets = {points: _bits(numbers) for points, numbers in papers.items()}
        return cls(sum(sets.values()), tuple((points, bits) for points, bits in sets.items() if points))

    def beside(self, other: "_Mask", met: int) -> Sums:
        """Return the sums over the papers that asked both, which are `met`; without the squares."""
        return Sums(
            met,
            x=sum(points * (bits & other.asked).bit_count() for points, bits in self.earned),
            y=sum(points * (bits & self.asked).bit_count() for points, bits in other.earned),
            xy=sum(
                mine * theirs * (bits & others).bit_count()
                for mine, bits in self.earned
                for theirs, others in other.earned
            ),
        )

    def alone(self) -> Sums:
        """Return the sums over the papers that asked it, as x."""
        return Sums(
            self.asked.bit_count(),
            x=sum(points * bits.bit_count() for points, bits in self.earned),
            xx=sum(points * points * bits.bit_count() for points, bits in self.earned),
        )


def _bits(numbers: Sequence[int]) -> int:
    """Return the number in which these bits are set."""
    row = bytearray(max(numbers) // 8 + 1)
    for number in numbers:
        row[number // 8] |= 1 << number % 8
    return int.from_bytes(row, "little")


def _columns(papers: Sequence[Paper]) -> dict[str, dict[int, float]]:
    """Return {question: {number of the paper: points earned}}."""
    columns: dict[str, dict[int, float]] = {}
    for number, paper in enumerate(papers):
        for response in paper.responses:
            columns.setdefault(response.question, {})[number] = response.share * response.points
    return columns
