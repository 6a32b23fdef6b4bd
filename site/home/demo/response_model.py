"""How simulated people answer: the two-parameter logistic model of item response theory, with a floor for guessing.

    P(right) = guess + (1 − guess) / (1 + exp(−slope · (ability − difficulty)))

Abilities are normal with mean 0 and deviation 1, the same in every language. A fault of translation is a question that
in one language everybody answers right with one probability, whatever their ability. Pure and seeded: the same seed
simulates the same sittings everywhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp
from random import Random
from statistics import NormalDist, fmean

#: Points of the normal distribution over which a facility is reckoned.
_STEPS = 400


@dataclass(frozen=True)
class SimulatedItem:
    """A question: `difficulty` on the scale of abilities (0 = middling), `slope` and `guess` as in the formula."""

    question: str
    difficulty: float
    slope: float = 1.2
    guess: float = 0.0

    def chance(self, ability: float) -> float:
        """Return the probability of a right answer."""
        return self.guess + (1 - self.guess) / (1 + exp(-self.slope * (ability - self.difficulty)))

    def facility(self) -> float:
        """Return the share of right answers over all abilities."""
        ability = NormalDist()
        return fmean(self.chance(ability.inv_cdf((step + 0.5) / _STEPS)) for step in range(_STEPS))


@dataclass(frozen=True)
class Fault:
    """A planted fault: whoever reads `question` in `language` answers it right with this probability only."""

    question: str
    language: str
    chance: float


@dataclass(frozen=True)
class SimulatedSitting:
    """One sitting: whose (a number), which try, in what language, {question: right?} and {question: seconds}."""

    person: int
    number: int
    language: str
    right: dict[str, bool]
    seconds: dict[str, int]


def simulate(
    items: Sequence[SimulatedItem],
    *,
    people: int,
    again: int,
    languages: dict[str, float],
    fault: Fault | None,
    seed: int,
) -> list[SimulatedSitting]:
    """Return `people` first sittings, and second ones of the first `again` people, who have learned a little since.

    Args:
        languages: {language: share of people who read it}; shares add up to 1.
        seed: decides everything.
    """
    dice = Random(seed)  # noqa: S311 - a simulation, not a secret
    speakers = [dice.choices(list(languages), list(languages.values()))[0] for _person in range(people)]
    abilities = [dice.gauss(0, 1) for _person in range(people)]
    tries = [(person, 1, 0.0) for person in range(people)] + [(person, 2, 0.5) for person in range(again)]
    return [
        _sit(items, person, number, speakers[person], abilities[person] + gain, fault, dice)
        for person, number, gain in tries
    ]


def _sit(
    items: Sequence[SimulatedItem],
    person: int,
    number: int,
    language: str,
    ability: float,
    fault: Fault | None,
    dice: Random,
) -> SimulatedSitting:
    right, seconds = {}, {}
    for item in items:
        faulty = fault is not None and (fault.question, fault.language) == (item.question, language)
        chance = fault.chance if fault and faulty else item.chance(ability)
        right[item.question] = dice.random() < chance
        # Harder questions take longer; nobody answers in no time.
        seconds[item.question] = max(5, round(dice.gauss(45 + 12 * item.difficulty, 12)))
    return SimulatedSitting(person, number, language, right, seconds)
