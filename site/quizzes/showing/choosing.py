"""Single choice, multiple response, true or false, and the survey."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from quizzes.domain.answers import Answer
from quizzes.domain.kinds import TRUE, TRUEFALSE, Survey
from quizzes.domain.kinds.survey import LONGEST_REMARK, TEXT
from quizzes.domain.rules import FEEDBACK, SOLUTION

from .posed import Fields, Posed, filled
from .words import Words


@dataclass(frozen=True)
class ShownOption:
    """An option as it stands on the page; `chosen` when the answer has it."""

    id: str
    text: Words
    chosen: bool


@dataclass(frozen=True)
class ChoiceAsked:
    """Options to choose from; a survey without options asks for words (`value`) of at most `longest` characters."""

    field: str
    options: tuple[ShownOption, ...]
    several: bool
    value: str = ""
    longest: int = LONGEST_REMARK


@dataclass(frozen=True)
class ReviewedOption:
    """An option after judging.

    Attributes:
        correct: None where right answers are not shown yet.
        feedback: for an option that was chosen, and for a right one once right answers are shown; else None.
    """

    text: Words
    chosen: bool
    correct: bool | None
    feedback: Words | None


@dataclass(frozen=True)
class ChoiceReviewed:
    """Options with what was chosen, or the words given to a survey."""

    options: tuple[ReviewedOption, ...]
    value: str = ""


def asked(posed: Posed) -> ChoiceAsked:
    """Return the options in their drawn order."""
    options = tuple(ShownOption(key, option_text(posed, key), key in posed.chosen) for key in posed.arrangement)
    several = posed.kind.several if isinstance(posed.kind, Survey) else posed.question.takes_several
    field = posed.field if options else posed.field_of(TEXT)
    return ChoiceAsked(field, options, several, value=posed.given.get(TEXT, ""))


def reviewed(posed: Posed, things: frozenset[str]) -> ChoiceReviewed:
    """Return the options with what may be told of them."""
    right = posed.kind.solution()
    options = []
    for key in posed.arrangement:
        chosen = key in posed.chosen
        tells = FEEDBACK in things and (chosen or (SOLUTION in things and key in right))
        options.append(
            ReviewedOption(
                text=option_text(posed, key),
                chosen=chosen,
                correct=key in right if SOLUTION in things and posed.kind.scored else None,
                feedback=posed.note(key) if tells and not isinstance(posed.kind, Survey) else None,
            )
        )
    return ChoiceReviewed(tuple(options), value=posed.given.get(TEXT, ""))


def sent(posed: Posed, fields: Fields) -> Answer:
    """Return what was chosen, or the words."""
    if isinstance(posed.kind, Survey) and not posed.kind.options:
        return filled(fields, (TEXT,))
    return tuple(fields.get("", ()))


def option_text(posed: Posed, key: str) -> Words:
    """Return the words of an option; those of a statement are the site's own, in the reader's language."""
    if posed.question.type != TRUEFALSE:
        return posed.text(key)
    return Words(_("True") if key == TRUE else _("False"), "")
