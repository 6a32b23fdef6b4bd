"""Texts whose gaps [[1]], [[2]] … share lists of words: "select missing words" and "drag and drop into text"."""

import re
from fractions import Fraction

from quizzes.domain.kinds import Gap, Kind

from .. import reasons
from ..answering import Weighted
from ..building import Draft
from ..gap_text import names_for
from ..gapping import chosen_gap, gaps_of
from ..model import Refused
from ..xml_reading import Node
from .elements import files_in, html_in, plain

_MARK = re.compile(r"\[\[(\d{1,3})\]\]")


def select_words(draft: Draft, node: Node) -> tuple[str, Kind]:
    """Return a text whose words are chosen from lists."""
    return _gaps(draft, node, node.all("selectoption"))


def drag_words(draft: Draft, node: Node) -> tuple[str, Kind]:
    """Return a text into which words are dragged; here they are chosen."""
    draft.note(reasons.GAPS_FROM_DRAGGING)
    return _gaps(draft, node, node.all("dragbox"))


def _gaps(draft: Draft, node: Node, words: list[Node]) -> tuple[str, Kind]:
    html = html_in(node.one("questiontext"))
    names = names_for(html)
    gaps: list[Gap] = []
    pieces = _MARK.split(html)
    groups = [word.value("group") or "1" for word in words]
    texts = [plain(draft, word) for word in words]
    for place in range(1, len(pieces), 2):
        number = int(pieces[place]) - 1
        if not 0 <= number < len(words):
            raise Refused(reasons.GAP_TEXT)
        answers = [
            Weighted(text, Fraction(100 if other == number else 0))
            for other, text in enumerate(texts)
            if groups[other] == groups[number]
        ]
        name = next(names)
        gaps.append(chosen_gap(draft, len(gaps), name, answers))
        pieces[place] = f"[[{name}]]"
    files = files_in(node.one("questiontext"))
    return gaps_of(draft, "".join(pieces), gaps, lambda text: draft.rich(text, files))
