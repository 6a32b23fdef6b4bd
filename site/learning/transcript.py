"""The transcript of hours: what a person completed, in words that do not need the course's page."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from accounts.models import User
from courses.selectors import frozen_outlines
from learning.models import CourseCompletion
from learning.selectors import completions_of
from quizzes.domain.judging import whole_percent


@dataclass(frozen=True)
class TranscriptLine:
    """A completed course.

    Attributes:
        title, language: as it read at completion, and the language it is really in.
        hours: academic hours.
        percent: of the final assessment, rounded down; None where there was none.
        edition: number of the edition acknowledged, or None.
        completion: uuid of the completion, for linking to its certificate.
    """

    title: str
    language: str
    hours: int
    started_on: date
    completed_on: date
    percent: int | None
    edition: int | None
    completion: UUID


@dataclass(frozen=True)
class Transcript:
    """Every completed course, oldest first, and the hours together."""

    lines: tuple[TranscriptLine, ...]
    hours: int


def transcript(*, person: User, language: str) -> Transcript:
    """Return a person's transcript with titles in `language` where they were frozen in it. Two queries."""
    completions = list(completions_of(person))
    outlines = frozen_outlines(versions=[row.version for row in completions], language=language)
    lines = tuple(_line(row, outlines[row.version_id]) for row in completions)
    return Transcript(lines=lines, hours=sum(line.hours for line in lines))


def _line(row: CourseCompletion, outline: Any) -> TranscriptLine:
    facts = row.facts
    score, edition = facts["final_score"], facts["edition"]
    return TranscriptLine(
        title=outline.title,
        language=outline.language,
        hours=facts["hours"],
        started_on=date.fromisoformat(facts["started_on"]),
        completed_on=date.fromisoformat(facts["completed_on"]),
        percent=whole_percent(score["points"], score["maximum"]) if score else None,
        edition=edition["number"] if edition else None,
        completion=row.uuid,
    )
