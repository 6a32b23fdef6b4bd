"""One answer as its marker sees it: what was asked, what was written, the rubric, and the marks so far."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from accounts.models import User
from cohorts.models import Cohort
from cohorts.subjects import Subject, named
from learning.access import markable_by
from learning.domain.attempt_frozen import Place, read_places
from learning.models import Attempt, Mark, Submission, SubmittedAnswer
from quizzes.domain.answers import frozen
from quizzes.domain.wording import QuizWording
from quizzes.services import spec_from, wording_from
from quizzes.showing import Posed, Words, asked_question, words
from quizzes.showing.reflection import ReflectionBody

from .attempt_shown import posed, section_titles
from .selectors_marking import Next, next_to_mark
from .services.attempts import shown_text


@dataclass(frozen=True)
class EarlierMark:
    """A mark that was given before: by whom, when, its comment, and [(criterion, level, its points)]."""

    by: str
    at: datetime
    comment: str
    levels: tuple[tuple[Words, Words, int], ...]


@dataclass(frozen=True)
class Sheet:
    """What stands on the screen of a marker.

    Attributes:
        position: of the question in the attempt, from 1 on.
        points: what the question brings at most.
        body: the answer and the rubric (`quizzes.showing.reflection.ReflectionBody`).
        answer_lang: language in which the question was answered; "" if it is the page's.
        marks: newest first.
        seen, levels, comment: of the newest mark: its sequence (0 = none), {criterion id: level id}, its words.
        following: the next waiting answer; None = there is no other.
    """

    submission: Submission
    question: str
    learner: User
    course: Subject
    quiz: Words
    section: Words | None
    position: int
    stem: Words
    points: int
    critical: bool
    body: ReflectionBody
    answer_lang: str
    marks: tuple[EarlierMark, ...]
    seen: int
    levels: Mapping[str, str]
    comment: str
    following: Next | None

    @property
    def attempt(self) -> Attempt:
        """The attempt that the answer stands in."""
        return self.submission.attempt


def sheet_for(
    *, marker: User, attempt: UUID, question: str, language: str, cohort: Cohort | None = None
) -> Sheet | None:
    """Return an answer with what its marker needs; None for what this person may not mark.

    The number of queries does not grow with the quiz: about ten, and those of `markable_by`.
    """
    found = (
        markable_by(marker)
        .filter(attempt__uuid=attempt, person__erased_at__isnull=True)
        .select_related("attempt__enrolment__course", "attempt__version", "person")
        .first()
    )
    answer = found.answers.filter(question=question).first() if found else None
    if found is None or answer is None:
        return None
    places = read_places(found.attempt.drawn)
    place = next((place for place in places if place.question == question), None)
    version = found.scores.select_related("version").latest("sequence").version
    asked = spec_from(version.payload)
    if place is None or not asked.question(question).kind.by_hand:
        return None
    wording = wording_from(shown_text(found.attempt, language).payload)
    marks = list(found.marks.filter(question=question).select_related("author"))
    shown = posed(place, asked, wording, frozen(answer.value), language)
    following = next_to_mark(marker, after=found, question=question, cohort=cohort)
    return _sheet(found, shown, answer, marks, places, wording, following)


def _sheet(
    submission: Submission,
    shown: Posed,
    answer: SubmittedAnswer,
    marks: list[Mark],
    places: tuple[Place, ...],
    wording: QuizWording,
    following: Next | None,
) -> Sheet:
    question, language = shown.question, shown.language
    place = next(place for place in places if place.question == question.id)
    course = submission.attempt.enrolment.course
    titles = section_titles(places, wording, language)
    before = [titles[at] for at in sorted(titles) if at <= place.position]
    newest = marks[-1] if marks else None
    on_page = asked_question(shown, position=place.position, saved=shown.answer)
    return Sheet(
        submission=submission,
        question=question.id,
        learner=submission.person,
        course=named([("course", course.translation_key, course.key)], language)[0],
        quiz=words(wording.title, language),
        section=before[-1] if before else None,
        position=place.position,
        stem=on_page.stem,
        points=question.points,
        critical=question.critical,
        body=on_page.body,
        answer_lang="" if answer.language == language else answer.language,
        marks=tuple(_earlier(mark, shown) for mark in reversed(marks)),
        seen=newest.sequence if newest else 0,
        levels=newest.levels if newest else {},
        comment=newest.comment if newest else "",
        following=following,
    )


def _earlier(mark: Mark, shown: Posed) -> EarlierMark:
    rows = [
        (shown.text(criterion.id), shown.text(level.id), level.points)
        for criterion in shown.kind.rubric
        for level in criterion.levels
        if mark.levels.get(criterion.id) == level.id
    ]
    return EarlierMark(str(mark.author), mark.at, mark.comment, tuple(rows))
