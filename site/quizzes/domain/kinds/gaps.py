"""A text with gaps: each is typed, or chosen from a list. In the words a gap stands as [[name]]."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Self

from core.folding import fold

from ..answers import UNKNOWN, Answer, BadAnswer, fields_of
from .base import Kind
from .choice import Option

#: Id of the part that holds the text around the gaps.
TEXT = "text"
MARK = re.compile(r"\[\[([a-z0-9][a-z0-9-]*)\]\]")


@dataclass(frozen=True)
class Gap:
    """A gap: `name` stands in the text; either `spellings` are accepted or one of `options` is right."""

    id: str
    name: str
    spellings: tuple[str, ...]
    options: tuple[Option, ...]

    def is_right(self, given: str) -> bool:
        """Tell whether a typed word or a chosen id fills the gap rightly."""
        if self.options:
            return any(option.id == given and option.correct for option in self.options)
        return bool(fold(given)) and fold(given) in map(fold, self.spellings)


@dataclass(frozen=True)
class Gaps(Kind):
    """A text with gaps, each worth the same."""

    gaps: tuple[Gap, ...]

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> Self:
        """Return the gaps behind parsed JSON."""
        return cls(
            tuple(
                Gap(
                    id=gap["id"],
                    name=gap["name"],
                    spellings=tuple(gap["spellings"]),
                    options=tuple(Option(**option) for option in gap["options"]),
                )
                for gap in data["gaps"]
            )
        )

    def faults(self) -> Iterator[str]:
        """Demand gaps with distinct names, each with spellings or with exactly one right option."""
        names = [gap.name for gap in self.gaps]
        if not names or len(set(names)) != len(names) or not all(names):
            yield "gaps are missing or share one name"
        ids = [*(gap.id for gap in self.gaps), *self.parts]
        if len(set(ids)) != len(ids) or not all(ids):
            yield "gaps or options share one id"
        for gap in self.gaps:
            chosen = len(gap.options) > 1 and sum(option.correct for option in gap.options) == 1
            typed = not gap.options and gap.spellings and all(map(fold, gap.spellings))
            if not chosen and not typed:
                yield "a gap needs accepted answers, or exactly one right option among several"

    @property
    def parts(self) -> tuple[str, ...]:
        """Return the text around the gaps, then the options of all gaps."""
        return (TEXT, *self.arranged)

    @property
    def arranged(self) -> tuple[str, ...]:
        """Options may be shuffled."""
        return tuple(option.id for gap in self.gaps for option in gap.options)

    def pieces(self, text: str) -> tuple[str | Gap, ...]:
        """Return the words of the text part in one language, cut at its gaps; a mark without a gap stays as it is."""
        named = {gap.name: gap for gap in self.gaps}
        cut = MARK.split(text)
        return tuple(
            named.get(piece, f"[[{piece}]]") if place % 2 else piece for place, piece in enumerate(cut) if piece
        )

    def clean(self, answer: Answer) -> dict[str, str]:
        """Return {gap id: typed words or chosen id}."""
        given = fields_of(answer, tuple(gap.id for gap in self.gaps))
        for gap in self.gaps:
            if gap.options and given.get(gap.id, "") not in ("", *(option.id for option in gap.options)):
                raise BadAnswer(UNKNOWN)
        return given

    def share(self, answer: Answer) -> Fraction:
        """Return the part of the gaps that is filled rightly."""
        return Fraction(len(self.right_parts(answer)), len(self.gaps))

    @property
    def units(self) -> int:
        """Return the number of gaps."""
        return len(self.gaps)

    def solution(self) -> dict[str, str]:
        """Return every gap filled with the first accepted spelling or the right option."""
        return {
            gap.id: next((option.id for option in gap.options if option.correct), "") or gap.spellings[0]
            for gap in self.gaps
        }

    def right_parts(self, answer: Answer) -> frozenset[str]:
        """Return the gaps that are filled rightly."""
        given = dict(answer)  # type: ignore[arg-type]
        return frozenset(gap.id for gap in self.gaps if gap.is_right(given.get(gap.id, "")))

    def complete(self, answer: Answer) -> bool:
        """Every gap is filled."""
        return len(answer) == len(self.gaps)
