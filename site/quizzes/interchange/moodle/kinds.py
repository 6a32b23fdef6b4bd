"""The types of question of Moodle that have a counterpart, each turned into type and kind."""

from collections.abc import Callable
from fractions import Fraction

from quizzes.domain.kinds import (
    ALL_OR_NOTHING,
    FALSE,
    ORDERING,
    REFLECTION,
    TRUE,
    TRUEFALSE,
    Kind,
    Ordering,
    Pair,
    Reflection,
    Statement,
)  # fmt: skip

from .. import metadata, reasons
from ..answering import choice_of, numeric_of, percent_of, short_text_of
from ..building import Draft
from ..gift.kinds import DEFAULT_WORDS, PAIR_GRADING, matching_of
from ..model import Refused
from ..numbers import fraction_of
from ..rubric import made_rubric, read_rubric
from ..xml_reading import Node
from .cloze import cloze
from .elements import html_in, is_true, plain, weighted
from .selecting import drag_words, select_words

Read = Callable[[Draft, Node], tuple[str, Kind]]

_GRADINGS = {PAIR_GRADING, "4"}
_LONGEST = 5000


def _choice(draft: Draft, node: Node) -> tuple[str, Kind]:
    several = not is_true(node.value("single") or "true")
    answers = [weighted(draft, answer) for answer in node.all("answer")]
    scoring = metadata.read(draft.tags).scoring if several else None
    return choice_of(draft, answers, several=several, scoring=scoring)


def _choice_set(draft: Draft, node: Node) -> tuple[str, Kind]:
    """Return the all-or-nothing choice of a common plug-in."""
    answers = [weighted(draft, answer) for answer in node.all("answer")]
    return choice_of(draft, answers, several=True, scoring=ALL_OR_NOTHING)


def _statement(draft: Draft, node: Node) -> tuple[str, Kind]:
    right = []
    for answer in node.all("answer"):
        key = answer.value("text").lower()
        if key not in (TRUE, FALSE):
            raise Refused(reasons.NO_RIGHT)
        draft.parts[key] = ("", plain(draft, answer.one("feedback")))
        if percent_of(answer.get("fraction", "0")) == 100:
            right.append(key)
    if len(right) != 1:
        raise Refused(reasons.MANY_RIGHT if right else reasons.NO_RIGHT)
    return TRUEFALSE, Statement(right[0])


def _matching(draft: Draft, node: Node) -> tuple[str, Kind]:
    pairs, extra, rights = [], [], []
    for place, item in enumerate(node.all("subquestion")):
        left, right = plain(draft, item), plain(draft, item.one("answer"))
        if not right:
            if left:
                raise Refused(reasons.TOO_FEW_PAIRS)
            continue
        partner = draft.part("right", place, text=right)
        rights.append(right)
        if left:
            pairs.append(Pair(draft.part("left", place, text=left), partner))
        else:
            extra.append(partner)
    return matching_of(pairs, extra, rights)


def _ordering(draft: Draft, node: Node) -> tuple[str, Kind]:
    if (node.value("selecttype") or "ALL") not in ("ALL", "0"):
        draft.note(reasons.STEPS_ALL)
    if node.value("gradingtype") not in _GRADINGS:
        draft.note(reasons.SCORING_CHANGED)
    texts = [text for answer in node.all("answer") if (text := plain(draft, answer))]
    if len(texts) < 2:
        raise Refused(reasons.TOO_FEW_STEPS)
    if any(answer.value("feedback", "text") for answer in node.all("answer")):
        draft.note(reasons.FEEDBACK_DROPPED)
    return ORDERING, Ordering(tuple(draft.part("step", place, text=text) for place, text in enumerate(texts)))


def _numeric(draft: Draft, node: Node) -> tuple[str, Kind]:
    found = []
    for item in node.all("answer"):
        answer = weighted(draft, item, literal=True)
        if answer.text == "*":
            draft.note(reasons.WILDCARD_DROPPED, text="*")
        else:
            found.append((fraction_of(answer.text), fraction_of(item.value("tolerance") or "0"), answer))
    units = []
    for unit in (node.one("units") or node).all("unit"):
        multiplier = fraction_of(unit.value("multiplier"))
        if multiplier <= 0:
            raise Refused(reasons.BAD_NUMBER, text=unit.value("multiplier")[:80])
        units.append((unit.value("unit_name"), (1 / multiplier).limit_denominator(10_000)))
    return numeric_of(draft, found, _from_the_base(draft, units))


def _from_the_base(draft: Draft, units: list[tuple[str, Fraction]]) -> list[tuple[str, Fraction]]:
    """Return the units with the one first that the answer is in."""
    base = [unit for unit in units if unit[1] == 1]
    if units and not base:
        draft.note(reasons.UNITS_DROPPED)
        return []
    return [*base[:1], *(unit for unit in units if unit not in base[:1])]


def _short_text(draft: Draft, node: Node) -> tuple[str, Kind]:
    return short_text_of(draft, [weighted(draft, answer, literal=True) for answer in node.all("answer")])


def _essay(draft: Draft, node: Node) -> tuple[str, Kind]:
    if node.value("responseformat") == "noinline":
        raise Refused(reasons.NO_TEXT_FIELD)
    if node.value("attachments") not in ("", "0"):
        draft.note(reasons.ATTACHMENTS_DROPPED)
    least, most = (_words(node.value(name)) for name in ("minwordlimit", "maxwordlimit"))
    rubric = read_rubric(draft, html_in(node.one("graderinfo")))
    if not rubric:
        draft.note(reasons.RUBRIC_MADE)
        if node.value("graderinfo", "text"):
            draft.note(reasons.RUBRIC_DROPPED)
        rubric = made_rubric(draft, max(round(draft.points or 1), 1))
    return REFLECTION, Reflection(least, most or max(DEFAULT_WORDS, least), rubric)


def _words(text: str) -> int:
    return min(max(round(fraction_of(text)), 0), _LONGEST) if text else 0


KINDS: dict[str, Read] = {
    "multichoice": _choice,
    "multichoiceset": _choice_set,
    "truefalse": _statement,
    "matching": _matching,
    "ordering": _ordering,
    "numerical": _numeric,
    "shortanswer": _short_text,
    "cloze": cloze,
    "gapselect": select_words,
    "ddwtos": drag_words,
    "essay": _essay,
}
