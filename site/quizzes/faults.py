"""What editors are told of faults that the domain finds. The domain speaks English; editors read their language."""

from django.utils.translation import gettext, gettext_noop

from .domain.spec import UnsoundQuiz

#: Every fault of `quizzes.domain.kinds` and `quizzes.domain.spec` word for word; a test compares.
FAULTS = (
    gettext_noop("options are missing or share one id"),
    gettext_noop("needs a right and a wrong option"),
    gettext_noop("needs exactly one right answer"),
    gettext_noop("needs at least two pairs"),
    gettext_noop("pairs are missing or share one id"),
    gettext_noop("steps are missing or share one id"),
    gettext_noop("tolerance or unit below zero"),
    gettext_noop("the answer, its tolerance or a unit is no number"),
    gettext_noop("units share one id"),
    gettext_noop("a share is no number"),
    gettext_noop("needs an answer that brings all the points, and none that brings more"),
    gettext_noop("an accepted answer has no letters or digits"),
    gettext_noop("one spelling is accepted twice"),
    gettext_noop("gaps are missing or share one name"),
    gettext_noop("gaps or options share one id"),
    gettext_noop("a gap needs accepted answers, or exactly one right option among several"),
    gettext_noop("situations or decisions are missing or share one id"),
    gettext_noop("a situation either offers decisions or is an ending"),
    gettext_noop("a decision leads nowhere"),
    gettext_noop("a decision takes points away"),
    gettext_noop("a way comes back to where it was"),
    gettext_noop("a situation cannot be reached"),
    gettext_noop("no way brings a point"),
    gettext_noop("the rubric needs criteria with at least two levels, the best of them worth a point"),
    gettext_noop("criteria or levels share one id"),
    gettext_noop("the lengths asked for make no sense"),
    gettext_noop("less than one point"),
    gettext_noop("a question that is not judged has neither points nor weight"),
    gettext_noop("unknown type"),
    gettext_noop("the quiz has no questions"),
    gettext_noop("two questions share one id"),
    gettext_noop("too many questions"),
    gettext_noop("the pass mark is not between 1 and 100"),
    gettext_noop("a rule has a value that is not known"),
    gettext_noop("time to hand in is promised, but none is given"),
    gettext_noop("what is shown when has a value that is not known"),
    gettext_noop("two bands of results begin at one percentage"),
    gettext_noop("a section names a question that is not there, or one twice"),
    gettext_noop("too few questions for what the sections draw"),
    gettext_noop("no question brings points"),
)


def told(fault: str) -> str:
    """Return a fault in the reader's language, as a sentence."""
    text = gettext(fault)
    return f"{text[:1].upper()}{text[1:]}."


def why(unsound: UnsoundQuiz) -> str:
    """Return in the reader's language why a quiz cannot be sat, and which question has the fault."""
    return f"{unsound.question}: {told(unsound.problem)}" if unsound.question else told(unsound.problem)
