"""Interactions of QTI turned into type and kind."""

from collections.abc import Callable
from fractions import Fraction

from quizzes.domain.kinds import (
    ALL_OR_NOTHING,
    FALSE,
    ORDERING,
    REFLECTION,
    SURVEY,
    TRUE,
    TRUEFALSE,
    Kind,
    Ordering,
    Pair,
    Reflection,
    Statement,
    Survey,
)  # fmt: skip

from .. import reasons
from ..answering import Weighted, choice_of
from ..building import Draft, Files
from ..gift.kinds import DEFAULT_WORDS, matching_of
from ..model import Refused
from ..rubric import made_rubric, read_rubric
from ..xml_reading import Node
from .entries import ENTRIES, read_entries
from .item import Item, correct_values, mapped_values

_LONGEST = 5000


def read_kind(draft: Draft, item: Item, files: Files) -> tuple[str, Kind]:
    """Return type and kind of an item, and give the draft its text.

    Raises:
        Refused: if it has no interaction that has a counterpart, or several.
    """
    tags = {node.tag for node in item.interactions}
    draft.stem = item.text()  # for the report, if the item is refused
    if not tags:
        raise Refused(reasons.NO_ANSWER_PLACE)
    if tags.issubset(ENTRIES):
        return read_entries(draft, item, files)
    tag = item.interactions[0].tag
    if tag not in _KINDS:
        raise Refused(reasons.TYPE_UNKNOWN, type=tag[:60])
    if len(item.interactions) > 1:
        raise Refused(reasons.SEVERAL_INTERACTIONS)
    draft.stem = draft.rich(item.text(), files)
    return _KINDS[tag](draft, item, item.interactions[0])


def _choice(draft: Draft, item: Item, node: Node) -> tuple[str, Kind]:
    choices = node.all("qti-simple-choice")
    declaration = item.declaration(node)
    right, mapped = correct_values(declaration), mapped_values(declaration)
    if not right and not mapped:
        return _survey(draft, item, node, choices)
    keys = [choice.get("identifier") for choice in choices]
    several = declaration.get("cardinality") == "multiple"
    if sorted(keys) == [FALSE, TRUE] and not several:
        return _statement(draft, item, choices, right)
    best = _best(item, mapped, several=several)
    answers = []
    for key, choice in zip(keys, choices, strict=True):
        percent = 100 * mapped.get(key, Fraction(0)) / best if mapped else Fraction(100 if key in right else 0)
        answers.append(Weighted(item.plain(draft, choice), percent, item.remark(draft, key, choice)))
    scoring = ALL_OR_NOTHING if several and not mapped else None
    return choice_of(draft, answers, several=several, scoring=scoring)


def _best(item: Item, mapped: dict[str, Fraction], *, several: bool) -> Fraction:
    """Return what the best answer brings."""
    gains = [value for value in mapped.values() if value > 0] or [Fraction(1)]
    return (sum(gains, Fraction(0)) if several else max(gains)) if item.points is None else item.points


def _statement(draft: Draft, item: Item, choices: list[Node], right: list[str]) -> tuple[str, Kind]:
    for choice in choices:
        key = choice.get("identifier")
        draft.parts[key] = ("", item.remark(draft, key, choice))
    if len(right) != 1:
        raise Refused(reasons.MANY_RIGHT if right else reasons.NO_RIGHT)
    return TRUEFALSE, Statement(right[0])


def _survey(draft: Draft, item: Item, node: Node, choices: list[Node]) -> tuple[str, Kind]:
    if item.is_judged:
        draft.note(reasons.NOT_JUDGED)
    options = tuple(
        draft.part("option", place, text=item.plain(draft, choice)) for place, choice in enumerate(choices)
    )
    if len(options) < 2:
        raise Refused(reasons.TOO_FEW_OPTIONS)
    return SURVEY, Survey(options, node.get("max-choices", "1") != "1")


def _match(draft: Draft, item: Item, node: Node) -> tuple[str, Kind]:
    sets = [part.all("qti-simple-associable-choice") for part in node.all("qti-simple-match-set")]
    if len(sets) != 2:
        raise Refused(reasons.TOO_FEW_PAIRS)
    declaration = item.declaration(node)
    if not mapped_values(declaration):
        draft.note(reasons.SCORING_CHANGED)
    partners: dict[str, str] = {}
    for value in correct_values(declaration):
        left, _space, right = value.partition(" ")
        if left in partners or right in partners.values():
            raise Refused(reasons.SHARED_PARTNER)
        partners[left] = right.strip()
    rights = {choice.get("identifier"): item.plain(draft, choice) for choice in sets[1]}
    parts = {key: draft.part("right", place, text=text) for place, (key, text) in enumerate(rights.items())}
    pairs = []
    for place, choice in enumerate(sets[0]):
        partner = parts.pop(partners.get(choice.get("identifier"), ""), None)
        if partner is None:
            raise Refused(reasons.TOO_FEW_PAIRS)
        pairs.append(Pair(draft.part("left", place, text=item.plain(draft, choice)), partner))
    return matching_of(pairs, list(parts.values()), list(rights.values()))


def _order(draft: Draft, item: Item, node: Node) -> tuple[str, Kind]:
    texts = {choice.get("identifier"): item.plain(draft, choice) for choice in node.all("qti-simple-choice")}
    right = correct_values(item.declaration(node))
    if len(right) < 2:
        raise Refused(reasons.TOO_FEW_STEPS)
    if sorted(right) != sorted(texts):
        raise Refused(reasons.NO_RIGHT)
    draft.note(reasons.SCORING_CHANGED)
    return ORDERING, Ordering(tuple(draft.part("step", place, text=texts[key]) for place, key in enumerate(right)))


def _extended_text(draft: Draft, item: Item, node: Node) -> tuple[str, Kind]:
    if not item.is_judged:
        return SURVEY, Survey((), several=False)
    least, most = (_words(node.get(name)) for name in ("data-min-words", "data-max-words"))
    blocks = [block for block in item.body.walk() if block.tag == "qti-rubric-block" and block.get("view") == "scorer"]
    text = "".join(block.inner() for block in blocks)
    rubric = read_rubric(draft, text)
    if not rubric:
        draft.note(reasons.RUBRIC_MADE)
        if text.strip():
            draft.note(reasons.RUBRIC_DROPPED)
        rubric = made_rubric(draft, max(round(draft.points or 1), 1))
    return REFLECTION, Reflection(least, most or max(DEFAULT_WORDS, least), rubric)


def _words(text: str) -> int:
    return min(int(text), _LONGEST) if text.isascii() and text.isdigit() else 0


_KINDS: dict[str, Callable[[Draft, Item, Node], tuple[str, Kind]]] = {
    "qti-choice-interaction": _choice,
    "qti-match-interaction": _match,
    "qti-order-interaction": _order,
    "qti-extended-text-interaction": _extended_text,
}
