"""What became of each entry of a list of addresses: the report that a trainer reads."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """What became of one entry. A blocked account looks like none at all."""

    ADDED = "added"
    ALREADY_MEMBER = "already_member"
    INVITED = "invited"
    ALREADY_INVITED = "already_invited"
    LEADS_GROUP = "leads_group"
    DUPLICATE = "duplicate"
    NOT_AN_ADDRESS = "not_an_address"


#: Outcomes that changed something.
CHANGES = frozenset({Outcome.ADDED, Outcome.INVITED})


@dataclass(frozen=True)
class Line:
    """One entry as it was written, and what became of it."""

    text: str
    outcome: Outcome


@dataclass(frozen=True)
class AddingReport:
    """The report over a whole list, in the order in which it was written."""

    lines: tuple[Line, ...]

    def counts(self) -> dict[Outcome, int]:
        """Return how many entries had each outcome; outcomes that did not occur are left out."""
        found = Counter(line.outcome for line in self.lines)
        return {outcome: found[outcome] for outcome in Outcome if found[outcome]}

    @property
    def changed(self) -> bool:
        """Whether anything was changed: False when the same list is sent a second time."""
        return any(line.outcome in CHANGES for line in self.lines)
