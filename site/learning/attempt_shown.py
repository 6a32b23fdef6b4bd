"""A sitting as the learner sees it. Of a question that is still open nothing here tells a right answer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from core.citations import resolve
from learning.domain.attempt_final import can_be_checked, is_locked
from learning.domain.attempt_frozen import Limits, Place, read_limits, read_places
from learning.domain.attempt_review import shown_things
from learning.models import Attempt, DraftAnswer
from quizzes.domain.answers import Answer, frozen
from quizzes.domain.judging import judge
from quizzes.domain.rules import EXPLANATION
from quizzes.domain.spec import Question, QuizSpec
from quizzes.domain.wording import QuizWording
from quizzes.services import spec_from, wording_from
from quizzes.showing import (
    AskedQuestion,
    Judged,
    Posed,
    ReviewedQuestion,
    Words,
    asked_question,
    citations,
    reviewed_question,
    words,
)

from .services.attempts import shown_text


@dataclass(frozen=True)
class Sitting:
    """An open attempt as it stands on the page."""

    attempt: Attempt
    limits: Limits
    title: Words
    intro: Words
    questions: tuple[AskedQuestion, ...]
    answered: int
    total: int
    saved_at: datetime | None
    seconds_left: int | None = None

    @property
    def ends_at(self) -> datetime | None:
        """When answering ends; None = never."""
        return self.attempt.closes_at

    @property
    def unanswered(self) -> int:
        """How many questions are not answered, or not to the end."""
        return self.total - self.answered

    @property
    def on_one_page(self) -> bool:
        """Whether all questions stand on one page."""
        return self.limits.rules.layout == "all"

    @property
    def resume_at(self) -> int:
        """The first question without a whole answer, else the first of all."""
        return next((question.position for question in self.questions if not question.answered), 1)

    def at(self, position: int) -> AskedQuestion | None:
        """Return the question at a place, or None."""
        return next((question for question in self.questions if question.position == position), None)


def sitting(
    attempt: Attempt,
    *,
    language: str,
    now: datetime,
    typed: Mapping[str, Answer] | None = None,
    problems: Mapping[str, str] | None = None,
) -> Sitting:
    """Return an attempt with its saved answers. Two queries, and one more where checked answers cite articles.

    Args:
        attempt: with its version loaded.
        language: of the page; words that are in another are marked.
        typed: answers just sent that could not be saved; they are shown instead of the saved ones.
        problems: {question id: what is wrong with its typed answer, as `BadAnswer` names it}.
    """
    spec = spec_from(attempt.version.payload)
    wording = wording_from(shown_text(attempt, language).payload)
    drafts = {draft.question: draft for draft in attempt.drafts.all()}
    limits = read_limits(attempt.limits)
    things = shown_things(limits.rules, submitted_at=None, settled=False, closes_at=attempt.closes_at, now=now)
    page = _Page(spec, wording, drafts, typed or {}, problems or {}, things, language)
    questions = tuple(page.questions(read_places(attempt.drawn)))
    return Sitting(
        attempt=attempt,
        limits=limits,
        title=words(wording.title, language),
        intro=words(wording.intro, language, html=True),
        questions=questions,
        answered=sum(question.answered for question in questions),
        total=len(questions),
        saved_at=max((draft.saved_at for draft in drafts.values()), default=None),
        seconds_left=max(0, int((attempt.closes_at - now).total_seconds())) if attempt.closes_at else None,
    )


def posed(place: Place, spec: QuizSpec, wording: QuizWording, answer: Answer, language: str) -> Posed:
    """Return the question at a place, put to the learner."""
    return Posed(spec.question(place.question), wording.question(place.question), place.options, answer, language)


def section_titles(places: tuple[Place, ...], wording: QuizWording, language: str) -> dict[int, Words]:
    """Return the titles of sections by the position of the first question in each; one without a title is left out."""
    titles, last = {}, None
    for place in places:
        label = wording.label(place.section)
        if place.section != last and label.text:
            titles[place.position] = words(label, language)
        last = place.section
    return titles


@dataclass(frozen=True)
class _Page:
    """What the questions of a page are made from."""

    spec: QuizSpec
    wording: QuizWording
    drafts: Mapping[str, DraftAnswer]
    typed: Mapping[str, Answer]
    problems: Mapping[str, str]
    things: frozenset[str]
    language: str

    def questions(self, places: tuple[Place, ...]) -> Iterator[AskedQuestion]:
        titles = section_titles(places, self.wording, self.language)
        reviews = self._reviews(places)
        for place in places:
            question = self.spec.question(place.question)
            saved = self._saved(question)
            answer = saved if place.question in reviews else self.typed.get(place.question, saved)
            yield asked_question(
                posed(place, self.spec, self.wording, answer, self.language),
                position=place.position,
                saved=saved,
                problem=self.problems.get(place.question, ""),
                section=titles.get(place.position),
                checkable=bool(self.things) and can_be_checked(question) and place.question not in reviews,
                review=reviews.get(place.question),
            )

    def _saved(self, question: Question) -> Answer:
        draft = self.drafts.get(question.id)
        return frozen(draft.value) if draft else ()

    def _reviews(self, places: tuple[Place, ...]) -> dict[str, ReviewedQuestion]:
        """Return what may be shown already: questions whose answer was checked, and cases that have ended."""
        if not self.things:
            return {}
        locked = [place for place in places if self._locked(self.spec.question(place.question))]
        cited = {}
        if EXPLANATION in self.things:
            cited = resolve(citations(self.spec.question(place.question) for place in locked), self.language)
        reviews = {}
        for place in locked:
            answer = self._saved(self.spec.question(place.question))
            judgement = judge(self.spec, {place.question: answer}, asked=[place.question])
            result = judgement.questions[0]
            reviews[place.question] = reviewed_question(
                posed(place, self.spec, self.wording, answer, self.language),
                position=place.position,
                things=self.things,
                judged=Judged(result.points, result.maximum, result.outcome, judgement.scale),
                cited=cited,
            )
        return reviews

    def _locked(self, question: Question) -> bool:
        draft = self.drafts.get(question.id)
        return draft is not None and is_locked(question, frozen(draft.value), checked=draft.checked_at is not None)
