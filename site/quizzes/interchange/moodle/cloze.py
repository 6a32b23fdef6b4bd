"""Cloze: gaps written inside the text, such as {1:SHORTANSWER:=water~%50%H2O#Nearly}."""

import re
from collections.abc import Iterator
from fractions import Fraction
from html import unescape

from quizzes.domain.kinds import Gap, Kind

from .. import reasons
from ..answering import Weighted, percent_of
from ..building import Draft
from ..gap_text import names_for
from ..gapping import chosen_gap, gaps_of, typed_gap
from ..model import Refused
from ..numbers import fraction_of
from ..xml_reading import Node
from .elements import files_in, html_in

#: What ends a piece is not escaped by a backslash, and `#` is not part of a character's number (`&#125;`).
_GAP = re.compile(r"\{(\d*):([A-Z_]+):((?:\\.|[^\\}])*)\}", re.DOTALL)
_ANSWER = re.compile(r"(=|%(-?\d+(?:[.,]\d*)?)%)?((?:\\.|&#|[^\\~#])*)(?:#((?:\\.|[^\\~])*))?(?:~|$)", re.DOTALL)
_ESCAPE = re.compile(r"\\([}#~/\"\\])")

_TYPED = {"SHORTANSWER", "SA", "MW"}
_TYPED_EXACTLY = {"SHORTANSWER_C", "SAC", "MWC"}
_CHOSEN = {
    "MULTICHOICE", "MC", "MULTICHOICE_V", "MCV", "MULTICHOICE_H", "MCH", "MULTICHOICE_S", "MCS", "MULTICHOICE_VS",
    "MCVS", "MULTICHOICE_HS", "MCHS",
}  # fmt: skip
_NUMBERS = {"NUMERICAL", "NM"}


def cloze(draft: Draft, node: Node) -> tuple[str, Kind]:
    """Return a text with the gaps that stand in it."""
    html = html_in(node.one("questiontext"))
    draft.stem = html  # for the report, if the question is refused
    names = names_for(html)
    gaps: list[Gap] = []
    weights = set()

    def put(found: re.Match[str]) -> str:
        name = next(names)
        weights.add(found[1] or "1")
        gaps.append(_gap(draft, len(gaps), name, found[2], found[3]))
        return f"[[{name}]]"

    text = _GAP.sub(put, html)
    if len(weights) > 1:
        draft.note(reasons.WEIGHTS_EQUALISED)
    if not gaps:
        raise Refused(reasons.GAP_TEXT)
    if draft.points is None and weights == {"1"}:
        draft.points = Fraction(len(gaps))
    files = files_in(node.one("questiontext"))
    return gaps_of(draft, text, gaps, lambda part: draft.rich(part, files))


def _gap(draft: Draft, place: int, name: str, type_: str, body: str) -> Gap:
    if type_ in _CHOSEN:
        return chosen_gap(draft, place, name, list(_answers(draft, body, markup=True)))
    answers = list(_answers(draft, body, markup=False))
    if type_ in _TYPED_EXACTLY:
        draft.note(reasons.CASE_IGNORED)
    if type_ in _NUMBERS:
        for answer in answers:
            number, _colon, tolerance = answer.text.partition(":")
            if fraction_of(tolerance or "0"):
                raise Refused(reasons.GAP_KIND, type=type_)
            fraction_of(number)
        answers = [Weighted(answer.text.partition(":")[0], answer.percent, answer.note) for answer in answers]
    elif type_ not in _TYPED | _TYPED_EXACTLY:
        raise Refused(reasons.GAP_KIND, type=type_)
    return typed_gap(draft, place, name, answers)


def _answers(draft: Draft, body: str, *, markup: bool) -> Iterator[Weighted]:
    """Yield the answers of a gap; those that are chosen have markup, those that are typed have not."""
    for found in _ANSWER.finditer(body):
        if not found[0] or found[0] == "~":
            continue
        percent = percent_of(found[2]) if found[2] else Fraction(100 if found[1] else 0)
        text = _plain(found[3])
        text = draft.plain(text) if markup else draft.bounded(text)
        yield Weighted(text, percent, draft.plain(_plain(found[4] or "")))


def _plain(text: str) -> str:
    return unescape(_ESCAPE.sub(lambda found: found[1], text))
