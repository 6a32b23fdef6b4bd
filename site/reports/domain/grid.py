"""The grid of a group: who has done what. Pure shapes, and how a learner's states become cells."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from courses.domain.outline import Outline


class CellState(StrEnum):
    """Where a learner stands with a step."""

    DONE = "done"
    OPEN = "open"
    LOCKED = "locked"
    FAILED = "failed"
    NOT_ASKED = "not_asked"
    NOT_ENROLLED = "not_enrolled"


class Standing(StrEnum):
    """Where a learner stands with the course."""

    COMPLETED = "completed"
    ACTIVE = "active"
    NOT_STARTED = "not_started"
    LEFT = "left"
    NOT_ENROLLED = "not_enrolled"


@dataclass(frozen=True)
class Column:
    """A step of the course.

    Attributes:
        key: of the step, as text.
        label: module and place in it, like "2.3".
        title: in the reader's language.
        kind: "lesson", "quiz" or "acknowledgement".
        language: the language that `title` is really in.
    """

    key: str
    label: str
    title: str
    kind: str
    language: str


@dataclass(frozen=True)
class Cell:
    """A learner's state in one step; `percent` is the best result in a quiz, 0 to 100, rounded down, or None."""

    column: Column
    state: CellState
    percent: int | None = None


@dataclass(frozen=True)
class Row:
    """A learner.

    Attributes:
        public_id: of the person, as text.
        name: surname, given name, patronymic.
        workplace: as the person wrote it.
        cells: in the order of the columns.
        last_at: when the learner was last seen or did a step; None if never.
        next_step: title of the step to take now; "" when there is none.
        stuck: without a step done for seven days, and not finished.
    """

    public_id: str
    name: str
    workplace: str
    standing: Standing
    done: int
    total: int
    cells: tuple[Cell, ...]
    last_at: datetime | None
    next_step: str
    stuck: bool


@dataclass(frozen=True)
class Progress:
    """What is stored of a learner's progress; `states` and `best` by step key."""

    enrolled: bool
    enrolment_state: str
    done: int
    total: int
    states: Mapping[str, str]
    best: Mapping[str, Mapping[str, Any]]


def columns_of(outline: Outline | None) -> tuple[Column, ...]:
    """Return a column for every step; a course without an outline has none."""
    if outline is None:
        return ()
    return tuple(
        Column(activity.key, f"{number}.{place}", activity.title, activity.kind, activity.language)
        for number, module in enumerate(outline.modules, 1)
        for place, activity in enumerate(module.activities, 1)
    )


def cells_of(columns: Sequence[Column], progress: Progress) -> tuple[Cell, ...]:
    """Return a learner's cells in the order of the columns.

    A step that was added since the learner last did something has no state yet: it is open, or not asked of somebody
    who has completed the course.
    """
    if not progress.enrolled:
        return tuple(Cell(column, CellState.NOT_ENROLLED) for column in columns)
    missing = CellState.NOT_ASKED if progress.enrolment_state == "completed" else CellState.OPEN
    return tuple(
        Cell(column, CellState(progress.states.get(column.key, missing)), percent(progress.best.get(column.key)))
        for column in columns
    )


def standing_of(progress: Progress) -> Standing:
    """Return where a learner stands with the course."""
    if not progress.enrolled:
        return Standing.NOT_ENROLLED
    if progress.enrolment_state == "completed":
        return Standing.COMPLETED
    if progress.enrolment_state == "left":
        return Standing.LEFT
    return Standing.ACTIVE if progress.done else Standing.NOT_STARTED


def percent(result: Mapping[str, Any] | None) -> int | None:
    """Return points of the maximum in whole percent, rounded down; None without a result."""
    if not result or not result.get("maximum"):
        return None
    return int(result["points"]) * 100 // int(result["maximum"])
