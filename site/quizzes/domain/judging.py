"""Judging: from answers to points. Worked through in docs/scoring.md, which a test compares with this code.

Reckoned in exact fractions; what is stored are integers in units of 1/scale of a point.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from .answers import UNKNOWN, Answer, BadAnswer
from .kinds import Scenario
from .spec import Question, QuizSpec

#: Version of these rules; stored with every score.
RULES = "2"

RIGHT, PARTLY, WRONG, UNANSWERED = "right", "partly", "wrong", "unanswered"
#: A trainer has not marked it yet; nobody judges it.
WAITING, NOTED = "waiting", "noted"


@dataclass(frozen=True)
class QuestionResult:
    """What one question brought: points and maximum in units of 1/scale of a point, and the outcome in a word."""

    question: str
    points: int
    maximum: int
    outcome: str


@dataclass(frozen=True)
class Judgement:
    """What a whole attempt brought.

    Attributes:
        rules: version of the rules.
        scale: one point is this many units.
        points, maximum: sums in units.
        passed: reached the pass mark, and the mark for critical questions.
        critical_missed: ids of critical questions that are not fully right.
        waiting: ids of questions that a trainer has yet to mark; until then they bring nothing.
        questions: one result for each question asked, in the order of the spec.
    """

    rules: str
    scale: int
    points: int
    maximum: int
    passed: bool
    critical_missed: tuple[str, ...]
    waiting: tuple[str, ...]
    questions: tuple[QuestionResult, ...]


def clean_answer(question: Question, answer: Answer) -> Answer:
    """Return an answer as it is stored; empty means unanswered.

    Raises:
        BadAnswer: for what the question cannot be answered with.
    """
    return question.kind.clean(answer)


def share(question: Question, answer: Answer, *, mark: Fraction | None = None) -> Fraction:
    """Return what part of the question's points an answer brings, from 0 to 1.

    In a critical case an ending that fails, or none at all, brings nothing, whatever was gained on the way.

    Args:
        mark: a trainer's mark, which counts instead.

    Raises:
        BadAnswer: for what the question cannot be answered with.
    """
    cleaned = clean_answer(question, answer)
    if not cleaned:
        return Fraction(0)
    if mark is not None:
        return mark
    if question.critical and isinstance(question.kind, Scenario) and question.kind.has_failed(cleaned):
        return Fraction(0)
    return question.kind.share(cleaned)


def judge(
    spec: QuizSpec,
    answers: Mapping[str, Answer],
    *,
    asked: Collection[str] | None = None,
    marks: Mapping[str, Fraction] | None = None,
) -> Judgement:
    """Judge the answers `{question id: answer}`. A question without an answer brings nothing.

    Args:
        asked: ids of the questions that the attempt showed; None = all of the spec.
        marks: {question id: share from 0 to 1} that trainers have given.

    Raises:
        BadAnswer: for a question that was not asked, or an answer that it cannot have.
    """
    questions = [question for question in spec.questions if asked is None or question.id in asked]
    if not set(answers).issubset(question.id for question in questions):
        raise BadAnswer(UNKNOWN)
    given = marks or {}
    scale = scale_of(questions, given)
    results = tuple(
        _result(question, answers.get(question.id, ()), scale, given.get(question.id)) for question in questions
    )
    points, maximum = (sum(getattr(result, name) for result in results) for name in ("points", "maximum"))
    critical = {question.id for question in questions if question.critical}
    decisive = [result for result in results if result.question in critical]
    return Judgement(
        rules=RULES,
        scale=scale,
        points=points,
        maximum=maximum,
        passed=reaches(points, maximum, spec.rules.pass_percent) and _safe(decisive, spec.rules.critical_percent),
        critical_missed=tuple(result.question for result in decisive if result.outcome != RIGHT),
        waiting=tuple(result.question for result in results if result.outcome == WAITING),
        questions=results,
    )


def scale_of(questions: Collection[Question], marks: Mapping[str, Fraction]) -> int:
    """Return how many units make one point: the least common multiple of what the questions asked need."""
    return lcm(*(question.kind.units for question in questions), *(mark.denominator for mark in marks.values()))


def reaches(points: int, maximum: int, percent: int) -> bool:
    """Tell whether points are at least `percent` hundredths of the maximum, without rounding."""
    return maximum > 0 and Fraction(points, maximum) >= Fraction(percent, 100)


def whole_percent(points: int, maximum: int) -> int:
    """Return the percentage to show, rounded down, so that it never looks like a pass that it is not."""
    return points * 100 // maximum if maximum else 0


def _safe(decisive: Collection[QuestionResult], percent: int) -> bool:
    """Tell whether the critical questions together reach their own mark."""
    points, maximum = (sum(getattr(result, name) for result in decisive) for name in ("points", "maximum"))
    return not decisive or reaches(points, maximum, percent)


def _result(question: Question, answer: Answer, scale: int, mark: Fraction | None) -> QuestionResult:
    part = share(question, answer, mark=mark)
    units = part * question.points * scale
    if units.denominator != 1:
        raise ArithmeticError(f"{question.id}: {part} of {question.points} has no whole units of 1/{scale}")
    return QuestionResult(question.id, int(units), question.points * scale, _outcome(question, answer, part, mark))


def _outcome(question: Question, answer: Answer, part: Fraction, mark: Fraction | None) -> str:
    if not answer:
        return UNANSWERED
    if not question.kind.scored:
        return NOTED
    if question.kind.by_hand and mark is None:
        return WAITING
    return RIGHT if part == 1 else PARTLY if part else WRONG
