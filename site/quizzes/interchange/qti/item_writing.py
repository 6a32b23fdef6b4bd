"""Writing one item: declarations, body, rules for the score, remarks."""

import re
from collections.abc import Callable
from typing import Any

from quizzes.domain.kinds import (
    Choice,
    Gaps,
    Matching,
    Numeric,
    Ordering,
    Reflection,
    ShortText,
    Statement,
    Survey,
)  # fmt: skip

from .. import reasons
from ..model import Exchanged, Labels, Refused
from ..reporting import Notes
from ..xml_writing import element, xhtml
from . import bodies
from .gap_writing import gaps
from .parts import Parts

_NAMESPACE = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0"
_IMAGE = re.compile(r'(<img src=")([^"]*")')
_BODIES: dict[type, Callable[[Any, Exchanged, Parts], None]] = {
    Choice: bodies.choice,
    Statement: bodies.statement,
    Survey: bodies.survey,
    Matching: bodies.matching,
    Ordering: bodies.ordering,
    Numeric: bodies.numeric,
    ShortText: bodies.short_text,
    Gaps: gaps,
    Reflection: bodies.reflection,
}


def item_xml(exchanged: Exchanged, notes: Notes, labels: Labels, language: str) -> str:
    """Return an item as XML.

    Raises:
        Refused: for a type that QTI does not know.
    """
    question = exchanged.question
    write = _BODIES.get(type(question.kind))
    if write is None:
        raise Refused(reasons.CANNOT_BE_WRITTEN, type=question.type)
    parts = bodies.Parts(question.points, notes, labels)
    write(question.kind, exchanged, parts)
    if not parts.body:
        parts.body = [xhtml(exchanged.stem), *parts.fields]
    if question.kind.scored:
        parts.outcome("MAXSCORE", "float", default=str(question.points))
        more = {"normal_maximum": str(question.points)}
        if question.kind.by_hand:
            more["external_scored"] = "human"
        parts.outcome("SCORE", "float", default="0", many=False, **more)
    if exchanged.feedback:
        parts.outcome("EXPLANATION", "identifier", default="explanation")
        parts.remark("EXPLANATION", "explanation", xhtml(exchanged.feedback))
    given = {"xml:lang": language} if language else {}
    return _item(exchanged, parts, given)


def _item(exchanged: Exchanged, parts: Parts, given: dict[str, str]) -> str:
    rules = element("qti-response-processing", *parts.rules) if parts.rules else ""
    inside = [
        *parts.responses,
        *parts.outcomes,
        _IMAGE.sub(r"\1../images/\2", element("qti-item-body", *parts.body)),
        rules,
        *(_IMAGE.sub(r"\1../images/\2", remark) for remark in parts.remarks),
    ]
    return element(
        "qti-assessment-item",
        "\n",
        *(f"  {part}\n" for part in inside if part),
        xmlns=_NAMESPACE,
        identifier=f"q-{exchanged.question.name}",
        title=exchanged.question.name,
        adaptive="false",
        time_dependent="false",
        **given,
    )
