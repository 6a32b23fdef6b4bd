"""Gaps of an item: words typed, chosen from a list, or dragged into the text."""

from fractions import Fraction

from quizzes.domain.kinds import Gap, Kind

from .. import reasons
from ..answering import Weighted
from ..building import Draft, Files
from ..gap_text import names_for
from ..gapping import chosen_gap, gaps_of, typed_gap
from ..model import Refused
from ..xml_reading import Node
from .item import Item, correct_values, mapped_values, markup

TYPED, CHOSEN, DRAGGED = "qti-text-entry-interaction", "qti-inline-choice-interaction", "qti-gap-match-interaction"


def read_gaps(draft: Draft, item: Item, files: Files) -> tuple[str, Kind]:
    """Return a text with gaps, and give the draft its words."""
    reader = _Reader(draft, item)
    return gaps_of(draft, item.text(reader.put), reader.gaps, lambda part: draft.rich(part, files))


class _Reader:
    def __init__(self, draft: Draft, item: Item) -> None:
        self.draft = draft
        self.item = item
        self.gaps: list[Gap] = []
        self._names = names_for(item.text())

    def put(self, node: Node) -> str | None:
        """Return the mark that stands for a field."""
        if node.tag == TYPED:
            return self._mark(self._typed(node))
        if node.tag == CHOSEN:
            return self._mark(self._chosen(node))
        if node.tag == DRAGGED:
            self.draft.note(reasons.GAPS_FROM_DRAGGING)
            return "".join(markup(child, lambda found: self._dragged(node, found)) for child in node.inside)
        return None

    def _mark(self, gap: Gap) -> str:
        self.gaps.append(gap)
        return f"[[{gap.name}]]"

    def _typed(self, node: Node) -> Gap:
        declaration = self.item.declaration(node)
        right, mapped = correct_values(declaration), mapped_values(declaration)
        best = max(mapped.values(), default=Fraction(0))
        full = [word for word, value in mapped.items() if value == best > 0] or right
        partly = [word for word, value in mapped.items() if 0 < value < best]
        answers = [Weighted(word.replace("*", r"\*"), Fraction(100)) for word in full]
        answers += [Weighted(word.replace("*", r"\*"), Fraction(50)) for word in partly]
        return typed_gap(self.draft, len(self.gaps), next(self._names), answers)

    def _chosen(self, node: Node) -> Gap:
        right = correct_values(self.item.declaration(node))
        answers = []
        for choice in node.all("qti-inline-choice"):
            key = choice.get("identifier")
            percent = Fraction(100 if key in right else 0)
            remark = self.item.remark(self.draft, key, choice)
            answers.append(Weighted(self.item.plain(self.draft, choice), percent, remark))
        return chosen_gap(self.draft, len(self.gaps), next(self._names), answers)

    def _dragged(self, around: Node, node: Node) -> str | None:
        if node.tag == "qti-gap-text":
            return ""
        if node.tag == "qti-gap-img":
            raise Refused(reasons.PICTURE_ONLY)
        if node.tag != "qti-gap":
            return None
        pairs = (value.split() for value in correct_values(self.item.declaration(around)))
        right = [pair[0] for pair in pairs if len(pair) == 2 and pair[1] == node.get("identifier")]
        answers = [
            Weighted(self.item.plain(self.draft, word), Fraction(100 if word.get("identifier") in right else 0))
            for word in around.all("qti-gap-text")
        ]
        return self._mark(chosen_gap(self.draft, len(self.gaps), next(self._names), answers))
