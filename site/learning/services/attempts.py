"""Verbs of a sitting: begin it, save an answer, hand it in. Each is safe when sent twice or from two tabs.

An attempt is shown and judged from what was frozen when it began; nothing here reads a page after that.
"""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Max, QuerySet

from accounts.models import User
from core.canonical import canonical_json, digest
from learning.domain.attempt_frozen import read_limits, read_places
from learning.domain.attempt_rules import Standing
from learning.models import Attempt, DraftAnswer, Enrolment, Score, Submission, SubmittedAnswer
from learning.selectors_attempts import known_state, standing_of
from quizzes.domain.answers import UNKNOWN, Answer, BadAnswer
from quizzes.domain.drawing import draw
from quizzes.domain.judging import Judgement, clean_answer, judge
from quizzes.domain.spec import QuizSpec
from quizzes.models import QuizPage, QuizText
from quizzes.services import FrozenQuiz, freeze, spec_from, wording_from

from . import progress


class StartRefused(Exception):
    """No attempt may begin now; `standing` says why and, where there is a pause, until when."""

    def __init__(self, standing: Standing) -> None:
        super().__init__(standing.refusal)
        self.standing = standing


class StepLocked(Exception):
    """The quiz is not open to this person: not enrolled, the course was left, or earlier steps come first."""


class AttemptClosed(Exception):
    """The attempt was handed in (or given up) already; nothing more is saved. Carries the attempt as it is now."""

    def __init__(self, attempt: Attempt) -> None:
        super().__init__(attempt.state)
        self.attempt = attempt


def start_attempt(
    *, person: User, enrolment: Enrolment, quiz_page: QuizPage, language: str, seed: str, now: datetime
) -> Attempt:
    """Begin an attempt, or return the one that is open.

    Questions, order of options, rules and texts are frozen on it. An open attempt of an earlier enrolment is given up.

    Args:
        quiz_page: the quiz in any language; structure and rules come from its live source page.
        language: in which the person begins.
        seed: decides the order of questions and options.

    Raises:
        StepLocked: if the person may not sit this quiz now.
        StartRefused: if no attempts are left, a pause holds, or the quiz is passed.
        QuizNotReady: if the source page is not live or has no sound questions.
    """
    if enrolment.person_id != person.pk:
        raise StepLocked("another person's enrolment")
    quiz_key = quiz_page.translation_key
    already = _open_attempts(person, quiz_key).filter(enrolment=enrolment).first()
    if already is not None:
        return already
    _require_open_step(enrolment, quiz_key, now)
    frozen = freeze(page=quiz_page, now=now)
    spec = spec_from(frozen.version.payload)
    with transaction.atomic():
        locked = Enrolment.objects.select_for_update().get(pk=enrolment.pk)
        if locked.state == Enrolment.State.LEFT:
            raise StepLocked("the course was left")
        for attempt in _open_attempts(person, quiz_key):
            if attempt.enrolment_id == locked.pk:
                return attempt
            attempt.state = Attempt.State.ABANDONED
            attempt.save(update_fields=["state"])
        where = standing_of(enrolment=locked, quiz_key=quiz_key, rules=spec.rules, now=now)
        if not where.may_start:
            raise StartRefused(where)
        return _create(locked, frozen, spec, language=language, seed=seed, now=now)


def save_answer(*, attempt: Attempt, question: str, value: Answer, language: str, now: datetime) -> None:
    """Save the answer to one question; saving again replaces it. See `save_answers`."""
    save_answers(attempt=attempt, answers={question: value}, language=language, now=now)


def save_answers(*, attempt: Attempt, answers: Mapping[str, Answer], language: str, now: datetime) -> None:
    """Save answers `{question id: answer}`, all or none. An empty answer takes the question back.

    Each row notes the language in which the question was really shown and the text it was shown from.

    Raises:
        AttemptClosed: if the attempt is not open any more.
        BadAnswer: for a question or an option that the attempt does not have.
    """
    with transaction.atomic():
        locked = _locked(attempt)
        if locked.state != Attempt.State.OPEN:
            raise AttemptClosed(locked)
        spec = spec_from(locked.version.payload)
        asked = {place.question for place in read_places(locked.drawn)}
        if not asked.issuperset(answers):
            raise BadAnswer(UNKNOWN)
        cleaned = {key: clean_answer(spec.question(key), answer) for key, answer in answers.items()}
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
            )
            for key, chosen in cleaned.items()
        ]
        DraftAnswer.objects.bulk_create(
            rows,
            update_conflicts=True,
            unique_fields=["attempt", "question"],
            update_fields=["value", "language", "text", "saved_at"],
        )


