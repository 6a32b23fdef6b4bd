"""A sitting as the learner sees it. Nothing here knows a right answer: flags and feedback are never among it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.html import strip_tags
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator

from learning.domain.attempt_frozen import Limits, Place, read_limits, read_places
from learning.models import Attempt
from quizzes.domain.spec import Question
from quizzes.domain.wording import Phrase, QuestionWording
from quizzes.previewing import option_text
from quizzes.services import spec_from, wording_from

from .services.attempts import shown_text


@dataclass(frozen=True)
class Words:
    """Text to show: plain text, or HTML that was cleaned when it was frozen. `lang` is "" in the page's language."""

    text: str | SafeString
    lang: str


@dataclass(frozen=True)
class ShownOption:
    """An option as it stands on the page; `chosen` when the saved answer has it."""

    id: str
    text: Words
    chosen: bool


@dataclass(frozen=True)
class ShownQuestion:
    """A question as it stands on the page.

    Attributes:
        position: from 1 on.
        field: name of its form field.
        start: the first words of the stem, for the list before hand-in.
    """

    position: int
    id: str
    field: str
    stem: Words
    start: str
    options: tuple[ShownOption, ...]
    takes_several: bool
    points: int
    answered: bool


@dataclass(frozen=True)
class Sitting:
    """An open attempt as it stands on the page."""

    attempt: Attempt
    limits: Limits
    title: Words
    intro: Words
    questions: tuple[ShownQuestion, ...]
    answered: int
    total: int
    saved_at: datetime | None

    @property
    def unanswered(self) -> int:
        """How many questions have no answer yet."""
        return self.total - self.answered

    @property
    def on_one_page(self) -> bool:
        """Whether all questions stand on one page."""
        return self.limits.rules.layout == "all"

    @property
    def resume_at(self) -> int:
        """The first question without an answer, else the first of all."""
        return next((question.position for question in self.questions if not question.answered), 1)

    def at(self, position: int) -> ShownQuestion | None:
        """Return the question at a place, or None."""
        return next((question for question in self.questions if question.position == position), None)


def sitting(attempt: Attempt, *, language: str, typed: Mapping[str, Collection[str]] | None = None) -> Sitting:
    """Return an attempt with its saved answers. Two queries.

    Args:
        attempt: with its version loaded.
        language: of the page; words that are in another are marked.
        typed: answers just sent that could not be saved; they are shown instead of the saved ones.
    """
    spec = spec_from(attempt.version.payload)
    wording = wording_from(shown_text(attempt, language).payload)
    drafts = {draft.question: draft for draft in attempt.drafts.all()}
    answers = {key: draft.value for key, draft in drafts.items()} | dict(typed or {})
    questions = tuple(
        _shown(place, spec.question(place.question), wording.question(place.question), answers, language)
        for place in read_places(attempt.drawn)
    )
    return Sitting(
        attempt=attempt,
        limits=read_limits(attempt.limits),
        title=words(wording.title, language),
        intro=words(wording.intro, language, html=True),
        questions=questions,
        answered=sum(question.answered for question in questions),
        total=len(questions),
        saved_at=max((draft.saved_at for draft in drafts.values()), default=None),
    )


def words(phrase: Phrase, language: str, *, html: bool = False) -> Words:
    """Return a phrase ready for a page in `language`."""
    text = mark_safe(phrase.text) if html else phrase.text  # cleaned by quizzes.richtext when it was frozen
    return Words(text, phrase.language if phrase.language not in ("", language) else "")


def _shown(
    place: Place,
    question: Question,
    wording: QuestionWording,
    answers: Mapping[str, Collection[str]],
    language: str,
) -> ShownQuestion:
    chosen = answers.get(place.question, ())
    options = tuple(
        ShownOption(key, words(option_text(question, wording.part(key)), language), key in chosen)
        for key in place.options
    )
    return ShownQuestion(
        position=place.position,
        id=place.question,
        field=f"answer-{place.question}",
        stem=words(wording.stem, language, html=True),
        start=Truncator(strip_tags(wording.stem.text.replace("</p>", " "))).chars(90),
        options=options,
        takes_several=question.takes_several,
        points=question.points,
        answered=any(option.chosen for option in options),
    )
