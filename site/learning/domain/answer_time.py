"""How long a question was before its learner, told from when answers were saved: nothing else is watched.

Between two saves of an attempt somebody was busy with what the second one saves. So the time from the save before (or
the start) to a save is added to the question that it saves, as often as that happens: coming back adds to it.
"""

from collections.abc import Collection, Mapping
from datetime import datetime

#: Seconds. A longer gap counts as this long: somebody went away and came back.
LONGEST = 600


def waited(*, since: datetime, now: datetime) -> int:
    """Return the whole seconds from the save before (or the start) to this one: 0 to `LONGEST`."""
    return max(0, min(int((now - since).total_seconds()), LONGEST))


def spent_after(
    spent: Mapping[str, int | None], *, sent: Collection[str], changed: Collection[str], seconds: int
) -> dict[str, int | None]:
    """Return {question id: seconds so far} of the questions of one save; None = cannot be told.

    Args:
        spent: seconds before this save; a question that was never saved is missing.
        sent: ids of the questions in the form.
        changed: those of them that were answered otherwise than before.
        seconds: what `waited` says.

    The time goes to the one question that was sent or, of several, the one that changed. Where several changed at once
    nobody knows how the time was divided among them: their time stays unknown for good.
    """
    on = tuple(sent) if len(sent) == 1 else tuple(changed)
    found = {question: spent.get(question, 0) for question in sent}
    for question in on:
        before = found[question]
        found[question] = None if before is None or len(on) > 1 else before + seconds
    return found
