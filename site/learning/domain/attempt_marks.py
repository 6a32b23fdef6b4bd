"""Trainers' marks of one submission: which of them hold, and what share of a question's points they bring."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from quizzes.domain.answers import UNKNOWN, BadAnswer
from quizzes.domain.kinds import Reflection
from quizzes.domain.spec import Question, QuizSpec


@dataclass(frozen=True)
class Given:
    """A mark as it was given.

    Attributes:
        sequence: from 1 on, for each question of a submission.
        author: who marked, by a number.
        levels: {criterion id: level id}.
    """

    question: str
    sequence: int
    author: int
    levels: Mapping[str, str]
    comment: str


def newest(marks: Iterable[Given]) -> dict[str, Given]:
    """Return the mark that holds by question id: the one with the highest sequence."""
    return {mark.question: mark for mark in sorted(marks, key=lambda mark: mark.sequence)}


def shares(spec: QuizSpec, marks: Iterable[Given]) -> dict[str, Fraction]:
    """Return the shares, from 0 to 1, that the newest marks bring by question id.

    A mark whose levels the rubric of `spec` has not (it was judged by a corrected version) is left out: the answer
    waits for its trainer again.
    """
    known = {question.id: question for question in spec.questions}
    found = {}
    for key, mark in newest(marks).items():
        try:
            found[key] = share_of(known[key], mark.levels)
        except (KeyError, BadAnswer):
            continue
    return found


def share_of(question: Question, levels: Mapping[str, str]) -> Fraction:
    """Return the share that levels of its rubric bring to a question.

    Raises:
        BadAnswer: unless the question is marked by hand and every criterion has exactly one of its own levels.
    """
    if not isinstance(question.kind, Reflection):
        raise BadAnswer(UNKNOWN)
    return question.kind.share_of_levels(levels)


def sent_before(
    marks: Iterable[Given], *, seen: int, author: int, levels: Mapping[str, str], comment: str
) -> Given | None:
    """Return the mark that the same form has made already, or the author's own newest one with the same content.

    Args:
        marks: of one question, in any order.
        seen: sequence of the newest mark that the form showed; 0 = none.
    """
    rows = sorted(marks, key=lambda mark: mark.sequence)
    candidates = [mark for mark in rows if mark.sequence == seen + 1] + rows[-1:]
    return next((mark for mark in candidates if _same(mark, author, levels, comment)), None)


def _same(mark: Given, author: int, levels: Mapping[str, str], comment: str) -> bool:
    return mark.author == author and dict(mark.levels) == dict(levels) and mark.comment == comment
