"""An item of QTI as it is read: its declarations, its rules for the score, its body."""

from collections.abc import Callable
from fractions import Fraction
from functools import cached_property
from xml.sax.saxutils import escape

from .. import reasons
from ..building import Draft
from ..model import Refused
from ..numbers import fraction_of
from ..xml_reading import Node

INTERACTION = "-interaction"
#: What stands in the body but is no part of the question's text.
_ASIDE = ("qti-rubric-block", "qti-feedback-block", "qti-feedback-inline", "qti-stylesheet", "qti-template-block")
#: From an element to the markup that stands for it, or None to leave it as it is.
Put = Callable[[Node], str | None]
NOTHING_ELSE: Put = lambda _node: None  # noqa: E731


class Item:
    """One item."""

    def __init__(self, root: Node) -> None:
        self.root = root
        self.body = root.one("qti-item-body") or Node("qti-item-body", {}, root.line)
        #: Identifiers of remarks that have found their place.
        self.told: set[str] = set()
        self.interactions = [node for node in self.body.walk() if node.tag.endswith(INTERACTION)]

    def declaration(self, interaction: Node) -> Node:
        """Return the declaration of an interaction's response.

        Raises:
            Refused: if there is none.
        """
        wanted = interaction.get("response-identifier")
        for node in self.root.all("qti-response-declaration"):
            if node.get("identifier") == wanted:
                return node
        raise Refused(reasons.NO_RIGHT)

    @cached_property
    def points(self) -> Fraction | None:
        """Return what the item is worth, None if it does not say."""
        for outcome in self.root.all("qti-outcome-declaration"):
            if outcome.get("identifier") == "MAXSCORE" and outcome.value("qti-default-value", "qti-value"):
                return fraction_of(outcome.value("qti-default-value", "qti-value"))
        for outcome in self.root.all("qti-outcome-declaration"):
            if outcome.get("identifier") == "SCORE" and outcome.get("normal-maximum"):
                return fraction_of(outcome.get("normal-maximum"))
        return None

    @property
    def is_judged(self) -> bool:
        """Tell whether the item has a score at all."""
        return any(node.get("identifier") == "SCORE" for node in self.root.all("qti-outcome-declaration"))

    @cached_property
    def remarks(self) -> dict[str, Node]:
        """Return what is told about an answer, by the identifier that shows it."""
        blocks = ("qti-modal-feedback", "qti-feedback-inline", "qti-feedback-block")
        return {node.get("identifier"): node for node in self.root.walk() if node.tag in blocks}

    @cached_property
    def explanation(self) -> str:
        """Return as HTML what is told whatever was answered."""
        always = {
            (outcome.get("identifier"), outcome.value("qti-default-value", "qti-value"))
            for outcome in self.root.all("qti-outcome-declaration")
        }
        shown = []
        for node in self.root.all("qti-modal-feedback"):
            if (node.get("outcome-identifier"), node.get("identifier")) in always:
                self.told.add(node.get("identifier"))
                shown += [markup(item) for item in node.inside]
        return "".join(shown)

    @property
    def tells_more(self) -> bool:
        """Tell whether some remark has found no place."""
        return not self.told.issuperset(self.remarks)

    def text(self, put: Put = NOTHING_ELSE) -> str:
        """Return the body as HTML without interactions, but with their prompts."""
        return "".join(markup(item, put) for item in self.body.inside)

    def plain(self, draft: Draft, node: Node) -> str:
        """Return the text of a choice, without the remark inside."""
        return draft.plain("".join(markup(item) for item in node.inside))

    def remark(self, draft: Draft, identifier: str, node: Node | None = None) -> str:
        """Return what is told about an answer; `node` is the choice in which it may stand."""
        inside = [child for child in node.walk() if child.tag == "qti-feedback-inline"] if node else []
        told = inside[0] if inside else self.remarks.get(identifier)
        self.told.add(identifier)
        if told is None or (told.get("show-hide") or "show") != "show":
            return ""
        return draft.plain("".join(markup(item) for item in told.inside))


def markup(item: Node | str, put: Put = NOTHING_ELSE) -> str:
    """Return a piece of an item as HTML, without what is no part of the text."""
    if isinstance(item, str):
        return escape(item)
    instead = put(item)
    if instead is not None:
        return instead
    if item.tag in _ASIDE:
        return ""
    inner = "".join(markup(child, put) for child in item.inside)
    if item.tag.endswith(INTERACTION):
        prompt = item.one("qti-prompt")
        return f"<p>{''.join(markup(child, put) for child in prompt.inside)}</p>" if prompt else ""
    if item.tag in ("qti-content-body", "qti-prompt"):
        return inner
    return item.around(inner)


def correct_values(declaration: Node) -> list[str]:
    """Return the right answer of a declaration."""
    right = declaration.one("qti-correct-response")
    return [value.text.strip() for value in right.all("qti-value")] if right else []


def mapped_values(declaration: Node) -> dict[str, Fraction]:
    """Return what single answers bring, as far as a declaration maps them."""
    mapping = declaration.one("qti-mapping")
    entries = mapping.all("qti-map-entry") if mapping else []
    return {entry.get("map-key"): fraction_of(entry.get("mapped-value", "0")) for entry in entries}


def unmapped_value(declaration: Node) -> Fraction:
    """Return what an answer brings that the mapping does not name."""
    mapping = declaration.one("qti-mapping")
    return fraction_of(mapping.get("default-value") or "0") if mapping else Fraction(0)
