"""The types of question, each in a file of its own."""

from collections.abc import Mapping
from typing import Any

from .base import Kind
from .choice import ALL_OR_NOTHING, FALSE, PER_OPTION, TRUE, Choice, Option, Statement
from .gaps import Gap, Gaps
from .matching import Matching, Pair
from .numeric import Numeric, Unit
from .ordering import Ordering
from .reflection import Criterion, Level, Reflection
from .scenario import FAILED, REACHED, Decision, Scenario, Situation
from .survey import Survey
from .words import Accepted, ShortText

__all__ = [
    "ALL_OR_NOTHING", "FAILED", "FALSE", "GAPS", "KINDS", "MATCHING", "MULTIPLE", "NUMERIC", "ORDERING", "PER_OPTION",
    "REACHED", "REFLECTION", "SCENARIO", "SINGLE", "SURVEY", "TEXT", "TRUE", "TRUEFALSE", "Accepted", "Choice",
    "Criterion", "Decision", "Gap", "Gaps", "Kind", "Level", "Matching", "Numeric", "Option", "Ordering", "Pair",
    "Reflection", "Scenario", "ShortText", "Situation", "Statement", "Survey", "Unit", "read_kind",
]  # fmt: skip

SINGLE, MULTIPLE, TRUEFALSE = "single", "multiple", "truefalse"
MATCHING, ORDERING, NUMERIC, TEXT, GAPS = "matching", "ordering", "numeric", "text", "gaps"
SCENARIO, REFLECTION, SURVEY = "scenario", "reflection", "survey"

KINDS: dict[str, type[Kind]] = {
    SINGLE: Choice,
    MULTIPLE: Choice,
    TRUEFALSE: Statement,
    MATCHING: Matching,
    ORDERING: Ordering,
    NUMERIC: Numeric,
    TEXT: ShortText,
    GAPS: Gaps,
    SCENARIO: Scenario,
    REFLECTION: Reflection,
    SURVEY: Survey,
}


def read_kind(type_: str, data: Mapping[str, Any]) -> Kind:
    """Return the kind of a question of that type; KeyError for a type that is not known."""
    return KINDS[type_].read(data)
