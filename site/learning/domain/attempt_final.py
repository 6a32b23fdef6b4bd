"""Answers that are final while an attempt is still open: checked ones, and the decisions of a case."""

from quizzes.domain.answers import NO_WAY, Answer, BadAnswer
from quizzes.domain.kinds import Scenario
from quizzes.domain.spec import Question


def can_be_checked(question: Question) -> bool:
    """Tell whether its answer can be judged at once and locked; the decisions of a case lock themselves."""
    kind = question.kind
    return kind.scored and not kind.by_hand and not isinstance(kind, Scenario)


def is_locked(question: Question, saved: Answer, *, checked: bool) -> bool:
    """Tell whether the saved answer can change no more: it was checked, or its case has ended."""
    return checked or (isinstance(question.kind, Scenario) and question.kind.complete(saved))


def may_replace(question: Question, saved: Answer, sent: Answer, *, checked: bool) -> bool:
    """Tell whether what was sent may take the place of what is saved. A way through a case can only go on."""
    if is_locked(question, saved, checked=checked):
        return False
    return not isinstance(question.kind, Scenario) or tuple(sent)[: len(saved)] == tuple(saved)


def decided(question: Question, saved: Answer, *, step: int, decision: str) -> tuple[str, ...] | None:
    """Return the way with one decision more, or None if that step has been decided already.

    Args:
        step: how many decisions had been taken where this one was offered.

    Raises:
        BadAnswer: if the question is no case, or the case does not offer this decision there.
    """
    if not isinstance(question.kind, Scenario):
        raise BadAnswer(NO_WAY)
    way = tuple(saved)
    if 0 <= step < len(way):
        return None
    if step != len(way):
        raise BadAnswer(NO_WAY)
    longer = (*way, decision)
    question.kind.walk(longer)
    return longer
