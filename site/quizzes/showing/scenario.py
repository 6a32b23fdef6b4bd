"""A branching case: the way so far, and the situation in which one stands. What lies ahead is never among it."""

from dataclasses import dataclass

from quizzes.domain.answers import Answer, BadAnswer
from quizzes.domain.rules import POINTS, SOLUTION

from .choosing import ShownOption
from .posed import Fields, Posed
from .words import Words


@dataclass(frozen=True)
class StepTaken:
    """A situation, the decision that was taken there, and what came of it; `points` is None where not shown."""

    situation: Words
    decision: Words
    consequence: Words | None
    points: int | None = None


@dataclass(frozen=True)
class ScenarioAsked:
    """Where one stands.

    Attributes:
        step: how many decisions have been taken; the form names it, so that a decision sent twice is taken once.
        ending: "reached" or "failed" once the case has ended, else "".
        stopped: the case is judged although it has not ended.
    """

    field: str
    steps: tuple[StepTaken, ...]
    here: Words
    options: tuple[ShownOption, ...]
    step: int
    ending: str
    stopped: bool = False
    best: tuple[Words, ...] = ()


def asked(posed: Posed) -> ScenarioAsked:
    """Return the way so far and the decisions that are open."""
    way = _way(posed)
    here = posed.kind.stands_at(way)
    open_here = {decision.id for decision in here.decisions}
    return ScenarioAsked(
        field=posed.field,
        steps=_steps(posed, way, with_points=False),
        here=posed.text(here.id, html=True),
        options=tuple(ShownOption(key, posed.text(key), False) for key in posed.arrangement if key in open_here),
        step=len(way),
        ending=here.ending,
    )


def reviewed(posed: Posed, things: frozenset[str]) -> ScenarioAsked:
    """Return the way that was taken and, where it is shown, the best one. Situations never met stay unseen."""
    way = _way(posed)
    here, best = posed.kind.stands_at(way), posed.kind.solution()
    tells = SOLUTION in things and way != best
    return ScenarioAsked(
        field=posed.field,
        steps=_steps(posed, way, with_points=POINTS in things and SOLUTION in things),
        here=posed.text(here.id, html=True),
        options=(),
        step=len(way),
        ending=here.ending,
        stopped=not here.ending,
        best=tuple(posed.text(key) for key in best) if tells else (),
    )


def sent(posed: Posed, fields: Fields) -> Answer:
    """Return the way as it is saved: a decision is taken by a button of its own, never with other answers."""
    return posed.answer


def _way(posed: Posed) -> tuple[str, ...]:
    try:
        posed.kind.walk(posed.chosen)
    except BadAnswer:
        return ()
    return posed.chosen


def _steps(posed: Posed, way: tuple[str, ...], *, with_points: bool) -> tuple[StepTaken, ...]:
    return tuple(
        StepTaken(
            situation=posed.text(situation.id, html=True),
            decision=posed.text(decision.id),
            consequence=posed.note(decision.id),
            points=decision.points if with_points else None,
        )
        for situation, decision in posed.kind.walk(way)
    )
