"""Questions that behave otherwise in one language than in the others: probable faults of translation.

Groups of different ability would differ on every question, which says nothing of its wording. So a question is
compared among people who did equally well on the rest of their papers: one line is laid through all responses (share
of the question over share of the rest), and the languages are compared by how far they lie above or below it.
Discriminations are compared by Fisher's z. Where many questions are looked at, chance alone finds some: Holm's method
(1979) holds the whole list to one level.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import atanh, sqrt
from statistics import fmean

from .moments import correlation, covariance, two_sided, variance
from .papers import Held

LEVEL = 0.01
#: A language needs this many responses to be compared, and a difference must be this large to matter.
LEAST = 20
MATTERS = 0.15


@dataclass(frozen=True)
class Suspect:
    """A question that is probably mistranslated.

    Attributes:
        language: the one that stands apart.
        n: responses in it.
        facility, elsewhere: mean share in it and in the other languages.
        difference: how far it lies above (or, below 0, below) people of equal ability in the other languages.
        probability: of so large a difference by chance, after Holm's correction.
        what: "facility" or "discrimination".
    """

    question: str
    language: str
    n: int
    facility: float
    elsewhere: float
    difference: float
    probability: float
    what: str


def suspects(held: Mapping[str, Sequence[Held]]) -> list[Suspect]:
    """Return the questions of `papers.by_question` that stand apart in a language, the surest first."""
    found = [suspect for question, holding in held.items() for suspect in _compare(question, holding)]
    ranked = sorted(found, key=lambda suspect: suspect.probability)
    kept, highest = [], 0.0
    for place, suspect in enumerate(ranked):
        highest = max(highest, min(1.0, suspect.probability * (len(ranked) - place)))
        if highest <= LEVEL and abs(suspect.difference) >= MATTERS:
            kept.append(Suspect(**{**suspect.__dict__, "probability": highest}))
    return kept


def _compare(question: str, holding: Sequence[Held]) -> list[Suspect]:
    known = [
        (response.language, response.share, rest)
        for paper, response in holding
        if (rest := paper.rest_share(response)) is not None
    ]
    line = _line([share for _language, share, _rest in known], [rest for _language, _share, rest in known])
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


def _line(shares: Sequence[float], rests: Sequence[float]) -> float:
    """Return the slope of the least-squares line of shares over rests (0 where rests do not vary)."""
    spread = variance(rests)
    return (covariance(shares, rests) or 0.0) / spread if spread else 0.0


Pairs = Sequence[tuple[float, float]]


def _facility(question: str, language: str, here: Pairs, there: Pairs, slope: float) -> Suspect:
    above, others = ([share - slope * rest for share, rest in group] for group in (here, there))
    difference = fmean(above) - fmean(others)
    error = sqrt((variance(above) or 0.0) / len(above) + (variance(others) or 0.0) / len(others))
    probability = two_sided(difference / error) if error else (1.0 if not difference else 0.0)
    return Suspect(
        question=question,
        language=language,
        n=len(here),
        facility=fmean(share for share, _rest in here),
        elsewhere=fmean(share for share, _rest in there),
        difference=difference,
        probability=probability,
        what="facility",
    )


def _discrimination(question: str, language: str, here: Pairs, there: Pairs) -> list[Suspect]:
    r, other = (correlation(*zip(*group, strict=True)) for group in (here, there))
    if r is None or other is None or abs(r) == 1 or abs(other) == 1:
        return []
    z = (atanh(r) - atanh(other)) / sqrt(1 / (len(here) - 3) + 1 / (len(there) - 3))
    return [
        Suspect(
            question=question,
            language=language,
            n=len(here),
            facility=fmean(share for share, _rest in here),
            elsewhere=fmean(share for share, _rest in there),
            difference=r - other,
            probability=two_sided(z),
            what="discrimination",
        )
    ]
