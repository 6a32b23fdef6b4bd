"""What is typed: a number with its unit, and a word or a few."""

from dataclasses import dataclass

from quizzes.domain.answers import LONGEST_WORD, Answer
from quizzes.domain.kinds.numeric import NUMBER, UNIT
from quizzes.domain.kinds.words import TEXT
from quizzes.domain.rules import FEEDBACK, SOLUTION

from .posed import Fields, Posed, SelectOption, filled
from .words import Words


@dataclass(frozen=True)
class NumericAsked:
    """A field for a number; `unit` stands beside it, or one of `units` is chosen."""

    field: str
    value: str
    unit: Words | None
    unit_field: str
    units: tuple[SelectOption, ...]


@dataclass(frozen=True)
class TextAsked:
    """A field for words."""

    field: str
    value: str
    longest: int = LONGEST_WORD


@dataclass(frozen=True)
class TypedReviewed:
    """What was typed, with its unit; the right answer where it is shown; what is told about what was recognised."""

    value: str
    unit: Words | None
    solution: str
    solution_unit: Words | None
    feedback: Words | None


def number_asked(posed: Posed) -> NumericAsked:
    """Return the field with its unit."""
    given, units = posed.given, posed.kind.parts
    return NumericAsked(
        field=posed.field_of(NUMBER),
        value=given.get(NUMBER, ""),
        unit=posed.text(units[0]) if len(units) == 1 else None,
        unit_field=posed.field_of(UNIT),
        units=tuple(SelectOption(unit, posed.text(unit), given.get(UNIT) == unit) for unit in units)
        if posed.kind.asks_unit
        else (),
    )


def number_reviewed(posed: Posed, things: frozenset[str]) -> TypedReviewed:
    """Return the number that was given and, where it is shown, the right one."""
    given, units = posed.given, posed.kind.parts
    unit = given.get(UNIT, "") if posed.kind.asks_unit else next(iter(units), "")
    return TypedReviewed(
        value=given.get(NUMBER, ""),
        unit=posed.text(unit) if unit else None,
        solution=posed.kind.answer if SOLUTION in things else "",
        solution_unit=posed.text(units[0]) if units else None,
        feedback=None,
    )


def number_sent(posed: Posed, fields: Fields) -> Answer:
    """Return the number as typed and its unit; a unit alone is no answer."""
    sent = filled(fields, (NUMBER, UNIT))
    return sent if sent.keys() - {UNIT} else {}


def text_asked(posed: Posed) -> TextAsked:
    """Return the field."""
    return TextAsked(posed.field_of(TEXT), posed.given.get(TEXT, ""))


def text_reviewed(posed: Posed, things: frozenset[str]) -> TypedReviewed:
    """Return the words that were given, what is told about them, and the best answer where it is shown."""
    found = posed.kind.recognised(posed.given)
    return TypedReviewed(
        value=posed.given.get(TEXT, ""),
        unit=None,
        solution=posed.kind.solution()[TEXT] if SOLUTION in things else "",
        solution_unit=None,
        feedback=posed.note(found.id) if found and FEEDBACK in things else None,
    )


def text_sent(posed: Posed, fields: Fields) -> Answer:
    """Return the words as typed."""
    return filled(fields, (TEXT,))
