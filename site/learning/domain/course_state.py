"""A course as one learner sees it: prepared values for pages."""

from collections.abc import Mapping
from dataclasses import dataclass

from courses.domain.outline import ActivityItem, ModuleItem, Outline

from .completion import Progress, State, Why


@dataclass(frozen=True)
class StepState:
    """A step and where the learner stands with it.

    Attributes:
        activity: the step.
        state: "done", "open", "locked" or "failed".
        is_next: whether it is the step to take now.
        why: why it is locked ("prerequisite", "earlier_step"), else "".
        blocked_by: title of the step that has to be done first, else "".
        number: place in the course, from 1.
        can_open: whether its page may be read.
    """

    activity: ActivityItem
    state: str
    is_next: bool
    why: str
    blocked_by: str
    number: int
    can_open: bool


@dataclass(frozen=True)
class ModuleState:
    """A module with its steps, and how many of them are done."""

    module: ModuleItem
    steps: tuple[StepState, ...]
    done: int
    total: int

    @property
    def is_done(self) -> bool:
        """Whether every step is done."""
        return self.total > 0 and self.done == self.total


@dataclass(frozen=True)
class Prerequisite:
    """A course to complete first."""

    slug: str
    title: str
    url: str
    is_met: bool


@dataclass(frozen=True)
class CourseState:
    """A course with a learner's state in every step.

    Attributes:
        outline: the course; read from the frozen version when its page is gone (`outline.is_offered` is False).
        modules: the steps by module.
        next_step: the step to take now, or None.
        done, total: numbers of steps.
        complete: every step is done.
        is_stuck: nothing is open although not everything is done (an exhausted quiz, or courses to complete first).
        prerequisites: courses to complete first, met or not.
    """

    outline: Outline
    modules: tuple[ModuleState, ...]
    next_step: StepState | None
    done: int
    total: int
    complete: bool
    is_stuck: bool
    prerequisites: tuple[Prerequisite, ...]

    @property
    def steps(self) -> tuple[StepState, ...]:
        """Every step, in the order of the course."""
        return tuple(step for module in self.modules for step in module.steps)

    def step(self, key: str) -> StepState | None:
        """Return a step by key, or None."""
        return next((step for step in self.steps if step.activity.key == key), None)

    def around(self, key: str) -> tuple[StepState | None, StepState | None]:
        """Return the steps before and after one."""
        steps = self.steps
        place = next(number for number, step in enumerate(steps) if step.activity.key == key)
        before = steps[place - 1] if place else None
        after = steps[place + 1] if place + 1 < len(steps) else None
        return before, after


def compose(outline: Outline, progress: Progress, prerequisites: tuple[Prerequisite, ...] = ()) -> CourseState:
    """Return the course with the learner's progress in it."""
    titles = {activity.key: activity.title for activity in outline.activities}
    numbers = {activity.key: number for number, activity in enumerate(outline.activities, 1)}

    def step(activity: ActivityItem) -> StepState:
        state = progress.states[activity.key]
        return StepState(
            activity=activity,
            state=state.value,
            is_next=activity.key == progress.next_key,
            why=_text(progress.why, activity.key),
            blocked_by=titles.get(progress.blocked_by.get(activity.key, ""), ""),
            number=numbers[activity.key],
            can_open=state is not State.LOCKED and outline.is_offered,
        )

    modules = []
    for module in outline.modules:
        steps = tuple(step(activity) for activity in module.activities)
        done = sum(item.state == State.DONE for item in steps)
        modules.append(ModuleState(module=module, steps=steps, done=done, total=len(steps)))
    found = [item for module in modules for item in module.steps if item.is_next]
    return CourseState(
        outline=outline,
        modules=tuple(modules),
        next_step=found[0] if found and outline.is_offered else None,
        done=progress.done,
        total=progress.total,
        complete=progress.complete,
        is_stuck=not progress.complete and progress.next_key is None and progress.total > 0,
        prerequisites=prerequisites,
    )


def _text(why: Mapping[str, Why], key: str) -> str:
    reason = why.get(key)
    return reason.value if reason else ""
