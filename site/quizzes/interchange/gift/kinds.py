"""What stands between the braces of a GIFT question, by type. Texts are protected (see `lexing`)."""

import re
from collections.abc import Iterator
from fractions import Fraction

from quizzes.domain.kinds import (
    FALSE,
    MATCHING,
    ORDERING,
    REFLECTION,
    TRUE,
    TRUEFALSE,
    Kind,
    Matching,
    Ordering,
    Pair,
    Reflection,
    Statement,
)  # fmt: skip

from .. import bounds, metadata, reasons
from ..answering import Weighted, choice_of, numeric_of, percent_of, short_text_of
from ..building import Draft
from ..gap_text import names_for
from ..gapping import chosen_gap, gaps_of, typed_gap
from ..model import Refused
from ..numbers import fraction_of
from ..rubric import made_rubric
from .formats import html_of, plain_of, with_format
from .lexing import restored

_WEIGHT = re.compile(r"\s*%([^%]*)%")
_ORDER = re.compile(
    r"\s*(\d+)?[ \t]*(ALL|EXACT|RANDOM|REL|CONTIGUOUS|CONTIG)?[ \t]*(HORIZONTAL|HORI|H|1|VERTICAL|VERT|V|0)?"
    r"[ \t]*([A-Z_]{3,})?[ \t]*(SHOW|TRUE|YES|1|HIDE|FALSE|NO|0)?[ \t]*(none|123|abc|ABCD|iii|IIII)?[ \t]*(?:\n|$)"
)
#: The grading of Moodle that gives a part for each pair of steps in the right order, as Saboq does.
PAIR_GRADING = "RELATIVE_ALL_PREVIOUS_AND_NEXT"
_SHOW = {"SHOW", "TRUE", "YES", "HIDE", "FALSE"}
DEFAULT_WORDS = 300


