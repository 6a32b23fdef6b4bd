"""The report of a writer: what of each question could not go into the file."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from .model import CHANGED, REFUSED, TAKEN, Exchanged, Line, Place, Reason, Refused

T = TypeVar("T")


class Notes:
    """Changes of one question, each once."""

    def __init__(self) -> None:
        self._codes: dict[str, None] = {}

    def note(self, code: str) -> None:
        """Note a change."""
        self._codes[code] = None

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Return them in the order in which they were noted."""
        return tuple(Reason(code) for code in self._codes)


def write_all(
    questions: Iterable[Exchanged], write: Callable[[Exchanged, Notes], T]
) -> tuple[list[T], tuple[Line, ...]]:
    """Return what `write` makes of each question that it does not refuse, and a line for every one."""
    pieces, lines = [], []
    for number, exchanged in enumerate(questions, start=1):
        notes = Notes()
        told: tuple[Reason, ...]
        try:
            pieces.append(write(exchanged, notes))
        except Refused as refusal:
            verdict, told = REFUSED, (refusal.reason,)
        else:
            told = notes.reasons
            verdict = CHANGED if told else TAKEN
        lines.append(Line(number, Place(), exchanged.question.name, verdict, told, exchanged.question.id))
    return pieces, tuple(lines)
