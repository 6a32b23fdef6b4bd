"""Questions that behave otherwise in one language than in the others: probable faults of translation.

Groups of different ability would differ on every question, which says nothing of its wording. So a question is
compared among people who did equally well on the rest of their papers: lines of one slope are laid through the
responses of each language (share of the question over share of the rest), and it is compared how far the line of one
language lies above or below that of the others.
Discriminations are compared by Fisher's z. Where many questions are looked at, chance alone finds some: Holm's method
(1979) holds the whole list to one level.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import atanh, sqrt
from statistics import fmean

from .moments import correlation, covariance, two_sided, variance
from .papers import Held

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


def comparisons(held: Mapping[str, Sequence[Held]]) -> list[Comparison]:
    """Return every comparison that the questions of `papers.by_question` allow, the surest first."""
    found = [comparison for question, holding in held.items() for comparison in _compare(question, holding)]
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


def _compare(question: str, holding: Sequence[Held]) -> list[Comparison]:
    known = [
        (response.language, response.share, rest)
        for paper, response in holding
        if response.language and (rest := paper.rest_share(response)) is not None
    ]
    line = _line(known)
    compared = []
    for language in sorted({language for language, _share, _rest in known}):
        here = [(share, rest) for spoken, share, rest in known if spoken == language]
        there = [(share, rest) for spoken, share, rest in known if spoken != language]
        if len(here) >= LEAST and len(there) >= LEAST:
            compared += [
                _facility(question, language, here, there, line),
                *_discrimination(question, language, here, there),
            ]
    return compared


def _line(known: Sequence[tuple[str, float, float]]) -> float:
    """Return the common slope of shares over rests within the languages (0 where rests do not vary).

    Within, because a fault in one language would tilt a line through all of them.
    """
    shares: list[float] = []
    rests: list[float] = []
    for language in {language for language, _share, _rest in known}:
        group = [(share, rest) for spoken, share, rest in known if spoken == language]
        mean_share, mean_rest = fmean([share for share, _rest in group]), fmean([rest for _share, rest in group])
        shares += [share - mean_share for share, _rest in group]
        rests += [rest - mean_rest for _share, rest in group]
    spread = variance(rests)
    return (covariance(shares, rests) or 0.0) / spread if spread else 0.0


Pairs = Sequence[tuple[float, float]]


def _facility(question: str, language: str, here: Pairs, there: Pairs, slope: float) -> Comparison:
    above, others = ([share - slope * rest for share, rest in group] for group in (here, there))
    difference = fmean(above) - fmean(others)
    error = sqrt((variance(above) or 0.0) / len(above) + (variance(others) or 0.0) / len(others))
    probability = two_sided(difference / error) if error else (1.0 if not difference else 0.0)
    return Comparison(
        question=question,
        language=language,
        n=len(here),
        facility=fmean(share for share, _rest in here),
        elsewhere=fmean(share for share, _rest in there),
        difference=difference,
        error=error,
        probability=probability,
        what="facility",
    )


def _discrimination(question: str, language: str, here: Pairs, there: Pairs) -> list[Comparison]:
    r, other = (correlation(*zip(*group, strict=True)) for group in (here, there))
    if r is None or other is None or abs(r) == 1 or abs(other) == 1:
        return []
    z = (atanh(r) - atanh(other)) / sqrt(1 / (len(here) - 3) + 1 / (len(there) - 3))
    return [
        Comparison(
            question=question,
            language=language,
            n=len(here),
            facility=fmean(share for share, _rest in here),
            elsewhere=fmean(share for share, _rest in there),
            difference=r - other,
            error=None,
            probability=two_sided(z),
            what="discrimination",
        )
    ]
