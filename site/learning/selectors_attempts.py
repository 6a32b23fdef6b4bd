"""Questions about sittings: where a person stands, which attempts there are, what their scores say."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet

from accounts.models import User
from courses.models import CoursePage
from learning.domain.allowances import Allowance, Window, more_than
from learning.domain.attempt_frozen import read_limits
from learning.domain.attempt_rules import Standing, standing
from learning.evidence import quiz_result
from learning.models import Attempt, Enrolment, ProgressSummary, Score
from quizzes.domain.judging import whole_percent
from quizzes.domain.rules import Rules
from quizzes.models import QuizPage, QuizText
from quizzes.services import wording_from

from .selectors_allowances import allowance_for, live_window


@dataclass(frozen=True)
class AttemptLine:
    """An attempt in a list.

    Attributes:
        title, language: the quiz's title as it read then, and the language it is in.
        percent: rounded down; None until judged.
        passed: None until judged.
        waiting: how many answers a trainer has yet to mark.
    """

    uuid: UUID
    title: str
    language: str
    number: int
    state: str
    started_at: datetime
    submitted_at: datetime | None
    percent: int | None
    passed: bool | None
    waiting: int


def attempt_of(*, person: User, uuid: UUID) -> Attempt | None:
    """Return a person's own attempt with its version and enrolment, or None. One query."""
    return (
        Attempt.objects.filter(person=person, uuid=uuid)
        .select_related("version", "enrolment", "enrolment__course")
        .first()
    )


def counting_scores(*, enrolment: Enrolment, quiz_key: UUID) -> list[Score]:
    """Return the score that counts of every handed-in attempt at a quiz, oldest attempt first. One query."""
    scores = (
        Score.objects.filter(submission__attempt__enrolment=enrolment, submission__attempt__quiz_key=quiz_key)
        .select_related("submission__attempt", "version")
        .order_by("submission__attempt__number", "sequence")
    )
    return list({score.submission_id: score for score in scores}.values())


def standing_from(
    attempts: Iterable[Attempt],
    scores: list[Score],
    *,
    rules: Rules,
    now: datetime,
    allowance: Allowance | None = None,
    within: Window | None = None,
) -> Standing:
    """Return where somebody stands who has these attempts at a quiz with these counting scores, oldest first."""
    over = [attempt for attempt in attempts if attempt.state != Attempt.State.OPEN]
    return standing(
        rules=rules,
        used=len(over),
        last_at=max((attempt.over_at for attempt in over), default=None),
        passed=bool(scores) and quiz_result(scores).passed,
        handed_in=bool(scores),
        now=now,
        allowance=allowance,
        within=within,
    )


def standing_after(attempt: Attempt, scores: list[Score], *, now: datetime) -> tuple[Standing, Window]:
    """Return where the person of an attempt stands now under its rules, and when the quiz is open to them.

    What was allowed since the attempt began counts. Three queries.
    """
    limits = read_limits(attempt.limits)
    given = allowance_for(person=attempt.person_id, quiz_key=attempt.quiz_key)
    within = live_window(quiz_key=attempt.quiz_key, allowance=given) or Window(None, None)
    where = standing_from(
        attempts_at(enrolment=attempt.enrolment, quiz_key=attempt.quiz_key),
        scores,
        rules=limits.rules,
        now=now,
        allowance=more_than(given, limits.given),
        within=within,
    )
    return where, within


def known_state(enrolment: Enrolment, quiz_key: UUID) -> str | None:
    """Return "done", "open", "locked" or "failed" as the enrolment's summary has it; None if it knows no such step."""
    try:
        return enrolment.summary.states.get(str(quiz_key))
    except ProgressSummary.DoesNotExist:
        return None


def course_key_of(quiz_page: QuizPage) -> UUID | None:
    """Return the key of the course that a quiz page stands in, or None. One query."""
    course = CoursePage.objects.filter(path=quiz_page.path[: -2 * quiz_page.steplen])
    return course.values_list("translation_key", flat=True).first()


def attempts_at(*, enrolment: Enrolment, quiz_key: UUID) -> list[Attempt]:
    """Return every attempt at a quiz in an enrolment, newest first. One query."""
    return list(Attempt.objects.filter(enrolment=enrolment, quiz_key=quiz_key).order_by("-number"))


def attempts_of(person: User) -> QuerySet[Attempt]:
    """Return all attempts of a person, newest first; give a slice of them to `lines_of`."""
    return Attempt.objects.filter(person=person).order_by("-started_at", "-pk")


def lines_of(attempts: Iterable[Attempt], language: str, scores: Iterable[Score] | None = None) -> list[AttemptLine]:
    """Return attempts as lines of a list, in the order given.

    Two queries, or one where the caller has the counting `scores` at hand; none for no attempts.
    """
    rows = list(attempts)
    chosen = {attempt.pk: text_id(attempt, language) for attempt in rows}
    texts = QuizText.objects.in_bulk(set(chosen.values())) if rows else {}
    if scores is None:
        scores = Score.objects.filter(submission__attempt__in=rows).select_related("submission").order_by("sequence")
    judged = {score.submission.attempt_id: score for score in scores}
    lines = []
    for attempt in rows:
        title = wording_from(texts[chosen[attempt.pk]].payload).title
        score = judged.get(attempt.pk)
        lines.append(
            AttemptLine(
                uuid=attempt.uuid,
                title=title.text,
                language=title.language,
                number=attempt.number,
                state=attempt.state,
                started_at=attempt.started_at,
                submitted_at=attempt.submitted_at,
                percent=whole_percent(score.points, score.maximum) if score else None,
                passed=score.passed if score else None,
                waiting=score.waiting if score else 0,
            )
        )
    return lines


def text_id(attempt: Attempt, language: str) -> int:
    """Return the key of the text that an attempt shows in a language, else in the source language."""
    texts = read_limits(attempt.limits).texts
    return texts.get(language) or texts[settings.LANGUAGE_CODE]
