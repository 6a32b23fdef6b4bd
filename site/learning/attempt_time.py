"""What the pages of an attempt say when its time is up. Reading them ends nothing: a button does, or the tick."""

from dataclasses import dataclass
from datetime import datetime

from django.template.defaultfilters import date
from django.utils import timezone
from django.utils.translation import gettext as _

from learning.domain.attempt_frozen import read_limits
from learning.domain.attempt_rules import Phase, hand_in_until, phase
from learning.models import Attempt
from quizzes.services import wording_from
from quizzes.showing import Words, words

from .services.attempts import shown_text


@dataclass(frozen=True)
class TimeUp:
    """An open attempt that cannot be answered any more.

    Attributes:
        phase: "handing_in", "to_hand_in" or "to_abandon".
        ended_at: when answering ended.
        until: until when it may be handed in, where that is asked of the learner.
        saved: how many answers are saved.
    """

    attempt: Attempt
    title: Words
    phase: str
    ended_at: datetime
    until: datetime
    saved: int
    total: int


def time_up(attempt: Attempt, *, language: str, now: datetime) -> TimeUp | None:
    """Return what to say of an open attempt whose time is up, or None while it may be answered. Two queries."""
    rules = read_limits(attempt.limits).rules
    where = phase(rules, ends=attempt.closes_at, now=now)
    if where is Phase.ANSWERING or attempt.closes_at is None:
        return None
    return TimeUp(
        attempt=attempt,
        title=words(wording_from(shown_text(attempt, language).payload).title, language),
        phase=where.value,
        ended_at=attempt.closes_at,
        until=hand_in_until(rules, ends=attempt.closes_at),
        saved=sum(bool(value) for value in attempt.drafts.values_list("value", flat=True)),
        total=len(attempt.drawn),
    )


def too_late(attempt: Attempt) -> str:
    """Return what to tell the sender of something that came too late, for an attempt as it is now."""
    if attempt.state == Attempt.State.ABANDONED and not attempt.closes_at:
        return _("This attempt was given up. Nothing more is saved.")
    if not attempt.closes_at or (attempt.state == Attempt.State.SUBMITTED and not attempt.ended_by_time):
        return _("This attempt has been handed in already. Nothing more is saved.")
    at = {"time": date(timezone.localtime(attempt.closes_at), "DATETIME_FORMAT")}
    if attempt.state == Attempt.State.SUBMITTED:
        return (
            _("Time was up at %(time)s. What had been saved by then was handed in; what came later was not saved.")
            % at
        )
    if attempt.state == Attempt.State.ABANDONED:
        return (
            _("Time was up at %(time)s and the attempt was not handed in. It has no result and counts as used.") % at
        )
    return _("Answering ended at %(time)s, so this was not saved. You can still hand in what is saved.") % at
