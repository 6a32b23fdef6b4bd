"""What the tick does for learning: end attempts whose time is up."""

import logging
from datetime import datetime
from itertools import islice

from learning.domain.attempt_frozen import read_limits
from learning.domain.attempt_rules import Phase, phase
from learning.models import Attempt
from learning.services.handing_in import end_if_over

logger = logging.getLogger("saboq.learning")

#: So many attempts one tick ends; the next one goes on.
MOST_AT_ONCE = 500


def end_overdue_attempts(*, now: datetime) -> int:
    """End attempts whose time is up, as their rules say, each in a transaction of its own; return how many.

    An attempt that its learner ended in the meantime is left alone.
    """
    over = Attempt.objects.filter(state=Attempt.State.OPEN, closes_at__lte=now).order_by("closes_at", "pk")
    rows = over.values_list("pk", "limits", "closes_at").iterator(chunk_size=200)
    due = (pk for pk, limits, ends in rows if _is_to_end(limits, ends, now))
    ended = 0
    for pk in list(islice(due, MOST_AT_ONCE)):
        try:
            ended += end_if_over(attempt=Attempt(pk=pk), now=now).state != Attempt.State.OPEN
        except Exception:
            # One attempt in trouble must not keep the others waiting; the next tick tries again.
            logger.exception("attempt %s was not ended", pk)
    return ended


def _is_to_end(limits: dict, ends: datetime | None, now: datetime) -> bool:
    where = phase(read_limits(limits).rules, ends=ends, now=now)
    return where in (Phase.TO_HAND_IN, Phase.TO_ABANDON)
