"""Questions about marking: which answers wait for a trainer, how many, and which comes next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Sum

from accounts.models import User
from cohorts.models import Cohort
from cohorts.subjects import Subject, named
from learning.access import markable_by
from learning.domain.attempt_frozen import read_places
from learning.models import Score, Submission
from learning.selectors_attempts import text_id
from quizzes.domain.judging import WAITING
from quizzes.models import QuizText
from quizzes.services import wording_from
from quizzes.showing import Words, start_of, words


@dataclass(frozen=True)
class WaitingAnswer:
    """An answer that waits for a mark.

    Attributes:
        attempt: its key in addresses.
        question: id of the question.
        quiz: title as it read when the attempt began.
        start: the first words of the question.
        since: when it was handed in.
    """

    attempt: UUID
    question: str
    learner: User
    course: Subject
    quiz: Words
    start: Words
    since: datetime


@dataclass(frozen=True)
class Next:
    """Where to go on marking."""

    attempt: UUID
    question: str


def waiting_scores(person: User, cohort: Cohort | None = None) -> QuerySet[Score]:
    """Return the scores, oldest hand-in first, whose answers wait for somebody who may mark them: one a submission."""
    newer = Score.objects.filter(submission=OuterRef("submission"), sequence__gt=OuterRef("sequence"))
    return (
        Score.objects.filter(submission__in=markable_by(person, cohort), waiting__gt=0)
        .filter(~Exists(newer), submission__person__erased_at__isnull=True)
        .select_related("submission__attempt__enrolment__course", "submission__person")
        .order_by("submission__at", "submission__pk")
    )


def waiting_count(person: User, cohort: Cohort | None = None) -> int:
    """Return how many answers wait for somebody. One query, and those of `markable_by`."""
    return waiting_scores(person, cohort).aggregate(total=Sum("waiting"))["total"] or 0


def queue_lines(scores: Iterable[Score], language: str) -> list[WaitingAnswer]:
    """Return the waiting answers of scores in their order, those of one attempt in its order. At most four queries."""
    rows = list(scores)
    attempts = [score.submission.attempt for score in rows]
    texts = QuizText.objects.in_bulk({text_id(attempt, language) for attempt in attempts}) if rows else {}
    courses = [attempt.enrolment.course for attempt in attempts]
    about = named([("course", course.translation_key, course.key) for course in courses], language) if rows else []
    lines = []
    for score, attempt, course in zip(rows, attempts, about, strict=True):
        wording = wording_from(texts[text_id(attempt, language)].payload)
        for question in waiting_questions(score):
            stem = wording.question(question).stem
            lines.append(
                WaitingAnswer(
                    attempt=attempt.uuid,
                    question=question,
                    learner=score.submission.person,
                    course=course,
                    quiz=words(wording.title, language),
                    start=Words(start_of(stem), words(stem, language).lang),
                    since=score.submission.at,
                )
            )
    return lines


def waiting_questions(score: Score) -> list[str]:
    """Return the questions of a score that wait for a mark, in the order of the attempt."""
    places = read_places(score.submission.attempt.drawn)
    judged = score.questions
    return [place.question for place in places if judged.get(place.question, {}).get("outcome") == WAITING]


def next_to_mark(person: User, *, after: Submission, question: str, cohort: Cohort | None = None) -> Next | None:
    """Return the next waiting answer after this one; from the oldest on again at the end; None when it is the last."""
    waiting = waiting_scores(person, cohort)
    later = Q(submission__at__gt=after.at) | Q(submission__at=after.at, submission__pk__gte=after.pk)
    for rows in (waiting.filter(later)[:2], waiting[:2]):
        for score in rows:
            found = [key for key in waiting_questions(score) if (score.submission_id, key) != (after.pk, question)]
            if score.submission_id == after.pk:
                found = _behind(score, question, found)
            if found:
                return Next(score.submission.attempt.uuid, found[0])
    return None


def _behind(score: Score, question: str, waiting: list[str]) -> list[str]:
    """Return the waiting questions of the same attempt, those behind `question` first."""
    order = [place.question for place in read_places(score.submission.attempt.drawn)]
    at = order.index(question) if question in order else -1
    return sorted(waiting, key=lambda key: (order.index(key) < at, order.index(key)))
