"""The marks that somebody was given, in words: for the export of their own data."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.html import strip_tags

from accounts.models import User
from learning.models import Mark
from learning.selectors_attempts import text_id
from quizzes.models import QuizText
from quizzes.services import spec_from, wording_from


@dataclass(frozen=True)
class MarkGiven:
    """A mark; `levels` reads "criterion: level (points); …", each in the asked language or the source language."""

    attempt: UUID
    quiz: str
    question: str
    levels: str
    comment: str
    at: datetime


def marks_given(*, person: User, language: str) -> list[MarkGiven]:
    """Return every mark of a person's answers, oldest first. Two queries."""
    marks = list(
        Mark.objects.filter(submission__person=person).select_related("submission__attempt__version").order_by("pk")
    )
    texts = QuizText.objects.in_bulk({text_id(mark.submission.attempt, language) for mark in marks}) if marks else {}
    return [_line(mark, texts[text_id(mark.submission.attempt, language)]) for mark in marks]


def _line(mark: Mark, text: QuizText) -> MarkGiven:
    attempt = mark.submission.attempt
    wording = wording_from(text.payload)
    words, rubric = wording.question(mark.question), spec_from(attempt.version.payload).question(mark.question).kind
    chosen = [
        f"{words.part(criterion.id).text.text}: {words.part(level.id).text.text} ({level.points})"
        for criterion in getattr(rubric, "rubric", ())
        for level in criterion.levels
        if mark.levels.get(criterion.id) == level.id
    ]
    return MarkGiven(
        attempt.uuid, wording.title.text, strip_tags(words.stem.text), "; ".join(chosen), mark.comment, mark.at
    )
