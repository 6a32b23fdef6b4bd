"""Short text: one word or a few, compared after folding case, script and every apostrophe."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import Any, Self

from core.folding import fold

from ..answers import Answer, BadAnswer, fields_of
from .base import Kind
from .numeric import exact

TEXT = "text"


@dataclass(frozen=True)
class Accepted:
    """Spellings that mean one thing, in any language, and what part of the points they bring ("1", "1/2")."""

    id: str
    spellings: tuple[str, ...]
    share: str


@dataclass(frozen=True)
class ShortText(Kind):
    """Words that are accepted, the best first. A part may bring 0: a known mistake with feedback of its own."""

    accepted: tuple[Accepted, ...]

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> Self:
        """Return the accepted words behind parsed JSON."""
        return cls(tuple(Accepted(item["id"], tuple(item["spellings"]), item["share"]) for item in data["accepted"]))

    def faults(self) -> Iterator[str]:
        """Demand a full answer, shares from 0 to 1, and no spelling that means two things."""
        try:
            shares = [exact(item.share) for item in self.accepted]
        except BadAnswer:
            yield "a share is no number"
            return
        if not any(share == 1 for share in shares) or not all(0 <= share <= 1 for share in shares):
            yield "needs an answer that brings all the points, and none that brings more"
        folded = [fold(word) for item in self.accepted for word in set(map(fold, item.spellings))]
        if not all(folded) or any(not item.spellings for item in self.accepted):
            yield "an accepted answer has no letters or digits"
        if len(set(folded)) != len(folded):
            yield "one spelling is accepted twice"

    @property
    def parts(self) -> tuple[str, ...]:
        """Return the ids of the accepted answers, which carry feedback."""
        return tuple(item.id for item in self.accepted)

    def clean(self, answer: Answer) -> dict[str, str]:
        """Return {"text": as typed}."""
        return fields_of(answer, (TEXT,))

    def recognised(self, answer: Answer) -> Accepted | None:
        """Return what the typed words mean, or None."""
        typed = fold(dict(answer).get(TEXT, ""))  # type: ignore[arg-type]
        return next((item for item in self.accepted if typed and typed in map(fold, item.spellings)), None)

    def share(self, answer: Answer) -> Fraction:
        """Return the share of what was recognised."""
        found = self.recognised(answer)
        return exact(found.share) if found else Fraction(0)

    @property
    def units(self) -> int:
        """Return the least common denominator of all shares."""
        return lcm(*(exact(item.share).denominator for item in self.accepted))

    def solution(self) -> dict[str, str]:
        """Return the first spelling that brings everything."""
        return {TEXT: next(item.spellings[0] for item in self.accepted if exact(item.share) == 1)}

    def right_parts(self, answer: Answer) -> frozenset[str]:
        """Return the id of what was recognised, if it brings anything."""
        found = self.recognised(answer)
        return frozenset({found.id} if found and exact(found.share) else ())
