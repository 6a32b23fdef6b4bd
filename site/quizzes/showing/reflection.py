"""A reflection: a text of one's own, with the criteria by which a trainer will mark it."""

from dataclasses import dataclass

from quizzes.domain.answers import Answer
from quizzes.domain.kinds.reflection import TEXT, WORD

from .posed import Fields, Posed, filled
from .words import Words


@dataclass(frozen=True)
class LevelShown:
    """A level of a criterion; `reached` when a trainer has given it."""

    text: Words
    points: int
    reached: bool


@dataclass(frozen=True)
class CriterionShown:
    """What is looked at, and its levels."""

    text: Words
    levels: tuple[LevelShown, ...]


@dataclass(frozen=True)
class ReflectionBody:
    """The text with its criteria; `comment` is the trainer's, `marked` tells whether there is a mark."""

    field: str
    value: str
    min_words: int
    max_words: int
    longest: int
    criteria: tuple[CriterionShown, ...]
    marked: bool = False
    comment: str = ""


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
                posed.text(criterion.id),
                tuple(
                    LevelShown(posed.text(level.id), level.points, levels.get(criterion.id) == level.id)
                    for level in criterion.levels
                ),
            )
            for criterion in kind.rubric
        ),
        marked=posed.mark is not None,
        comment=posed.mark.comment if posed.mark else "",
    )


def reviewed(posed: Posed, things: frozenset[str]) -> ReflectionBody:
    """Return the text with its mark. What a trainer wrote is shown at once: it is told to nobody else."""
    return asked(posed)


def sent(posed: Posed, fields: Fields) -> Answer:
    """Return the text as written."""
    return filled(fields, (TEXT,))
