"""A running attempt follows what is allowed while it runs: its end may move later, never earlier."""

from dataclasses import asdict
from datetime import datetime

from django.db import transaction

from learning.domain.allowances import more_than, most_generous
from learning.domain.attempt_frozen import read_limits, with_allowance
from learning.domain.attempt_rules import Phase, ends_at, phase
from learning.models import Attempt
from learning.selectors_allowances import allowance_for, live_window


@transaction.atomic
def extend_attempt(*, attempt: Attempt, now: datetime) -> Attempt:
    """Move the end of a running attempt to where the allowances of today put it, if that is later; return it.

    Time that is up is not given back: then a further attempt can be.
    """
    given = allowance_for(person=attempt.person_id, quiz_key=attempt.quiz_key)
    if given == read_limits(attempt.limits).given:
        return attempt
    locked = Attempt.objects.select_for_update(of=("self",)).get(pk=attempt.pk)
    limits = read_limits(locked.limits)
    running = locked.state == Attempt.State.OPEN and locked.closes_at is not None
    if not running or phase(limits.rules, ends=locked.closes_at, now=now) is not Phase.ANSWERING:
        return locked
    within = live_window(quiz_key=locked.quiz_key, allowance=given)
    if within is None:
        return locked
    more = more_than(given, limits.given)
    ends = ends_at(limits.rules, started_at=locked.started_at, extra_minutes=more.minutes, closes_at=within.closes_at)
    if ends is not None and locked.closes_at is not None and ends > locked.closes_at:
        together = most_generous([given, limits.given])
        locked.closes_at = ends
        locked.limits = {
            **locked.limits,
            "rules": asdict(with_allowance(limits.rules, more)),
            "given": {"minutes": together.minutes, "attempts": together.attempts},
        }
        locked.save(update_fields=["closes_at", "limits"])
    return locked
