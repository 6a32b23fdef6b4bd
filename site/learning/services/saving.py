"""Saving answers while an attempt is open and its time runs."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from learning.domain.answer_time import spent_after, waited
from learning.domain.attempt_final import may_replace
from learning.domain.attempt_frozen import read_places
from learning.domain.attempt_rules import Phase
from learning.models import Attempt, DraftAnswer
from quizzes.domain.answers import UNKNOWN, Answer, BadAnswer, frozen
from quizzes.domain.judging import clean_answer
from quizzes.domain.spec import QuizSpec
from quizzes.services import spec_from, wording_from

from .handing_in import AttemptClosed, TimeIsUp, end_locked_if_over, locked_attempt, shown_text


def save_answer(*, attempt: Attempt, question: str, value: Answer, language: str, now: datetime) -> None:
    """Save the answer to one question; saving again replaces it. See `save_answers`."""
    save_answers(attempt=attempt, answers={question: value}, language=language, now=now)


def save_answers(*, attempt: Attempt, answers: Mapping[str, Answer], language: str, now: datetime) -> None:
    """Save answers `{question id: answer}`, all or none. An empty answer takes the question back.

    Each row notes the language in which the question was really shown and the text it was shown from. An answer that
    is final (checked, or a way through a case that goes on otherwise) stays as it is.

    Raises:
        TimeIsUp: if time is up; the attempt has been ended as its rules say, without these answers.
        AttemptClosed: if the attempt is not open any more.
        BadAnswer: for a question or an option that the attempt does not have.
    """
    with transaction.atomic():
        locked = locked_attempt(attempt)
        if locked.state != Attempt.State.OPEN:
            raise (TimeIsUp if locked.ended_by_time else AttemptClosed)(locked)
        in_time = end_locked_if_over(locked, now) is Phase.ANSWERING
        if in_time:
            _save(locked, answers, language, now)
    # Outside of the transaction: that the attempt was ended stays.
    if not in_time:
        raise TimeIsUp(locked)


def _save(locked: Attempt, answers: Mapping[str, Answer], language: str, now: datetime) -> None:
    spec = spec_from(locked.version.payload)
    asked = {place.question for place in read_places(locked.drawn)}
    if not asked.issuperset(answers):
        raise BadAnswer(UNKNOWN)
    cleaned = {key: clean_answer(spec.question(key), answer) for key, answer in answers.items()}
    drafts = {draft.question: draft for draft in locked.drafts.all()}
    kept = _open(spec, cleaned, drafts)
    spent = _spent(locked, drafts, kept, now)
    text = shown_text(locked, language)
    words = wording_from(text.payload)
    rows = [
        DraftAnswer(
            attempt=locked,
            question=key,
            value=chosen,
            language=words.question(key).stem.language,
            text=text,
            saved_at=now,
            seconds=spent[key],
        )
        for key, chosen in kept.items()
    ]
    DraftAnswer.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["attempt", "question"],
        update_fields=["value", "language", "text", "saved_at", "seconds"],
    )


Drafts = Mapping[str, DraftAnswer]


def _open(spec: QuizSpec, answers: Mapping[str, Answer], drafts: Drafts) -> dict[str, Answer]:
    """Return the answers that may still take the place of what is saved."""
    return {
        key: sent
        for key, sent in answers.items()
        if key not in drafts
        or may_replace(
            spec.question(key),
            frozen(drafts[key].value),
            sent,
            checked=drafts[key].checked_at is not None,
        )
    }


def _spent(locked: Attempt, drafts: Drafts, kept: Mapping[str, Answer], now: datetime) -> dict[str, int | None]:
    """Return the seconds of each answer that is saved now."""
    before = {key: frozen(draft.value) for key, draft in drafts.items()}
    since = max((draft.saved_at for draft in drafts.values()), default=locked.started_at)
    return spent_after(
        {key: draft.seconds for key, draft in drafts.items()},
        sent=kept,
        changed=[key for key, sent in kept.items() if frozen(sent) != before.get(key, ()) and (sent or key in before)],
        seconds=waited(since=since, now=now),
    )
