"""A branching case: situations, decisions that are final, and endings. A graph without a way back."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any, Self

from ..answers import NO_WAY, UNKNOWN, Answer, BadAnswer
from .base import Kind

REACHED, FAILED = "reached", "failed"


@dataclass(frozen=True)
class Decision:
    """What one can do in a situation: points it brings, and the id of the situation it leads to."""

    id: str
    to: str
    points: int


@dataclass(frozen=True)
class Situation:
    """Where one stands. An ending has no decisions and is "reached" or "failed"; elsewhere `ending` is ""."""

    id: str
    ending: str
    decisions: tuple[Decision, ...]


@dataclass(frozen=True)
class Scenario(Kind):
    """A case. An answer is the way: the ids of the decisions that were taken, in their order.

    Attributes:
        situations: the first is where the case begins.
    """

    situations: tuple[Situation, ...]

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> Self:
        """Return the case behind parsed JSON."""
        return cls(
            tuple(
                Situation(item["id"], item["ending"], tuple(Decision(**decision) for decision in item["decisions"]))
                for item in data["situations"]
            )
        )

    @cached_property
    def _by_id(self) -> dict[str, Situation]:
        return {situation.id: situation for situation in self.situations}

    def faults(self) -> Iterator[str]:
        """Demand a graph in which every way ends, nothing comes back, and nothing stands apart."""
        ids = self.parts
        if not self.situations or len(set(ids)) != len(ids) or not all(ids):
            yield "situations or decisions are missing or share one id"
            return
        for situation in self.situations:
            if situation.ending not in ("", REACHED, FAILED) or bool(situation.ending) == bool(situation.decisions):
                yield "a situation either offers decisions or is an ending"
            if any(decision.to not in self._by_id for decision in situation.decisions):
                yield "a decision leads nowhere"
                return
            if any(decision.points < 0 for decision in situation.decisions):
                yield "a decision takes points away"
        if self._comes_back():
            yield "a way comes back to where it was"
            return
        if self._reachable() != set(self._by_id):
            yield "a situation cannot be reached"
        if not self.best:
            yield "no way brings a point"

    @property
    def parts(self) -> tuple[str, ...]:
        """Return situations, then decisions."""
        decisions = (decision.id for situation in self.situations for decision in situation.decisions)
        return (*(situation.id for situation in self.situations), *decisions)

    @property
    def arranged(self) -> tuple[str, ...]:
        """Decisions may be shuffled."""
        return tuple(decision.id for situation in self.situations for decision in situation.decisions)

    def walk(self, way: Sequence[str]) -> tuple[tuple[Situation, Decision], ...]:
        """Return each situation on a way with the decision taken there.

        Raises:
            BadAnswer: for a decision that is not offered where it was taken.
        """
        here, steps = self.situations[0], []
        for taken in way:
            decision = next((decision for decision in here.decisions if decision.id == taken), None)
            if decision is None:
                raise BadAnswer(NO_WAY)
            steps.append((here, decision))
            here = self._by_id[decision.to]
        return tuple(steps)

    def stands_at(self, way: Sequence[str]) -> Situation:
        """Return the situation to which a way has led."""
        steps = self.walk(way)
        return self._by_id[steps[-1][1].to] if steps else self.situations[0]

    def clean(self, answer: Answer) -> tuple[str, ...]:
        """Return the way, checked step by step. Decisions keep the order in which they were taken."""
        if isinstance(answer, Mapping):
            if answer:
                raise BadAnswer(UNKNOWN)
            return ()
        self.walk(answer)
        return tuple(answer)

    def share(self, answer: Answer) -> Fraction:
        """Return the points of the way over those of the best way."""
        return Fraction(sum(decision.points for _here, decision in self.walk(tuple(answer))), self.best)

    def has_failed(self, answer: Answer) -> bool:
        """Tell whether a way has come to an ending that fails, or to none at all."""
        return self.stands_at(tuple(answer)).ending != REACHED

    @property
    def best(self) -> int:
        """Return the points of the best way."""
        return self._best_ways[self.situations[0].id][0][0]

    @property
    def units(self) -> int:
        """Return the points of the best way."""
        return self.best

    def solution(self) -> tuple[str, ...]:
        """Return the way that brings most points; among equals one that ends well, then the shortest."""
        return self._best_ways[self.situations[0].id][1]

    def complete(self, answer: Answer) -> bool:
        """The way has come to an ending."""
        return bool(self.stands_at(tuple(answer)).ending)

    @cached_property
    def _best_ways(self) -> dict[str, tuple[tuple[int, bool, int], tuple[str, ...]]]:
        """Return by situation ((points, ends well, minus the length), way) of the best way from there."""
        found: dict[str, tuple[tuple[int, bool, int], tuple[str, ...]]] = {}

        def best_from(here: Situation) -> tuple[tuple[int, bool, int], tuple[str, ...]]:
            if here.id not in found:
                ways = []
                for decision in here.decisions:
                    (points, well, length), way = best_from(self._by_id[decision.to])
                    ways.append(((points + decision.points, well, length - 1), (decision.id, *way)))
                found[here.id] = max(ways, default=((0, here.ending == REACHED, 0), ()), key=lambda way: way[0])
            return found[here.id]

        best_from(self.situations[0])
        return found

    def _reachable(self) -> set[str]:
        seen: set[str] = set()
        waiting = [self.situations[0]]
        while waiting:
            here = waiting.pop()
            if here.id not in seen:
                seen.add(here.id)
                waiting.extend(self._by_id[decision.to] for decision in here.decisions)
        return seen

    def _comes_back(self) -> bool:
        done: set[str] = set()

        def circles(here: Situation, above: frozenset[str]) -> bool:
            if here.id in above:
                return True
            if here.id in done:
                return False
            found = any(circles(self._by_id[decision.to], above | {here.id}) for decision in here.decisions)
            done.add(here.id)
            return found

        return any(circles(situation, frozenset()) for situation in self.situations)
