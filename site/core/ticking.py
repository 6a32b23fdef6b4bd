"""What has to happen every few minutes. Apps register it when Django starts; `manage.py tick` runs it.

    from core import ticking
    ticking.register("notices.resend", resend_waiting)      # in AppConfig.ready()

A registered function takes `now=` and returns how many things it handled. It must be safe to run twice, at the same
time as another tick, and after being killed in the middle.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

logger = logging.getLogger("saboq.tick")


class Chore(Protocol):
    """A function that the tick calls."""

    def __call__(self, *, now: datetime) -> int:
        """Do what is due at `now`; return how many things were handled."""


@dataclass(frozen=True)
class Outcome:
    """What became of one chore: how many things it handled, or the error that stopped it."""

    name: str
    handled: int
    error: str = ""


_chores: dict[str, Chore] = {}


def register(name: str, chore: Chore) -> None:
    """Add a chore under a name like "app.verb".

    Raises:
        ValueError: if another chore has the name already.
    """
    if _chores.get(name, chore) is not chore:
        raise ValueError(f"the chore {name} is registered twice")
    _chores[name] = chore


def names() -> list[str]:
    """Return the names of all chores, in the order in which they run."""
    return list(_chores)


def run(*, now: datetime, after_each: Callable[[Outcome], None] | None = None) -> list[Outcome]:
    """Run every chore once. One that fails is logged and does not keep the others from running."""
    outcomes = []
    for name, chore in list(_chores.items()):
        try:
            outcome = Outcome(name, chore(now=now))
        except Exception as error:
            logger.exception("tick: %s failed", name)
            outcome = Outcome(name, 0, f"{type(error).__name__}: {error}")
        outcomes.append(outcome)
        if after_each is not None:
            after_each(outcome)
    return outcomes
