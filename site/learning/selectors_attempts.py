"""Questions about sittings: where a person stands, which attempts there are, what their scores say."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet

from accounts.models import User
from courses.models import CoursePage
from learning.domain.attempt_frozen import read_limits
from learning.domain.attempt_rules import Standing, standing
from learning.models import Attempt, Enrolment, ProgressSummary, Score
from quizzes.domain.judging import whole_percent
from quizzes.domain.rules import Rules
from quizzes.models import QuizPage, QuizText
from quizzes.services import wording_from


@dataclass(frozen=True)
class AttemptLine:
    """An attempt in a list.

    Attributes:
        title, language: the quiz's title as it read then, and the language it is in.
        percent: rounded down; None until judged.
        passed: None until judged.
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


def standing_of(*, enrolment: Enrolment, quiz_key: UUID, rules: Rules, now: datetime) -> Standing:
    """Return where a person stands with a quiz under the given rules. One query."""
    return standing_from(counting_scores(enrolment=enrolment, quiz_key=quiz_key), rules=rules, now=now)


def standing_from(scores: list[Score], *, rules: Rules, now: datetime) -> Standing:
    """Return where somebody with these counting scores stands."""
    return standing(
        rules=rules,
        used=len(scores),
        last_at=scores[-1].submission.at if scores else None,
        passed=any(score.passed for score in scores),
        now=now,
    )


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
    chosen = {attempt.pk: _text_id(attempt, language) for attempt in rows}
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
            )
        )
    return lines


def _text_id(attempt: Attempt, language: str) -> int:
    texts = read_limits(attempt.limits).texts
    return texts.get(language) or texts[settings.LANGUAGE_CODE]
