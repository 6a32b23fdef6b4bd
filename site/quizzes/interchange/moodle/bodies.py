"""What the types of question of Moodle have of their own, as lines of XML."""

from fractions import Fraction

from quizzes.domain.kinds import (
    ALL_OR_NOTHING,
    FALSE,
    TRUE,
    Choice,
    Gaps,
    Matching,
    Numeric,
    Ordering,
    Reflection,
    ShortText,
    Statement,
)  # fmt: skip
from quizzes.domain.kinds.numeric import exact

from .. import reasons
from ..gift.kinds import PAIR_GRADING
from ..model import Exchanged
from ..numbers import decimal_text, is_decimal, percent_text
from ..reporting import Notes
from ..rubric import rubric_html
from ..texts import to_html
from ..xml_writing import cdata, element, text


def choice(kind: Choice, exchanged: Exchanged, notes: Notes) -> list[str]:
    """Return options with their weights."""
    hit = Fraction(1, len(kind.right)) if kind.several else Fraction(1)
    miss = -hit if kind.several else Fraction(0)
    if kind.several and kind.scoring == ALL_OR_NOTHING:
        notes.note(reasons.ALL_OR_NOTHING_LOST)
        miss = Fraction(-1)
    answers = [
        _answer(percent_text(hit if option.correct else miss), *exchanged.parts[option.id]) for option in kind.options
    ]
    single = "false" if kind.several else "true"
    return [
        element("single", single),
        element("shuffleanswers", "true"),
        element("answernumbering", "none"),
        *answers,
    ]


def statement(kind: Statement, exchanged: Exchanged, _notes: Notes) -> list[str]:
    """Return "true" and "false" with what is told to those who say so."""
    right = kind.answer
    return [
        _answer("100" if key == right else "0", key, exchanged.parts.get(key, ("", ""))[1], literal=True)
        for key in (TRUE, FALSE)
    ]


def matching(kind: Matching, exchanged: Exchanged, _notes: Notes) -> list[str]:
    """Return pairs; a right-hand text without a left one belongs to nothing."""
    words = exchanged.parts
    items = [(words[pair.id][0], words[pair.partner][0]) for pair in kind.pairs]
    items += [("", words[extra][0]) for extra in kind.extra]
    return [
        element("shuffleanswers", "true"),
        *(
            element("subquestion", _html(left), element("answer", _html(right)), format="html")
            for left, right in items
        ),
    ]


def ordering(kind: Ordering, exchanged: Exchanged, _notes: Notes) -> list[str]:
    """Return the steps in their order. The grading chosen gives a part for each pair in order, as here."""
    fields = {
        "layouttype": "VERTICAL", "selecttype": "ALL", "selectcount": str(len(kind.items)),
        "gradingtype": PAIR_GRADING, "showgrading": "SHOW", "numberingstyle": "none",
    }  # fmt: skip
    return [
        *(element(name, value) for name, value in fields.items()),
        *(
            element("answer", _html(exchanged.parts[item][0]), fraction=str(place), format="html")
            for place, item in enumerate(kind.items, start=1)
        ),
    ]


def numeric(kind: Numeric, exchanged: Exchanged, notes: Notes) -> list[str]:
    """Return number, tolerance and units. Moodle shows a unit only where it is to be chosen."""
    number, tolerance = exact(kind.answer), exact(kind.tolerance)
    if not (is_decimal(number) and is_decimal(tolerance)):
        notes.note(reasons.NUMBER_ROUNDED)
    answer = element(
        "answer",
        element("text", decimal_text(number)),
        element("tolerance", decimal_text(tolerance)),
        fraction="100",
        format="plain_text",
    )
    measures = kind.measures
    if not measures:
        return [answer, element("unitgradingtype", "0"), element("showunits", "3")]
    if len(measures) == 1:
        notes.note(reasons.UNIT_MUST_BE_CHOSEN)
    units = (
        element(
            "unit",
            element("multiplier", _multiplier(1 / exact(unit.factor))),
            element("unit_name", text(exchanged.parts[unit.id][0])),
        )
        for unit in measures
    )
    penalty = "0" if len(measures) == 1 else "1"
    return [
        answer,
        element("unitgradingtype", "1"),
        element("unitpenalty", penalty),
        element("showunits", "2"),
        element("unitsleft", "0"),
        element("units", *units),
    ]


def _multiplier(value: Fraction) -> str:
    """Return how many of a unit make one of the first, precise enough to find the fraction again."""
    return f"{float(value):.15g}"


def short_text(kind: ShortText, exchanged: Exchanged, _notes: Notes) -> list[str]:
    """Return every accepted spelling with its weight."""
    answers = [
        _answer(
            percent_text(exact(item.share)),
            spelling.replace("*", r"\*"),
            exchanged.parts.get(item.id, ("", ""))[1],
            literal=True,
        )
        for item in kind.accepted
        for spelling in item.spellings
    ]
    return [element("usecase", "0"), *answers]


def reflection(kind: Reflection, exchanged: Exchanged, _notes: Notes) -> list[str]:
    """Return lengths, and the rubric as a note for those who mark."""
    return [
        element("responseformat", "plain"),
        element("responserequired", "1"),
        element("responsefieldlines", "15"),
        element("minwordlimit", str(kind.min_words)),
        element("maxwordlimit", str(kind.max_words)),
        element("attachments", "0"),
        element("attachmentsrequired", "0"),
        element("graderinfo", element("text", cdata(rubric_html(exchanged, kind))), format="html"),
    ]


def nothing(_kind: Gaps, _exchanged: Exchanged, _notes: Notes) -> list[str]:
    """Return nothing: all of it stands in the text."""
    return []


def _answer(percent: str, words: str, note: str, *, literal: bool = False) -> str:
    shown = element("text", text(words)) if literal else _html(words)
    format_ = "plain_text" if literal else "html"
    return element("answer", shown, element("feedback", _html(note), format="html"), fraction=percent, format=format_)


def _html(plain: str) -> str:
    return element("text", cdata(to_html(plain)))
