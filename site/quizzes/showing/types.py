"""Which file shows which type of question."""

from collections.abc import Callable
from typing import Any, NamedTuple

from quizzes.domain import kinds
from quizzes.domain.answers import Answer

from . import choosing, gaps, matching, ordering, reflection, scenario, typed
from .posed import Fields, Posed


class Showing(NamedTuple):
    """What a type can do: be asked, be reviewed, be read from a form."""

    asked: Callable[[Posed], Any]
    reviewed: Callable[[Posed, frozenset[str]], Any]
    sent: Callable[[Posed, Fields], Answer]


_CHOOSING = Showing(choosing.asked, choosing.reviewed, choosing.sent)

SHOWING: dict[str, Showing] = {
    kinds.SINGLE: _CHOOSING,
    kinds.MULTIPLE: _CHOOSING,
    kinds.TRUEFALSE: _CHOOSING,
    kinds.SURVEY: _CHOOSING,
    kinds.MATCHING: Showing(matching.asked, matching.reviewed, matching.sent),
    kinds.ORDERING: Showing(ordering.asked, ordering.reviewed, ordering.sent),
    kinds.NUMERIC: Showing(typed.number_asked, typed.number_reviewed, typed.number_sent),
    kinds.TEXT: Showing(typed.text_asked, typed.text_reviewed, typed.text_sent),
    kinds.GAPS: Showing(gaps.asked, gaps.reviewed, gaps.sent),
    kinds.SCENARIO: Showing(scenario.asked, scenario.reviewed, scenario.sent),
    kinds.REFLECTION: Showing(reflection.asked, reflection.reviewed, reflection.sent),
}
