"""The transcript of hours: what a person completed, in words that do not need the course's page."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from accounts.models import User
from learning.models import CourseCompletion
from learning.selectors import completions_of, title_at_completion
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
    """Return a person's transcript with titles in `language` where the course had one then. One query."""
    lines = tuple(_line(row, language) for row in completions_of(person))
    return Transcript(lines=lines, hours=sum(line.hours for line in lines))


def _line(row: CourseCompletion, language: str) -> TranscriptLine:
    facts = row.facts
    title, words = title_at_completion(row, language)
    score, edition = facts["final_score"], facts["edition"]
    return TranscriptLine(
        title=title,
        language=words,
        hours=facts["hours"],
        started_on=date.fromisoformat(facts["started_on"]),
        completed_on=date.fromisoformat(facts["completed_on"]),
        percent=whole_percent(score["points"], score["maximum"]) if score else None,
        edition=edition["number"] if edition else None,
        completion=row.uuid,
    )
