"""A question as it stands on a page to be answered. Nothing here knows a right answer."""

from dataclasses import dataclass
from typing import Any

from django.utils.html import strip_tags
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from quizzes.domain.answers import NOT_A_NUMBER, TOO_LONG, Answer
from quizzes.domain.kinds import SCENARIO
from quizzes.domain.wording import Phrase

from .posed import Fields, Posed
from .reviewing import ReviewedQuestion
from .types import SHOWING
from .words import Words, words

#: How far a question has been answered.
OPEN, BEGUN, DONE = "open", "begun", "done"


@dataclass(frozen=True)
class AskedQuestion:
    """A question as it stands on the page.

    Attributes:
        position: from 1 on.
        start: the first words of the stem, for lists.
        section: title of the section that begins with it; empty for every other.
        state: "open", "begun" (something is missing yet) or "done".
        template, body: what shows the part that differs by type.
        error: what is wrong with what was typed, in words; "" if nothing is.
        by_steps: a case: each decision has its own button and is final.
        checkable: its answer may be checked now, which locks it.
        review: what may be shown of it during the attempt, once it is locked.
    """

    position: int
    id: str
    type: str
    stem: Words
    start: str
    section: Words | None
    points: int
    state: str
    template: str
    body: Any
    error: str = ""
    checkable: bool = False
    review: ReviewedQuestion | None = None

    @property
    def answered(self) -> bool:
        """Tell whether there is nothing left to answer."""
        return self.state == DONE

    @property
    def by_steps(self) -> bool:
        """Tell whether it is answered decision by decision."""
        return self.type == SCENARIO


def asked_question(
    posed: Posed,
    *,
    position: int,
    saved: Answer,
    problem: str = "",
    section: Words | None = None,
    checkable: bool = False,
    review: ReviewedQuestion | None = None,
) -> AskedQuestion:
    """Return a question to be answered.

    Args:
        saved: the answer that is stored, where `posed.answer` is one that was typed just now.
        problem: of the typed answer, as `BadAnswer` names it.
    """
    stem = posed.wording.stem
    return AskedQuestion(
        position=position,
        id=posed.question.id,
        type=posed.question.type,
        stem=words(stem, posed.language, html=True),
        start=start_of(stem),
        section=section,
        points=posed.question.points,
        state=DONE if posed.kind.complete(saved) else BEGUN if saved else OPEN,
        template=f"quizzes/questions/{posed.question.type}.html",
        body=SHOWING[posed.question.type].asked(posed),
        error=_problem(problem),
        checkable=checkable,
        review=review,
    )


def start_of(stem: Phrase) -> str:
    """Return the first words of a stem, as plain text, for lists."""
    return Truncator(strip_tags(stem.text.replace("</p>", " "))).chars(90)


def sent_answer(posed: Posed, fields: Fields) -> Answer:
    """Return what a form sent as an answer; whether the question can have it is for `judging.clean_answer` to say."""
    return SHOWING[posed.question.type].sent(posed, fields)


def _problem(problem: str) -> str:
    if not problem:
        return ""
    told = {
        NOT_A_NUMBER: _("This is not a number. Write it in digits, like 14 or 2.5."),
        TOO_LONG: _("This text is too long. Shorten it."),
    }
    return told.get(problem, _("This answer does not belong to this question. Please choose again."))
