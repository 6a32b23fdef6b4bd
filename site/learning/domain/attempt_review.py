"""What may be shown of an attempt, by the matrix frozen with it."""

from datetime import datetime, timedelta

from quizzes.domain.rules import CLOSED, DURING, LATER, RIGHT_AFTER, SETTLED, Rules

#: "Right after" lasts this long from hand-in, as in the systems people know.
RIGHT_AFTER_LASTS = timedelta(minutes=10)


def shown_things(
    rules: Rules, *, submitted_at: datetime | None, settled: bool, closes_at: datetime | None, now: datetime
) -> frozenset[str]:
    """Return the things ("points", "solution", …) that may be shown now.

    Moments add up: what "later" shows is shown to somebody who has passed, too.

    Args:
        submitted_at: when the attempt was handed in; None = it is open.
        settled: the person has passed, or has no attempt left.
        closes_at: when the quiz closes for this person; None = never.
    """
    if submitted_at is None:
        moments = {DURING}
    else:
        moments = {RIGHT_AFTER if now - submitted_at <= RIGHT_AFTER_LASTS else LATER}
        moments |= {SETTLED} if settled else set()
        moments |= {CLOSED} if closes_at and now >= closes_at else set()
    return frozenset(thing for moment in moments for thing in rules.review.get(moment, ()))
