"""When a step is open, done, locked or failed, what comes next, and when a course is complete. Pure rules.

A course is judged as its source pages stand now; a completion once earned is never taken back (services append only).
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from courses.domain.outline import ActivityItem, Outline

#: Version of these rules, kept with every completion of a course. Raise it whenever `judge` can answer differently.
RULES = "completion-1"


class State(StrEnum):
    """Where a learner stands with one step."""

    DONE = "done"
    OPEN = "open"
    LOCKED = "locked"
    FAILED = "failed"


class Why(StrEnum):
    """Why a step is locked."""

    PREREQUISITE = "prerequisite"
    EARLIER_STEP = "earlier_step"


@dataclass(frozen=True)
class Progress:
    """Where a learner stands with a course.

    Attributes:
        states: state by step key, in the order of the course.
        why: reason by step key, for locked steps only.
        blocked_by: for a step locked by an earlier one: the key of the first step that is not done.
        next_key: the step to take now, or None when there is none (all done, or stuck behind a failed one).
        done, total: numbers of steps.
        complete: whether every step is done; a course without steps is never complete.
    """

    states: Mapping[str, State]
    why: Mapping[str, Why]
    blocked_by: Mapping[str, str]
    next_key: str | None
    done: int
    total: int
    complete: bool


def judge(
    outline: Outline,
    *,
    completed: Collection[str],
    exhausted: Collection[str] = (),
    prerequisites_met: bool = True,
    last_key: str | None = None,
) -> Progress:
    """Return where a learner stands.

    Args:
        outline: the course, as its source pages stand now.
        completed: keys of steps once completed; keys that the course no longer has are ignored.
        exhausted: keys of quizzes whose attempts are used up without passing.
        prerequisites_met: whether the courses that come before are complete.
        last_key: where the learner was last; in a free order the next open step after it comes first.
    """
    states: dict[str, State] = {}
    why: dict[str, Why] = {}
    blocked_by: dict[str, str] = {}
    waiting_for: str | None = None
    for activity in outline.activities:
        key = activity.key
        states[key] = _state(key, outline.order, completed, exhausted, prerequisites_met, waiting_for)
        if states[key] is State.LOCKED:
            why[key] = Why.EARLIER_STEP if prerequisites_met else Why.PREREQUISITE
            if prerequisites_met and waiting_for is not None:
                blocked_by[key] = waiting_for
        if waiting_for is None and states[key] is not State.DONE:
            waiting_for = key
    done = sum(state is State.DONE for state in states.values())
    return Progress(
        states=states,
        why=why,
        blocked_by=blocked_by,
        next_key=_next(outline.activities, states, last_key),
        done=done,
        total=len(states),
        complete=bool(states) and done == len(states),
    )


def _state(
    key: str,
    order: str,
    completed: Collection[str],
    exhausted: Collection[str],
    prerequisites_met: bool,
    waiting_for: str | None,
) -> State:
    if key in completed:
        return State.DONE
    if key in exhausted:
        return State.FAILED
    if not prerequisites_met:
        return State.LOCKED
    return State.LOCKED if order == "fixed" and waiting_for is not None else State.OPEN


def _next(activities: tuple[ActivityItem, ...], states: Mapping[str, State], last_key: str | None) -> str | None:
    """Return the first open step after `last_key`, or else the first open step of all."""
    keys = [activity.key for activity in activities]
    start = keys.index(last_key) + 1 if last_key in keys else 0
    return next((key for key in keys[start:] + keys[:start] if states[key] is State.OPEN), None)


def is_last_quiz(outline: Outline, key: str, *, entry: Collection[str] = ()) -> bool:
    """Tell whether a step is the final assessment: the last quiz of the course that is no `entry` test."""
    quizzes = [item.key for item in outline.activities if item.kind == "quiz" and item.key not in entry]
    return bool(quizzes) and quizzes[-1] == key
