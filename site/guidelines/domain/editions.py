"""Which edition is in force on a day. An edition stores no end: it ends the day before the next one begins."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol, TypeVar

FUTURE, IN_FORCE, SUPERSEDED = "future", "in_force", "superseded"

_NUMBER = re.compile(r"^([0-9]+)([⁰¹²³⁴⁵⁶⁷⁸⁹]*)$")
_DAY = re.compile(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


class Dated(Protocol):
    """Anything that has a number and begins on a day."""

    @property
    def number(self) -> int:
        """Its number."""

    @property
    def in_force_from(self) -> date:
        """Its first day."""


T = TypeVar("T", bound=Dated)


@dataclass(frozen=True)
class Span:
    """How long an edition is in force: `ends_on` is None while no later edition is known."""

    begins_on: date
    ends_on: date | None

    def state(self, day: date) -> str:
        """Return FUTURE, IN_FORCE or SUPERSEDED as of a day."""
        if day < self.begins_on:
            return FUTURE
        return SUPERSEDED if self.ends_on is not None and day > self.ends_on else IN_FORCE


def parse_day(text: str) -> date | None:
    """Return the day of an address like 2025-02-01, or None for anything else."""
    if not _DAY.match(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def in_order(editions: Iterable[T]) -> list[T]:
    """Return editions in the order in which they come into force."""
    return sorted(editions, key=lambda edition: edition.in_force_from)


def in_force_on(editions: Iterable[T], day: date) -> T | None:
    """Return the edition in force on a day, or None before the first."""
    begun = [edition for edition in in_order(editions) if edition.in_force_from <= day]
    return begun[-1] if begun else None


def coming_after(editions: Iterable[T], day: date) -> T | None:
    """Return the next edition that begins after a day, or None."""
    return next((edition for edition in in_order(editions) if edition.in_force_from > day), None)


def neighbours(edition: T, editions: Iterable[T]) -> tuple[T | None, T | None]:
    """Return the editions in force before and after this one."""
    others = [other for other in in_order(editions) if other.number != edition.number]
    before = [other for other in others if other.in_force_from < edition.in_force_from]
    after = [other for other in others if other.in_force_from > edition.in_force_from]
    return (before[-1] if before else None, after[0] if after else None)


def span_of(edition: T, editions: Sequence[T]) -> Span:
    """Return from when to when an edition is in force."""
    _before, after = neighbours(edition, editions)
    return Span(edition.in_force_from, after.in_force_from - timedelta(days=1) if after else None)


def number_order(number: str) -> tuple[int, int]:
    """Return a sort key of an article's printed number: 14 < 14¹ < 14² < 15.

    Raises:
        ValueError: for anything that is not printed that way.
    """
    match = _NUMBER.match(number)
    if not match:
        raise ValueError(f"{number!r} is not an article number")
    return int(match[1]), int(match[2].translate(_SUPERSCRIPTS) or 0)
