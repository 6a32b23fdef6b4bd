"""Items that are answered inside their text: a number, a short text, or else gaps."""

from fractions import Fraction

from quizzes.domain.kinds import Kind

from .. import reasons
from ..answering import Weighted, numeric_of, short_text_of
from ..building import Draft, Files
from ..model import Refused
from ..numbers import fraction_of
from ..xml_reading import Node
from .gaps import CHOSEN, DRAGGED, TYPED, read_gaps
from .item import Item, correct_values, mapped_values

ENTRIES = {TYPED, CHOSEN, DRAGGED}
UNIT_CLASS = "saboq-unit"
TEXT_CLASS = "saboq-text"
_VALUE = "qti-base-value"
_BREAKS = ("p", "div", "li", "td", "qti-item-body", "qti-content-body", "blockquote")


def read_entries(draft: Draft, item: Item, files: Files) -> tuple[str, Kind]:
    """Return a number, a short text or a text with gaps."""
    if len(item.interactions) == 1 and item.interactions[0].tag == TYPED and _stands_alone(item):
        node = item.interactions[0]
        units = [found for found in item.body.walk() if UNIT_CLASS in found.get("class").split()]
        draft.stem = draft.rich(item.text(lambda found: "" if found in units else None), files)
        declaration = item.declaration(node)
        if declaration.get("base-type") in ("float", "integer"):
            return _number(draft, item, declaration, [unit.text.strip() for unit in units])
        return short_text_of(draft, _spellings(draft, item, declaration))
    return read_gaps(draft, item, files)


def _stands_alone(item: Item) -> bool:
    """Tell whether the one field has no words beside it: then it answers the text, else it is a gap in it."""
    line = _line_around(item.body)
    words = "".join(
        part if isinstance(part, str) else part.text
        for part in line.inside
        if isinstance(part, str) or UNIT_CLASS not in part.get("class").split()
    )
    blocks = any(child.tag in _BREAKS for child in line.children)
    in_text = any(node.get("class") == TEXT_CLASS for node in item.body.walk())
    return not in_text and (blocks or not words.strip())


def _line_around(node: Node) -> Node:
    """Return the innermost block in which the field stands."""
    for child in node.children:
        if child.tag in _BREAKS and any(found.tag == TYPED for found in child.walk()):
            return _line_around(child)
    return node


def _spellings(draft: Draft, item: Item, declaration: Node) -> list[Weighted]:
    right, mapped = correct_values(declaration), mapped_values(declaration)
    best = item.points or max(mapped.values(), default=Fraction(1))
    remarks = _remarks_on_words(item)
    values = mapped or dict.fromkeys(right, best)
    if best <= 0:
        raise Refused(reasons.NO_RIGHT)
    return [
        Weighted(
            word.replace("*", r"\*"),
            min(100 * value / best, Fraction(100)),
            item.remark(draft, remarks[word]) if word in remarks else "",
        )
        for word, value in values.items()
    ]


def _remarks_on_words(item: Item) -> dict[str, str]:
    """Return the identifier of what is told about typed words, as far as the rules of the item compare them."""
    found: dict[str, str] = {}
    for rule in item.root.walk():
        if rule.tag in ("qti-response-if", "qti-response-else-if"):
            words = [
                value.text for node in rule.walk() if node.tag == "qti-string-match" for value in node.all(_VALUE)
            ]
            shown = [node.value(_VALUE) for node in rule.all("qti-set-outcome-value")]
            found |= {word: identifier for word in words for identifier in shown if identifier in item.remarks}
    return found


def _number(draft: Draft, item: Item, declaration: Node, units: list[str]) -> tuple[str, Kind]:
    right, mapped = correct_values(declaration), mapped_values(declaration)
    if not right and mapped:
        right = [max(mapped, key=lambda key: mapped[key])]
    if not right:
        raise Refused(reasons.NO_RIGHT)
    number = fraction_of(right[0])
    answer = Weighted(right[0], Fraction(100))
    return numeric_of(
        draft, [(number, _tolerance(draft, item, number), answer)], [(unit, Fraction(1)) for unit in units[:1]]
    )


def _tolerance(draft: Draft, item: Item, number: Fraction) -> Fraction:
    for rule in item.root.walk():
        if rule.tag == "qti-equal" and rule.get("tolerance-mode") in ("absolute", "relative"):
            given = [fraction_of(part) for part in rule.get("tolerance", "0").split()[:2]]
            if len(set(given)) > 1:
                draft.note(reasons.SCORING_CHANGED)
            least = min(given, default=Fraction(0))
            return least if rule.get("tolerance-mode") == "absolute" else abs(number) * least / 100
        if rule.tag == "qti-equal-rounded":
            draft.note(reasons.SCORING_CHANGED)
    return Fraction(0)
