"""From the value of a question block to its kind (structure and key) and to the words of its parts."""

from collections.abc import Callable
from typing import Any

from quizzes.blocks.facts import spellings
from quizzes.domain.kinds import (
    ALL_OR_NOTHING,
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
    Accepted,
    Choice,
    Criterion,
    Decision,
    Gap,
    Gaps,
    Kind,
    Level,
    Matching,
    Numeric,
    Option,
    Ordering,
    Pair,
    Reflection,
    Scenario,
    ShortText,
    Situation,
    Statement,
    Survey,
    Unit,
)

#: A partner's id is made from its item's. It never reaches a browser: there, places in the drawn order stand for it.
PARTNER = "{}.partner"


def kind_of(type_: str, value: Any) -> Kind:
    """Return structure and key of a question block; KeyError for a type that is not known."""
    return _KINDS[type_](value)


def items(value: Any) -> list[tuple[str, Any]]:
    """Return (id, value) of the items of a list block."""
    return [(item.id or "", item.value) for item in value.bound_blocks]


def _options(value: Any) -> tuple[Option, ...]:
    return tuple(Option(key, bool(option["correct"])) for key, option in items(value))


def _single(value: Any) -> Kind:
    return Choice(options=_options(value["options"]), several=False, scoring=ALL_OR_NOTHING)


def _multiple(value: Any) -> Kind:
    return Choice(options=_options(value["options"]), several=True, scoring=str(value["scoring"]))


def _statement(value: Any) -> Kind:
    return Statement(answer=value["answer"] if value["answer"] in (TRUE, FALSE) else "")


def _matching(value: Any) -> Kind:
    pairs = tuple(Pair(key, PARTNER.format(key)) for key, _pair in items(value["pairs"]))
    return Matching(pairs=pairs, extra=tuple(key for key, _text in items(value["extra"])))


def _ordering(value: Any) -> Kind:
    return Ordering(items=tuple(key for key, _text in items(value["items"])))


def _numeric(value: Any) -> Kind:
    units = tuple(Unit(key, unit["factor"] or "1") for key, unit in items(value["units"]))
    return Numeric(answer=value["answer"] or "", tolerance=value["tolerance"] or "0", measures=units)


def _short_text(value: Any) -> Kind:
    return ShortText(
        tuple(
            Accepted(key, spellings(item["spellings"]), item["share"] or "1") for key, item in items(value["accepted"])
        )
    )


def _gaps(value: Any) -> Kind:
    return Gaps(
        tuple(
            Gap(key, gap["name"] or "", spellings(gap["spellings"]), _options(gap["options"]))
            for key, gap in items(value["gaps"])
        )
    )


def _scenario(value: Any) -> Kind:
    situations = items(value["situations"])
    ids = {situation["name"]: key for key, situation in situations}
    return Scenario(
        tuple(
            Situation(
                id=key,
                ending=situation["ending"] or "",
                decisions=tuple(
                    Decision(id=decision_key, to=ids.get(decision["to"], ""), points=decision["points"] or 0)
                    for decision_key, decision in items(situation["decisions"])
                ),
            )
            for key, situation in situations
        )
    )


def _reflection(value: Any) -> Kind:
    rubric = tuple(
        Criterion(key, tuple(Level(level_key, level["points"] or 0) for level_key, level in items(item["levels"])))
        for key, item in items(value["rubric"])
    )
    return Reflection(min_words=value["min_words"] or 0, max_words=value["max_words"] or 0, rubric=rubric)


def _survey(value: Any) -> Kind:
    return Survey(options=tuple(key for key, _text in items(value["options"])), several=bool(value["several"]))


_KINDS: dict[str, Callable[[Any], Kind]] = {
    SINGLE: _single,
    MULTIPLE: _multiple,
    TRUEFALSE: _statement,
    MATCHING: _matching,
    ORDERING: _ordering,
    NUMERIC: _numeric,
    TEXT: _short_text,
    GAPS: _gaps,
    SCENARIO: _scenario,
    REFLECTION: _reflection,
    SURVEY: _survey,
}
