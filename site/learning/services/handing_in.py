"""Verbs that end a sitting: its learner hands it in, or its time is up. Whoever comes first does it, once.

Time is the server's. What is handed in because time was up is handed in as at the limit, however late somebody comes
to do it: the learner with the next request, or the tick.
"""

from datetime import datetime

from django.conf import settings
from django.db import transaction

from core.canonical import canonical_json, digest
from learning.domain.attempt_frozen import read_limits, read_places
from learning.domain.attempt_rules import Phase, phase
from learning.models import Attempt, DraftAnswer, Score, Submission, SubmittedAnswer
from quizzes.domain.judging import judge
from quizzes.models import QuizText
from quizzes.services import spec_from

from . import counting, progress
from .scoring import append_score


class AttemptClosed(Exception):
    """The attempt was handed in (or given up) already; nothing more is saved. Carries the attempt as it is now."""

    def __init__(self, attempt: Attempt) -> None:
        super().__init__(attempt.state)
        self.attempt = attempt


class TimeIsUp(AttemptClosed):
    """It came after the end of answering and changed nothing.

    The attempt is handed in by now, given up, or still open, only to be handed in (`Phase.HANDING_IN`).
    """


def submit(*, attempt: Attempt, now: datetime) -> Score:
    """Hand an attempt in and judge it. The second call, from wherever, returns the score that counts.

    One transaction: submission, answers, score, the step's completion. Drafts become submitted answers. After the
    limit it is handed in as at the limit, or given up, as its rules say.

    Raises:
        AttemptClosed: if the attempt was given up.
    """
    with transaction.atomic():
        locked = locked_attempt(attempt)
        if locked.state == Attempt.State.OPEN:
            _end_if_over(locked, now)
        if locked.state == Attempt.State.OPEN:
            _hand_in(locked, at=now, now=now)
        if locked.state == Attempt.State.SUBMITTED:
            return Score.objects.filter(submission__attempt=locked).latest("sequence")
    # Outside of the transaction: that the attempt was given up stays.
    raise AttemptClosed(locked)


def end_if_over(*, attempt: Attempt, now: datetime) -> Attempt:
    """End an attempt whose time is up, and return it as it is now. Any other attempt stays as it is."""
    with transaction.atomic():
        locked = locked_attempt(attempt)
        if locked.state == Attempt.State.OPEN:
            _end_if_over(locked, now)
        return locked


def end_locked_if_over(locked: Attempt, now: datetime) -> Phase:
    """Do what `end_if_over` does to an open attempt that the caller's transaction has locked; return what held."""
    return _end_if_over(locked, now)


def locked_attempt(attempt: Attempt) -> Attempt:
    """Return an attempt, locked until the end of the transaction, with its version and enrolment."""
    return Attempt.objects.select_for_update(of=("self",)).select_related("version", "enrolment").get(pk=attempt.pk)


def shown_text(attempt: Attempt, language: str) -> QuizText:
    """Return the text that the attempt shows in a language: frozen at its start, else the source language's."""
    texts = read_limits(attempt.limits).texts
    return QuizText.objects.get(pk=texts.get(language) or texts[settings.LANGUAGE_CODE])


def _end_if_over(locked: Attempt, now: datetime) -> Phase:
    where = phase(read_limits(locked.limits).rules, ends=locked.closes_at, now=now)
    if where is Phase.TO_HAND_IN:
        _hand_in(locked, at=locked.closes_at or now, now=now)
    elif where is Phase.TO_ABANDON:
        locked.state = Attempt.State.ABANDONED
        locked.save(update_fields=["state"])
        progress.refresh_summary(enrolment=locked.enrolment, now=now)
    return where


def _hand_in(locked: Attempt, *, at: datetime, now: datetime) -> None:
    """Hand in what is saved, as at `at`; it is judged now."""
    drafts = [draft for draft in locked.drafts.select_related("text").order_by("question") if draft.value]
    answers = {draft.question: draft.value for draft in drafts}
    asked = [place.question for place in read_places(locked.drawn)]
    judgement = judge(spec_from(locked.version.payload), answers, asked=asked)
    submission = Submission.objects.create(
        attempt=locked,
        person_id=locked.person_id,
        answers_digest=digest(canonical_json(answers)),
        answered=len(answers),
        at=at,
    )
    SubmittedAnswer.objects.bulk_create(
        SubmittedAnswer(
            submission=submission,
            question=draft.question,
            value=draft.value,
            language=draft.language,
            text_id=draft.text_id,
            seconds=draft.seconds,
        )
        for draft in drafts
    )
    append_score(submission=submission, version=locked.version, judgement=judgement, now=now, first=True)
    locked.state, locked.submitted_at = Attempt.State.SUBMITTED, at
    locked.save(update_fields=["state", "submitted_at"])
    locked.drafts.all().delete()
    counting.count_result(attempt=locked, submission=submission, text=_last_text(locked, drafts), now=now)


def _last_text(attempt: Attempt, drafts: list[DraftAnswer]) -> QuizText:
    """Return the text in which the person answered last: the step is called by its title."""
    last = max(drafts, key=lambda draft: draft.saved_at, default=None)
    return (last and last.text) or shown_text(attempt, attempt.language)
