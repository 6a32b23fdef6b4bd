"""A question with its whole key in words, for editors: every option, spelling, way and level, and what is told."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from quizzes.domain import kinds

from .choosing import option_text
from .gaps import TEXT
from .posed import Posed
from .words import Words


@dataclass(frozen=True)
class KeyLine:
    """A line of a key.

    Attributes:
        text: what it is about.
        answer: what belongs to it, in words; "" if `right` says it all.
        note: what learners are told about it.
        inner: it belongs to the line above.
    """

    text: Words
    answer: str = ""
    right: bool = False
    note: Words | None = None
    inner: bool = False


def key_of(posed: Posed) -> tuple[KeyLine, ...]:
    """Return the lines of a question's key, in the editor's order."""
    return tuple(_LINES[type(posed.kind)](posed))


def _choice(posed: Posed) -> Iterator[KeyLine]:
    right = posed.kind.solution()
    for option in posed.kind.parts:
        yield KeyLine(option_text(posed, option), right=option in right, note=posed.note(option))


def _matching(posed: Posed) -> Iterator[KeyLine]:
    for pair in posed.kind.pairs:
        yield KeyLine(posed.text(pair.id), answer=f"→ {posed.text(pair.partner).text}")
    for extra in posed.kind.extra:
        yield KeyLine(posed.text(extra), answer=_("belongs to nothing"))


def _ordering(posed: Posed) -> Iterator[KeyLine]:
    for step, place in posed.kind.solution().items():
        yield KeyLine(posed.text(step), answer=place)


def _numeric(posed: Posed) -> Iterator[KeyLine]:
    yield KeyLine(Words(f"{posed.kind.answer} ± {posed.kind.tolerance}", ""), right=True)
    for unit in posed.kind.measures:
        yield KeyLine(posed.text(unit.id), answer=f"× {unit.factor}", inner=True)


def _short_text(posed: Posed) -> Iterator[KeyLine]:
    for accepted in posed.kind.accepted:
        spellings = Words("; ".join(accepted.spellings), "")
        yield KeyLine(spellings, answer=f"× {accepted.share}", note=posed.note(accepted.id))


def _gaps(posed: Posed) -> Iterator[KeyLine]:
    yield KeyLine(posed.text(TEXT, html=True))
    for gap in posed.kind.gaps:
        yield KeyLine(Words(f"[[{gap.name}]]", ""), answer="; ".join(gap.spellings))
        for option in gap.options:
            yield KeyLine(posed.text(option.id), right=option.correct, inner=True)


def _scenario(posed: Posed) -> Iterator[KeyLine]:
    endings = {kinds.REACHED: _("ends well"), kinds.FAILED: _("ends badly")}
    numbers = {situation.id: number for number, situation in enumerate(posed.kind.situations, start=1)}
    for situation in posed.kind.situations:
        ending = endings.get(situation.ending, "")
        yield KeyLine(posed.text(situation.id, html=True), answer=f"{numbers[situation.id]}. {ending}".strip())
        for decision in situation.decisions:
            leads = _("→ %(number)s, points: %(points)s") % {"number": numbers[decision.to], "points": decision.points}
            yield KeyLine(posed.text(decision.id), answer=leads, note=posed.note(decision.id), inner=True)


def _reflection(posed: Posed) -> Iterator[KeyLine]:
    for criterion in posed.kind.rubric:
        yield KeyLine(posed.text(criterion.id))
        for level in criterion.levels:
            yield KeyLine(posed.text(level.id), answer=str(level.points), inner=True)


def _survey(posed: Posed) -> Iterator[KeyLine]:
    for option in posed.kind.options:
        yield KeyLine(posed.text(option))


_LINES: dict[type, Callable[[Posed], Iterator[KeyLine]]] = {
    kinds.Choice: _choice,
    kinds.Statement: _choice,
    kinds.Matching: _matching,
    kinds.Ordering: _ordering,
    kinds.Numeric: _numeric,
    kinds.ShortText: _short_text,
    kinds.Gaps: _gaps,
    kinds.Scenario: _scenario,
    kinds.Reflection: _reflection,
    kinds.Survey: _survey,
}