class Reader:
    """Reads answers of one question; `format_` is that of the question's text, which answers inherit."""

    def __init__(self, draft: Draft, format_: str) -> None:
        self.draft = draft
        self.format = format_

    def essay(self) -> tuple[str, Kind]:
        """`{}`: free text. GIFT has neither lengths nor a rubric."""
        self.draft.note(reasons.RUBRIC_MADE)
        points = metadata.read(self.draft.tags).points or 1
        return REFLECTION, Reflection(0, DEFAULT_WORDS, made_rubric(self.draft, points))

    def statement(self, answers: str) -> tuple[str, Kind]:
        """`{T#to those who were wrong#to those who were right}`."""
        word, *notes = answers.split("#", 2)
        key = TRUE if word.strip() in ("T", "TRUE") else FALSE
        wrong, right = [self._plain(note) for note in (*notes, "", "")[:2]]
        self.draft.parts[TRUE] = ("", right if key == TRUE else wrong)
        self.draft.parts[FALSE] = ("", right if key == FALSE else wrong)
        return TRUEFALSE, Statement(key)

    def choice(self, answers: str) -> tuple[str, Kind]:
        """`{=right ~wrong}` or `{~%50%right ~%-50%wrong}`."""
        several = "=" not in answers
        scoring = self._told_scoring() if several else None
        return choice_of(self.draft, list(self._weighted(answers, "=~")), several=several, scoring=scoring)

    def short_text(self, answers: str) -> tuple[str, Kind]:
        """`{=accepted =%50%half}`."""
        return short_text_of(self.draft, list(self._weighted(answers, "=", literal=True)))

    def numeric(self, answers: str) -> tuple[str, Kind]:
        """`{#4}`, `{#4:0.5}`, `{#3..5}`, `{#=4:0 =%50%5:1}`."""
        found = []
        for answer in self._weighted(answers, "=", literal=True):
            if answer.text == "*":
                self.draft.note(reasons.WILDCARD_DROPPED, text="*")
                continue
            low, dots, high = answer.text.partition("..")
            number, _colon, tolerance = answer.text.partition(":")
            if dots:
                lowest, highest = fraction_of(low), fraction_of(high)
                found.append(((lowest + highest) / 2, (highest - lowest) / 2, answer))
            else:
                found.append((fraction_of(number), fraction_of(tolerance or "0"), answer))
        return numeric_of(self.draft, found)

    def matching(self, answers: str) -> tuple[str, Kind]:
        """`{=left -> right =left -> right}`; without a left text it belongs to nothing."""
        pairs, extra, rights = [], [], []
        for place, item in enumerate(filter(str.strip, answers.split("="))):
            left, arrow, right = item.partition("->")
            if not arrow:
                raise Refused(reasons.TOO_FEW_PAIRS)
            left_text, right_text = self._plain(left), self._plain(right)
            if not right_text:
                raise Refused(reasons.TOO_FEW_PAIRS)
            partner = self.draft.part("right", place, text=right_text)
            rights.append(right_text)
            if left_text:
                pairs.append(Pair(self.draft.part("left", place, text=left_text), partner))
            else:
                extra.append(partner)
        return matching_of(pairs, extra, rights)

    def ordering(self, answers: str) -> tuple[str, Kind]:
        """`{>4 ALL VERTICAL RELATIVE_ALL_PREVIOUS_AND_NEXT SHOW none` and a step on each line."""
        head = _ORDER.match(answers)
        steps = answers[head.end() :] if head else answers
        if head and (head[4] not in (None, PAIR_GRADING) and head[4] not in _SHOW):
            self.draft.note(reasons.SCORING_CHANGED)
        if head and head[2] not in (None, "ALL", "EXACT"):
            self.draft.note(reasons.STEPS_ALL)
        texts = [self._plain(line) for line in steps.split("\n") if line.strip()]
        if len(texts) < 2:
            raise Refused(reasons.TOO_FEW_STEPS)
        return ORDERING, Ordering(tuple(self.draft.part("step", place, text=text) for place, text in enumerate(texts)))

    def gap_chosen(self, answers: str, around: tuple[str, str]) -> tuple[str, Kind]:
        """A missing word that is chosen."""
        html, name = self._around(around)
        return gaps_of(self.draft, html, [chosen_gap(self.draft, 0, name, list(self._weighted(answers, "=~")))])

    def gap_typed(self, answers: str, around: tuple[str, str]) -> tuple[str, Kind]:
        """A missing word that is typed."""
        html, name = self._around(around)
        typed = list(self._weighted(answers, "=", literal=True))
        return gaps_of(self.draft, html, [typed_gap(self.draft, 0, name, typed)])

    def _around(self, around: tuple[str, str]) -> tuple[str, str]:
        name = next(names_for("".join(around)))
        return html_of(f"[[{name}]]".join(around), self.format), name

    def _told_scoring(self) -> str | None:
        return metadata.read(self.draft.tags).scoring

    def _weighted(self, answers: str, marks: str, *, literal: bool = False) -> Iterator[Weighted]:
        """Yield the answers, each begun by one of `marks`. Text that is compared has no format."""
        for mark, body in re.findall(rf"(^|[{marks}])([^{marks}]*)", answers):
            if not body.strip():
                continue
            weight = _WEIGHT.match(body)
            percent = percent_of(weight[1]) if weight else Fraction(0 if mark == "~" else 100)
            text, _hash, note = (body[weight.end() :] if weight else body).partition("#")
            plain = restored(text).strip() if literal else self._plain(text)
            yield Weighted(plain, percent, self._plain(note))

    def _plain(self, text: str) -> str:
        plain, said_more = plain_of(*with_format(text, self.format))
        if said_more:
            self.draft.note(reasons.MARKUP_DROPPED)
        return self.draft.bounded(plain, bounds.PLAIN_TEXT)


def matching_of(pairs: list[Pair], extra: list[str], rights: list[str]) -> tuple[str, Kind]:
    """Return type and kind of a matching.

    Raises:
        Refused: for fewer than two pairs, or a right-hand text that two left ones share.
    """
    if len(pairs) < 2:
        raise Refused(reasons.TOO_FEW_PAIRS)
    if len(set(rights)) != len(rights):
        raise Refused(reasons.SHARED_PARTNER)
    return MATCHING, Matching(tuple(pairs), tuple(extra))
