"""A reflection: a text of one's own, with the criteria by which a trainer will mark it."""

from dataclasses import dataclass, replace
from datetime import datetime

from quizzes.domain.answers import Answer
from quizzes.domain.kinds.reflection import TEXT, WORD
from quizzes.domain.rules import CORRECTNESS, FEEDBACK

from .posed import Fields, Posed, filled
from .words import Words


@dataclass(frozen=True)
class LevelShown:
    """A level of a criterion; `reached` when a trainer has given it."""

    id: str
    text: Words
    points: int
    reached: bool


@dataclass(frozen=True)
class CriterionShown:
    """What is looked at, and its levels."""

    id: str
    text: Words
    levels: tuple[LevelShown, ...]


@dataclass(frozen=True)
class ReflectionBody:
    """The text with its criteria.

    Attributes:
        marked: whether there is a mark whose levels may be shown.
        comment: the trainer's, where it may be shown.
        by, at: who marked last, and when; nothing where nobody has.
    """

    field: str
    value: str
    min_words: int
    max_words: int
    longest: int
    criteria: tuple[CriterionShown, ...]
    marked: bool = False
    comment: str = ""
    by: str = ""
    at: datetime | None = None


def asked(posed: Posed) -> ReflectionBody:
    """Return the field with what is looked at."""
    kind, levels = posed.kind, posed.mark.levels if posed.mark else {}
    return ReflectionBody(
        field=posed.field_of(TEXT),
        value=posed.given.get(TEXT, ""),
        min_words=kind.min_words,
        max_words=kind.max_words,
        longest=kind.max_words * WORD,
        criteria=tuple(
            CriterionShown(
                criterion.id,
                posed.text(criterion.id),
                tuple(
                    LevelShown(level.id, posed.text(level.id), level.points, levels.get(criterion.id) == level.id)
                    for level in criterion.levels
                ),
            )
            for criterion in kind.rubric
        ),
        marked=posed.mark is not None,
    )


def reviewed(posed: Posed, things: frozenset[str]) -> ReflectionBody:
    """Return the text with its mark: the levels where it may be shown what was right, the comment with feedback."""
    body = asked(replace(posed, mark=posed.mark if CORRECTNESS in things else None))
    if posed.mark is None:
        return body
    comment = posed.mark.comment if FEEDBACK in things else ""
    return replace(body, comment=comment, by=posed.mark.by, at=posed.mark.at)


def sent(posed: Posed, fields: Fields) -> Answer:
    """Return the text as written."""
    return filled(fields, (TEXT,))
