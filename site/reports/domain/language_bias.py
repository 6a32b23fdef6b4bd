"""Questions that behave otherwise in one language than in the others: probable faults of translation.

Groups of different ability would differ on every question, which says nothing of its wording. So a question is
compared among people who did equally well on the rest of their papers: lines of one slope are laid through the
responses of each language (share of the question over share of the rest), and it is compared how far the line of one
language lies above or below that of the others.
Discriminations are compared by Fisher's z. Where many questions are looked at, chance alone finds some: Holm's method
(1979) holds the whole list to one level.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from math import atanh, sqrt

from .moments import Sums, two_sided
from .papers import Column

LEVEL = 0.01
#: A language needs this many responses to be compared, and a difference must be this large to matter.
LEAST = 20
MATTERS = 0.15


@dataclass(frozen=True)
class Comparison:
    """A question in one language against all its other languages.

    Attributes:
        language: the one that is compared.
        n: responses in it.
        facility, elsewhere: mean share in it and in the other languages.
        difference: how far it lies above (or, below 0, below) people of equal ability in the other languages; of
            discriminations, the difference of the two correlations.
        error: standard error of a difference of facilities; None for discriminations, which are compared as z.
        probability: of so large a difference by chance, after Holm's correction over the whole list.
        what: "facility" or "discrimination".
    """

    question: str
    language: str
    n: int
    facility: float
    elsewhere: float
    difference: float
    error: float | None
    probability: float
    what: str

    @property
    def matters(self) -> bool:
        """Whether the question is probably mistranslated: hardly chance, and large enough to matter."""
        return self.probability <= LEVEL and abs(self.difference) >= MATTERS


def comparisons(columns: Mapping[str, Column]) -> list[Comparison]:
    """Return every comparison that the questions of `papers.by_question` allow, the surest first."""
    found = [comparison for question, column in columns.items() for comparison in _compare(question, column)]
    ranked = sorted(found, key=lambda comparison: comparison.probability)
    corrected, highest = [], 0.0
    for place, comparison in enumerate(ranked):
        highest = max(highest, min(1.0, comparison.probability * (len(ranked) - place)))
        corrected.append(replace(comparison, probability=highest))
    return corrected


def suspects(compared: Iterable[Comparison], source: str) -> dict[str, Comparison]:
    """Return {question: the comparison that shows a probable fault of translation}, of `comparisons`.

    Where a question stands apart in the source language as well as in another one, the other one is named: of two
    languages each stands apart from the other, and it is translations that go wrong.
    """
    found: dict[str, Comparison] = {}
    for comparison in compared:
        if comparison.matters:
            before = found.get(comparison.question)
            if before is None or (before.language == source and comparison.language != source):
                found[comparison.question] = comparison
    return found


def _compare(question: str, column: Column) -> list[Comparison]:
    spoken = {language: Sums.of(*values) for language, values in column.by_language.items()}
    slope = _slope(spoken.values())
    compared = []
    for language in sorted(spoken):
        here = spoken[language]
        there = sum((sums for other, sums in spoken.items() if other != language), Sums())
        if here.n >= LEAST and there.n >= LEAST:
            compared += [
                _facility(question, language, here, there, slope),
                *_discrimination(question, language, here, there),
            ]
    return compared


def _slope(groups: Iterable[Sums]) -> float:
    """Return the common slope of shares over rests within the languages (0 where rests do not vary).

    Within, because a fault in one language would tilt a line through all of them.
    """
    together = spread = 0.0
    for sums in groups:
        together += (sums.cov or 0.0) * (sums.n - 1)
        spread += (sums.var_y or 0.0) * (sums.n - 1)
    return together / spread if spread else 0.0


def _facility(question: str, language: str, here: Sums, there: Sums, slope: float) -> Comparison:
    difference = _height(here, slope) - _height(there, slope)
    error = sqrt(_scatter(here, slope) / here.n + _scatter(there, slope) / there.n)
    probability = two_sided(difference / error) if error else (1.0 if not difference else 0.0)
    return Comparison(
        question=question,
        language=language,
        n=here.n,
        facility=here.mean_x,
        elsewhere=there.mean_x,
        difference=difference,
        error=error,
        probability=probability,
        what="facility",
    )


def _height(sums: Sums, slope: float) -> float:
    """Return where a line of this slope through the responses stands: the mean share less what the rests explain."""
    return sums.mean_x - slope * sums.mean_y


def _scatter(sums: Sums, slope: float) -> float:
    """Return the variance of the responses about that line."""
    spread, both, explained = sums.var_x or 0.0, sums.cov or 0.0, sums.var_y or 0.0
    return max(0.0, spread - 2 * slope * both + slope * slope * explained)


def _discrimination(question: str, language: str, here: Sums, there: Sums) -> list[Comparison]:
    r, other = here.r, there.r
    if r is None or other is None or abs(r) == 1 or abs(other) == 1:
        return []
    z = (atanh(r) - atanh(other)) / sqrt(1 / (here.n - 3) + 1 / (there.n - 3))
    return [
        Comparison(
            question=question,
            language=language,
            n=here.n,
            facility=here.mean_x,
            elsewhere=there.mean_x,
            difference=r - other,
            error=None,
            probability=two_sided(z),
            what="discrimination",
        )
    ]
