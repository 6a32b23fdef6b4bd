"""Judging: from chosen options to points. Worked through in docs/scoring.md, which a test compares with this code.

Reckoned in exact fractions; what is stored are integers in units of 1/scale of a point.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from .spec import MULTIPLE, PER_OPTION, Question, QuizSpec

#: Version of these rules; stored with every score.
RULES = "1"

RIGHT, PARTLY, WRONG, UNANSWERED = "right", "partly", "wrong", "unanswered"


class BadAnswer(ValueError):
    """An answer that the question cannot have; nothing of it is kept."""


@dataclass(frozen=True)
class QuestionResult:
    """What one question brought: points and maximum in units of 1/scale of a point, and the outcome in a word."""

    question: str
    points: int
    maximum: int
    outcome: str


@dataclass(frozen=True)
class Judgement:
    """What a whole quiz brought.

    Attributes:
        rules: version of the rules.
        scale: one point is this many units.
        points, maximum: sums in units.
        passed: reached the pass mark, and every critical question is fully right.
        critical_missed: ids of critical questions that are not fully right.
        questions: one result for each question of the spec, in its order.
    """

    rules: str
    scale: int
    points: int
    maximum: int
    passed: bool
    critical_missed: tuple[str, ...]
    questions: tuple[QuestionResult, ...]


def clean_answer(question: Question, chosen: Collection[str]) -> tuple[str, ...]:
    """Return the chosen option ids once each, in the editor's order; empty means unanswered.

    Raises:
        BadAnswer: for an id the question does not have, or several ids where one may be chosen.
    """
    ids = [option.id for option in question.choices]
    wanted = set(chosen)
    if not wanted.issubset(ids):
        raise BadAnswer("unknown option")
    if len(wanted) > 1 and not question.takes_several:
        raise BadAnswer("several options where one may be chosen")
    return tuple(option for option in ids if option in wanted)


def share(question: Question, chosen: Collection[str]) -> Fraction:
    """Return what part of the question's points the chosen options bring, from 0 to 1."""
    answer = frozenset(clean_answer(question, chosen))
    if not answer:
        return Fraction(0)
    if question.type == MULTIPLE and question.scoring == PER_OPTION:
        hits, misses = len(answer & question.right), len(answer - question.right)
        return max(Fraction(hits - misses, len(question.right)), Fraction(0))
    return Fraction(answer == question.right)


def scale_of(spec: QuizSpec) -> int:
    """Return how many units make one point: the least common multiple of the counts of right options."""
    return lcm(
        *(
            len(question.right)
            for question in spec.questions
            if question.type == MULTIPLE and question.scoring == PER_OPTION
        )
    )


def judge(spec: QuizSpec, answers: Mapping[str, Collection[str]]) -> Judgement:
    """Judge the answers `{question id: option ids}` by the spec. A question without an answer brings nothing.

    Raises:
        BadAnswer: for a question or an option that the quiz does not have.
    """
    if not set(answers).issubset(question.id for question in spec.questions):
        raise BadAnswer("unknown question")
    scale = scale_of(spec)
    results = tuple(_result(question, answers.get(question.id, ()), scale) for question in spec.questions)
    points = sum(result.points for result in results)
    maximum = sum(result.maximum for result in results)
    critical = {question.id for question in spec.questions if question.critical}
    missed = tuple(result.question for result in results if result.question in critical and result.outcome != RIGHT)
    return Judgement(
        rules=RULES,
        scale=scale,
        points=points,
        maximum=maximum,
        passed=reaches(points, maximum, spec.pass_percent) and not missed,
        critical_missed=missed,
        questions=results,
    )


def reaches(points: int, maximum: int, percent: int) -> bool:
    """Tell whether points are at least `percent` hundredths of the maximum, without rounding."""
    return maximum > 0 and Fraction(points, maximum) >= Fraction(percent, 100)


def whole_percent(points: int, maximum: int) -> int:
    """Return the percentage to show, rounded down, so that it never looks like a pass that it is not."""
    return points * 100 // maximum if maximum else 0


def _result(question: Question, chosen: Collection[str], scale: int) -> QuestionResult:
    part = share(question, chosen)
    units = part * question.points * scale
    if units.denominator != 1:
        raise ArithmeticError(f"{question.id}: {part} of {question.points} has no whole units of 1/{scale}")
    if not chosen:
        outcome = UNANSWERED
    else:
        outcome = RIGHT if part == 1 else PARTLY if part else WRONG
    return QuestionResult(question.id, int(units), question.points * scale, outcome)
