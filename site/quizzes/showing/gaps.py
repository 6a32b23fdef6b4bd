"""A text with gaps: fields and select boxes inside the running text."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from quizzes.domain.answers import LONGEST_WORD, Answer
from quizzes.domain.kinds import Gap
from quizzes.domain.kinds.gaps import TEXT
from quizzes.domain.rules import CORRECTNESS, SOLUTION

from .posed import Fields, Posed, SelectOption, filled
from .words import Words


@dataclass(frozen=True)
class TextPiece:
    """A piece of cleaned HTML between gaps; it may begin or end inside a paragraph."""

    html: SafeString
    number: int = 0


@dataclass(frozen=True)
class GapAsked:
    """A gap, counted from 1 in the order of the text: typed, or chosen among `options`."""

    number: int
    field: str
    value: str
    options: tuple[SelectOption, ...]
    longest: int = LONGEST_WORD


@dataclass(frozen=True)
class GapReviewed:
    """A gap as it was filled; `right` and `solution` are None where they are not shown."""

    number: int
    given: Words | None
    right: bool | None
    solution: Words | None


@dataclass(frozen=True)
class GapsBody:
    """The text cut at its gaps. `lang` is that of the text."""

    pieces: tuple[TextPiece | GapAsked | GapReviewed, ...]
    lang: str
    total: int


def asked(posed: Posed) -> GapsBody:
    """Return the text with a field in each gap."""
    given = posed.given

    def field(gap: Gap, number: int) -> GapAsked:
        own = [option.id for option in gap.options]
        options = tuple(
            SelectOption(key, posed.text(key), given.get(gap.id) == key) for key in posed.arrangement if key in own
        )
        return GapAsked(number, posed.field_of(gap.id), given.get(gap.id, ""), options)

    return GapsBody(
        tuple(piece if isinstance(piece, TextPiece) else field(*piece) for piece in _pieces(posed)),
        posed.text(TEXT).lang,
        len(posed.kind.gaps),
    )


def reviewed(posed: Posed, things: frozenset[str]) -> GapsBody:
    """Return the text with what stands in each gap."""
    given, right, solution = posed.given, posed.kind.right_parts(posed.given), posed.kind.solution()

    def filling(gap: Gap, value: str) -> Words | None:
        if not value:
            return None
        return posed.text(value) if gap.options else Words(value, "")

    def gap_shown(gap: Gap, number: int) -> GapReviewed:
        return GapReviewed(
            number=number,
            given=filling(gap, given.get(gap.id, "")),
            right=gap.id in right if CORRECTNESS in things and gap.id in given else None,
            solution=filling(gap, solution[gap.id]) if SOLUTION in things and gap.id not in right else None,
        )

    return GapsBody(
        tuple(piece if isinstance(piece, TextPiece) else gap_shown(*piece) for piece in _pieces(posed)),
        posed.text(TEXT).lang,
        len(posed.kind.gaps),
    )


def sent(posed: Posed, fields: Fields) -> Answer:
    """Return {gap: typed words or chosen id}."""
    return filled(fields, tuple(gap.id for gap in posed.kind.gaps))


def _pieces(posed: Posed) -> Iterator[TextPiece | tuple[Gap, int]]:
    """Cut the text. A gap that a translation has forgotten comes at the end; one written twice is asked once."""
    left = {gap.id: gap for gap in posed.kind.gaps}
    number = 0
    for piece in posed.kind.pieces(str(posed.text(TEXT).text)):
        if isinstance(piece, str):
            yield TextPiece(mark_safe(piece))  # cut from HTML that was cleaned when it was frozen
        elif piece.id in left:
            number += 1
            yield left.pop(piece.id), number
        else:
            yield TextPiece(mark_safe("…"))
    for gap in left.values():
        number += 1
        yield gap, number