def submit(*, attempt: Attempt, now: datetime) -> Score:
    """Hand an attempt in and judge it. The second call, from wherever, returns the score that counts.

    One transaction: submission, answers, score, the step's completion when passed. Drafts become submitted answers.

    Raises:
        AttemptClosed: if the attempt was given up.
    """
    with transaction.atomic():
        locked = _locked(attempt)
        if locked.state == Attempt.State.SUBMITTED:
            return Score.objects.filter(submission__attempt=locked).latest("sequence")
        if locked.state != Attempt.State.OPEN:
            raise AttemptClosed(locked)
        drafts = [draft for draft in locked.drafts.order_by("question") if draft.value]
        answers = {draft.question: draft.value for draft in drafts}
        asked = [place.question for place in read_places(locked.drawn)]
        judgement = judge(spec_from(locked.version.payload), answers, asked=asked)
        submission = Submission.objects.create(
            attempt=locked,
            person_id=locked.person_id,
            answers_digest=digest(canonical_json(answers)),
            answered=len(answers),
            at=now,
        )
        SubmittedAnswer.objects.bulk_create(
            SubmittedAnswer(
                submission=submission,
                question=draft.question,
                value=draft.value,
                language=draft.language,
                text_id=draft.text_id,
            )
            for draft in drafts
        )
        score = _score(submission, locked, judgement, now)
        locked.state, locked.submitted_at = Attempt.State.SUBMITTED, now
        locked.save(update_fields=["state", "submitted_at"])
        locked.drafts.all().delete()
        _tell_progress(locked, submission, judgement, drafts, now)
        return score


def shown_text(attempt: Attempt, language: str) -> QuizText:
    """Return the text that the attempt shows in a language: frozen at its start, else the source language's."""
    texts = read_limits(attempt.limits).texts
    return QuizText.objects.get(pk=texts.get(language) or texts[settings.LANGUAGE_CODE])


def _require_open_step(enrolment: Enrolment, quiz_key: UUID, now: datetime) -> None:
    """Refuse a locked step. The summary may be older than the course's pages, so it is made anew before that."""
    if known_state(enrolment, quiz_key) in (None, "locked"):
        state = progress.refresh_summary(enrolment=enrolment, now=now).states.get(str(quiz_key))
        if state in (None, "locked"):
            raise StepLocked("not a step of the course, or earlier steps come first")


def _open_attempts(person: User, quiz_key: UUID) -> QuerySet[Attempt]:
    return Attempt.objects.filter(person=person, quiz_key=quiz_key, state=Attempt.State.OPEN)


def _locked(attempt: Attempt) -> Attempt:
    return Attempt.objects.select_for_update(of=("self",)).select_related("version", "enrolment").get(pk=attempt.pk)


def _create(
    enrolment: Enrolment, frozen: FrozenQuiz, spec: QuizSpec, *, language: str, seed: str, now: datetime
) -> Attempt:
    mine = Attempt.objects.filter(enrolment=enrolment, quiz_key=spec.quiz_key)
    return Attempt.objects.create(
        person_id=enrolment.person_id,
        enrolment=enrolment,
        quiz_key=spec.quiz_key,
        version=frozen.version,
        number=(mine.aggregate(last=Max("number"))["last"] or 0) + 1,
        drawn=[asdict(drawn) for drawn in draw(spec, seed=seed)],
        limits={"rules": asdict(spec.rules), "texts": {name: text.pk for name, text in frozen.texts.items()}},
        language=language,
        started_at=now,
    )


def _score(submission: Submission, attempt: Attempt, judgement: Judgement, now: datetime) -> Score:
    return Score.objects.create(
        submission=submission,
        version=attempt.version,
        rules=judgement.rules,
        scale=judgement.scale,
        points=judgement.points,
        maximum=judgement.maximum,
        passed=judgement.passed,
        questions={
            result.question: {"points": result.points, "maximum": result.maximum, "outcome": result.outcome}
            for result in judgement.questions
        },
        waiting=len(judgement.waiting),
        at=now,
    )


def _tell_progress(
    attempt: Attempt, submission: Submission, judgement: Judgement, drafts: list[DraftAnswer], now: datetime
) -> None:
    if judgement.passed:
        last = max(drafts, key=lambda draft: draft.saved_at)
        title = wording_from((last.text or shown_text(attempt, attempt.language)).payload).title
        try:
            progress.complete_activity(
                enrolment=attempt.enrolment,
                activity_key=attempt.quiz_key,
                kind="quiz",
                title=title.text,
                language=title.language,
                evidence=f"submission:{submission.pk}",
                now=now,
            )
            return
        except progress.NotInCourse:
            # The quiz came after the enrolment and went during the sitting: the score stands, no step is left to tick.
            pass
    progress.refresh_summary(enrolment=attempt.enrolment, now=now)
