"""From the value of a question block to the words of its parts: {part id: (text, note)}."""

from collections.abc import Callable
from typing import Any

from quizzes.domain.kinds import (
    FALSE,
    GAPS,
    MATCHING,
    MULTIPLE,
    NUMERIC,
    ORDERING,
    REFLECTION,
    SCENARIO,
    SINGLE,
    SURVEY,
    TEXT,
    TRUE,
    TRUEFALSE,
)
from quizzes.domain.kinds.gaps import TEXT as TEXT_WITH_GAPS
from quizzes.richtext import frozen_html

from .kinds import PARTNER, items

PartWords = dict[str, tuple[str, str]]


def part_words(type_: str, value: Any) -> PartWords:
    """Return the words of every part that the block holds; situations and texts with gaps as cleaned HTML."""
    return _WORDS[type_](value)


def _choice(value: Any) -> PartWords:
    return {key: (option["text"] or "", option["feedback"] or "") for key, option in items(value["options"])}


def _statement(value: Any) -> PartWords:
    return {TRUE: ("", value["if_true"] or ""), FALSE: ("", value["if_false"] or "")}


def _plain(field: str) -> Callable[[Any], PartWords]:
    return lambda value: {key: (text or "", "") for key, text in items(value[field])}


def _matching(value: Any) -> PartWords:
    words = _plain("extra")(value)
    for key, pair in items(value["pairs"]):
        words |= {key: (pair["text"] or "", ""), PARTNER.format(key): (pair["match"] or "", "")}
    return words


def _numeric(value: Any) -> PartWords:
    return {key: (unit["text"] or "", "") for key, unit in items(value["units"])}


def _short_text(value: Any) -> PartWords:
    return {key: ("", item["feedback"] or "") for key, item in items(value["accepted"])}


def _gaps(value: Any) -> PartWords:
    words = {TEXT_WITH_GAPS: (frozen_html(value["text"].source), "")}
    for _key, gap in items(value["gaps"]):
        words |= {key: (option["text"] or "", "") for key, option in items(gap["options"])}
    return words


def _scenario(value: Any) -> PartWords:
    words: PartWords = {}
    for key, situation in items(value["situations"]):
        words[key] = (frozen_html(situation["text"].source), "")
        for decision_key, decision in items(situation["decisions"]):
            words[decision_key] = (decision["text"] or "", decision["consequence"] or "")
    return words


def _reflection(value: Any) -> PartWords:
    words: PartWords = {}
    for key, criterion in items(value["rubric"]):
        words[key] = (criterion["text"] or "", "")
        words |= {level_key: (level["text"] or "", "") for level_key, level in items(criterion["levels"])}
    return words


_WORDS: dict[str, Callable[[Any], PartWords]] = {
    SINGLE: _choice,
    MULTIPLE: _choice,
    TRUEFALSE: _statement,
    MATCHING: _matching,
    ORDERING: _plain("items"),
    NUMERIC: _numeric,
    TEXT: _short_text,
    GAPS: _gaps,
    SCENARIO: _scenario,
    REFLECTION: _reflection,
    SURVEY: _plain("options"),
}
