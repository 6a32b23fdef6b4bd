"""Verbs that make an answer final while the attempt goes on: decide a step of a case, check an answer."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from learning.domain.attempt_final import can_be_checked, decided
from learning.models import Attempt
from quizzes.domain.answers import UNKNOWN, Answer, BadAnswer, frozen
from quizzes.domain.rules import DURING
from quizzes.services import spec_from

from .saving import save_answers


def decide(
    *,
    attempt: Attempt,
    question: str,
    step: int,
    decision: str,
    beside: Mapping[str, Answer],
    language: str,
    now: datetime,
) -> None:
    """Take a decision in a case; it is final. Sent twice or from two tabs, the step is decided once.

    Args:
        step: how many decisions had been taken where this one was offered.
        beside: answers `{question id: answer}` of the same form; all is kept, or nothing.

    Raises:
        AttemptClosed: if nothing can be answered any more.
        BadAnswer: if the attempt has no such case, the case does not offer this decision there, or another answer
            cannot be.
    """
    spec = spec_from(attempt.version.payload)
    if question not in {item["question"] for item in attempt.drawn}:
        raise BadAnswer(UNKNOWN)
    draft = attempt.drafts.filter(question=question).first()
    way = decided(spec.question(question), frozen(draft.value) if draft else (), step=step, decision=decision)
    # Should another tab decide meanwhile, its way stands: saving takes only what goes on from what is saved.
    answers = {**beside, question: way} if way is not None else beside
    save_answers(attempt=attempt, answers=answers, language=language, now=now)


def check(*, attempt: Attempt, question: str, answers: Mapping[str, Answer], language: str, now: datetime) -> bool:
    """Save answers and lock one of them, so that what the quiz shows during the attempt may be shown of it.

    Returns:
        False if the question has no whole answer yet; it is saved as it is, and not locked.

    Raises:
        AttemptClosed: if nothing can be answered any more.
        BadAnswer: if the quiz shows nothing during the attempt, has no such question to check, or cannot take an
            answer.
    """
    spec = spec_from(attempt.version.payload)
    if question not in {item["question"] for item in attempt.drawn} or not spec.rules.review.get(DURING):
        raise BadAnswer(UNKNOWN)
    if not can_be_checked(spec.question(question)):
        raise BadAnswer(UNKNOWN)
    save_answers(attempt=attempt, answers=answers, language=language, now=now)
    with transaction.atomic():
        draft = attempt.drafts.select_for_update().filter(question=question).first()
        if draft is None or not spec.question(question).kind.complete(frozen(draft.value)):
            return False
        if draft.checked_at is None:
            draft.checked_at = now
            draft.save(update_fields=["checked_at"])
        return True
