"""Correcting a wrong key: which questions may be corrected, and what a sitting is judged by after it.

Only the key of a question is taken from the quiz as it stands now. Its points, whether it is critical, and every rule
of the quiz stay as they were when it was sat.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from quizzes.domain.kinds import ShortText
from quizzes.domain.spec import Question, QuizSpec


class Obstacle(StrEnum):
    """Why a question that differs cannot be judged anew."""

    OTHER_TYPE = "other_type"
    OTHER_PARTS = "other_parts"
    BY_HAND = "by_hand"
    NOT_SCORED = "not_scored"
    UNSOUND = "unsound"
    ANSWER_LOST = "answer_lost"


@dataclass(frozen=True)
class Differing:
    """A question whose key is another one now than when it was sat.

    Attributes:
        sat: as it was sat; the newest of several.
        now: as it stands.
        obstacle: why it cannot be judged anew; None = it can.
    """

    sat: Question
    now: Question
    obstacle: Obstacle | None


@dataclass(frozen=True)
class Outcome:
    """What an attempt came to: points and maximum in units of 1/scale of a point, passed, answers still waiting."""

    points: int
    maximum: int
    scale: int
    passed: bool
    waiting: int

    def alike(self, other: "Outcome") -> bool:
        """Tell whether a learner would see the same result."""
        return self._seen == other._seen

    @property
    def _seen(self) -> tuple[Fraction, Fraction, bool, int]:
        points, maximum = Fraction(self.points, self.scale), Fraction(self.maximum, self.scale)
        return points, maximum, self.passed, self.waiting


def differing(sat: Iterable[QuizSpec], now: QuizSpec) -> list[Differing]:
    """Return the questions whose key differs between what was sat and what stands now, in the order of now.

    Args:
        sat: the specs that scores were judged by, oldest first.
        now: the spec of the quiz as it stands.
    """
    found: dict[str, Differing] = {}
    for spec in sat:
        earlier = {question.id: question for question in spec.questions}
        for question in now.questions:
            before = earlier.get(question.id)
            if before is not None and before.kind != question.kind:
                obstacle = obstacle_of(before, question)
                known = found.get(question.id)
                # One sitting that does not fit is enough to say so.
                kept = known.obstacle if known and known.obstacle else obstacle
                found[question.id] = Differing(before, question, kept)
    return [found[question.id] for question in now.questions if question.id in found]


def obstacle_of(sat: Question, now: Question) -> Obstacle | None:
    """Return why answers to a question as it was sat cannot be judged by it as it stands, or None."""
    if sat.type != now.type:
        return Obstacle.OTHER_TYPE
    if not now.kind.scored:
        return Obstacle.NOT_SCORED
    if now.kind.by_hand:
        return Obstacle.BY_HAND
    if next(now.kind.faults(), None) is not None:
        return Obstacle.UNSOUND
    # What a short text accepts is no part that anybody saw; everything else was on the learner's screen.
    if not isinstance(now.kind, ShortText) and set(sat.kind.parts) != set(now.kind.parts):
        return Obstacle.OTHER_PARTS
    return None


def corrected(sat: QuizSpec, now: QuizSpec, questions: Collection[str]) -> QuizSpec:
    """Return what was sat with the keys of some questions as they stand now; all else stays as it was sat."""
    keys: Mapping[str, Question] = {question.id: question for question in now.questions if question.id in questions}
    return replace(
        sat,
        questions=tuple(
            replace(question, kind=keys[question.id].kind) if question.id in keys else question
            for question in sat.questions
        ),
    )
