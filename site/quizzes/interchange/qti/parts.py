"""Pieces of an item while it is written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from ..model import Labels
from ..reporting import Notes
from ..texts import to_html
from ..xml_writing import element, text, xhtml

RESPONSE, SCORE, FEEDBACK = "RESPONSE", "SCORE", "FEEDBACK"


@dataclass
class Parts:
    """What an item is made of, as XML.

    Attributes:
        points: what the item is worth.
        notes: changes, for the report.
        labels: the words for "true" and "false".
        fields: what follows the stem in the body.
        body: the whole body, where the stem does not simply stand above the fields.
    """

    points: int
    notes: Notes
    labels: Labels
    responses: list[str] = field(default_factory=list)
    outcomes: list[str] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def response(
        self,
        identifier: str,
        cardinality: str,
        base_type: str,
        right: Sequence[str] = (),
        gains: Mapping[str, Fraction] | None = None,
    ) -> None:
        """Declare a response: what is right, and what single answers bring in points."""
        inside = [element("qti-correct-response", *map(_value, right))] if right else []
        if gains:
            folded = {"case_sensitive": "false"} if base_type == "string" else {}
            entries = (
                element("qti-map-entry", map_key=key, mapped_value=number_text(gain), **folded)
                for key, gain in gains.items()
            )
            bounds = {"lower_bound": "0", "upper_bound": str(self.points), "default_value": "0"}
            inside.append(element("qti-mapping", *entries, **bounds))
        names = {"identifier": identifier, "cardinality": cardinality, "base_type": base_type}
        self.responses.append(element("qti-response-declaration", *inside, **names))

    def outcome(self, identifier: str, base_type: str, *, default: str = "", many: bool = False, **more: str) -> None:
        """Declare an outcome."""
        inside = element("qti-default-value", _value(default)) if default else ""
        names = {"identifier": identifier, "cardinality": "multiple" if many else "single", "base_type": base_type}
        self.outcomes.append(element("qti-outcome-declaration", inside, **names, **more))

    def score_by_map(self, *identifiers: str) -> None:
        """Let the score be the sum of what the responses bring."""
        mapped = [element("qti-map-response", identifier=identifier) for identifier in identifiers]
        total = mapped[0] if len(mapped) == 1 else element("qti-sum", *mapped)
        self.rules.append(element("qti-set-outcome-value", total, identifier=SCORE))

    def score_if(self, condition: str) -> None:
        """Let the score be all the points if a condition holds."""
        gain = element("qti-base-value", str(self.points), base_type="float")
        self.when(condition, element("qti-set-outcome-value", gain, identifier=SCORE))

    def when(self, condition: str, then: str) -> None:
        """Add a rule."""
        self.rules.append(element("qti-response-condition", element("qti-response-if", condition, then)))

    def tell_choices(self, *, many: bool) -> None:
        """Show the remarks on what was chosen; they stand inside the choices."""
        self.outcome(FEEDBACK, "identifier", many=many)
        chosen = element("qti-variable", identifier=RESPONSE)
        self.rules.append(element("qti-set-outcome-value", chosen, identifier=FEEDBACK))

    def remark(self, outcome: str, identifier: str, markup: str) -> None:
        """Add what is told after the score, if the outcome has that value."""
        content = element("qti-content-body", markup)
        names = {"outcome_identifier": outcome, "identifier": identifier, "show_hide": "show"}
        self.remarks.append(element("qti-modal-feedback", content, **names))


def is_right(identifier: str = RESPONSE) -> str:
    """Return the condition that a response is the right answer."""
    return element(
        "qti-match", element("qti-variable", identifier=identifier), element("qti-correct", identifier=identifier)
    )


def inline_remark(identifier: str, note: str, outcome: str = FEEDBACK) -> str:
    """Return what is told about a choice, to stand inside it."""
    names = {"outcome_identifier": outcome, "identifier": identifier, "show_hide": "show"}
    return element("qti-feedback-inline", plain(note), **names) if note else ""


def plain(words: str) -> str:
    """Return plain text as markup."""
    return xhtml(to_html(words))


def number_text(value: Fraction) -> str:
    """Return a number of points."""
    return f"{float(value):.12g}"


def _value(words: str) -> str:
    return element("qti-value", text(words))
