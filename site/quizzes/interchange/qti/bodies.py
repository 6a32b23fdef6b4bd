"""What items of QTI have of their own, by type of question."""

from fractions import Fraction

from quizzes.domain.kinds import (
    ALL_OR_NOTHING,
    FALSE,
    TRUE,
    Choice,
    Matching,
    Numeric,
    Ordering,
    Reflection,
    ShortText,
    Statement,
    Survey,
)  # fmt: skip
from quizzes.domain.kinds.numeric import exact

from .. import reasons
from ..model import Exchanged
from ..numbers import decimal_text, is_decimal
from ..rubric import rubric_html
from ..xml_writing import element, text, xhtml
from .entries import UNIT_CLASS
from .gaps import TYPED
from .parts import FEEDBACK, RESPONSE, Parts, inline_remark, is_right, plain


def choice(kind: Choice, exchanged: Exchanged, parts: Parts) -> None:
    """Write options; where each right one brings its part, a wrong one takes as much away."""
    keys = {option.id: f"option-{place}" for place, option in enumerate(kind.options, start=1)}
    right = [keys[option.id] for option in kind.options if option.correct]
    cardinality = "multiple" if kind.several else "single"
    if kind.several and kind.scoring == ALL_OR_NOTHING:
        parts.response(RESPONSE, cardinality, "identifier", right)
        parts.score_if(is_right())
    else:
        each = Fraction(parts.points, len(right))
        misses = {keys[option.id]: -each for option in kind.options if not option.correct} if kind.several else {}
        parts.response(RESPONSE, cardinality, "identifier", right, dict.fromkeys(right, each) | misses)
        parts.score_by_map(RESPONSE)
    _choices(exchanged, parts, keys, most="0" if kind.several else "1")


def survey(kind: Survey, exchanged: Exchanged, parts: Parts) -> None:
    """Write a question that is not judged: it declares neither a right answer nor a score."""
    if not kind.options:
        parts.response(RESPONSE, "single", "string")
        parts.fields.append(element("qti-extended-text-interaction", response_identifier=RESPONSE))
        return
    keys = {option: f"option-{place}" for place, option in enumerate(kind.options, start=1)}
    parts.response(RESPONSE, "multiple" if kind.several else "single", "identifier")
    _choices(exchanged, parts, keys, most="0" if kind.several else "1", shuffle="false")


def statement(kind: Statement, exchanged: Exchanged, parts: Parts) -> None:
    """Write a choice between true and false."""
    parts.response(RESPONSE, "single", "identifier", [kind.answer], {kind.answer: Fraction(parts.points)})
    parts.score_by_map(RESPONSE)
    words = {TRUE: parts.labels.true, FALSE: parts.labels.false}
    told = {key: (word, exchanged.parts.get(key, ("", ""))[1]) for key, word in words.items()}
    _choices(exchanged, parts, {TRUE: TRUE, FALSE: FALSE}, most="1", shuffle="false", words=told)


def _choices(
    exchanged: Exchanged,
    parts: Parts,
    keys: dict[str, str],
    *,
    most: str,
    shuffle: str = "true",
    words: dict[str, tuple[str, str]] | None = None,
) -> None:
    told = words or {part: exchanged.parts[part] for part in keys}
    choices = [
        element("qti-simple-choice", plain(told[part][0]), inline_remark(key, told[part][1]), identifier=key)
        for part, key in keys.items()
    ]
    names = {"response_identifier": RESPONSE, "shuffle": shuffle, "max_choices": most}
    parts.fields.append(element("qti-choice-interaction", *choices, **names))
    if any(note for _text, note in told.values()):
        parts.tell_choices(many=most == "0")


def matching(kind: Matching, exchanged: Exchanged, parts: Parts) -> None:
    """Write two sets of choices; each pair brings its part."""
    lefts = {pair.id: f"left-{place}" for place, pair in enumerate(kind.pairs, start=1)}
    rights = {part: f"right-{place}" for place, part in enumerate(kind.rights, start=1)}
    pairs = [f"{lefts[pair.id]} {rights[pair.partner]}" for pair in kind.pairs]
    each = Fraction(parts.points, len(pairs))
    parts.response(RESPONSE, "multiple", "directedPair", pairs, dict.fromkeys(pairs, each))
    parts.score_by_map(RESPONSE)
    sets = []
    for keys, most in ((lefts, "1"), (rights, "0")):
        choices = (
            element("qti-simple-associable-choice", plain(exchanged.parts[part][0]), identifier=key, match_max=most)
            for part, key in keys.items()
        )
        sets.append(element("qti-simple-match-set", *choices))
    names = {"response_identifier": RESPONSE, "shuffle": "true", "max_associations": str(len(pairs))}
    parts.fields.append(element("qti-match-interaction", *sets, **names))


def ordering(kind: Ordering, exchanged: Exchanged, parts: Parts) -> None:
    """Write steps. QTI has no simple rule for a part by each pair in order: all or nothing there."""
    parts.notes.note(reasons.PAIR_SCORING_LOST)
    keys = {part: f"step-{place}" for place, part in enumerate(kind.items, start=1)}
    parts.response(RESPONSE, "ordered", "identifier", list(keys.values()))
    parts.score_if(is_right())
    choices = [
        element("qti-simple-choice", plain(exchanged.parts[part][0]), identifier=key) for part, key in keys.items()
    ]
    parts.fields.append(element("qti-order-interaction", *choices, response_identifier=RESPONSE, shuffle="true"))


def numeric(kind: Numeric, exchanged: Exchanged, parts: Parts) -> None:
    """Write a field for a number, with the first unit behind it."""
    number, tolerance = exact(kind.answer), exact(kind.tolerance)
    if not (is_decimal(number) and is_decimal(tolerance)):
        parts.notes.note(reasons.NUMBER_ROUNDED)
    if len(kind.measures) > 1:
        parts.notes.note(reasons.UNITS_DROPPED)
    parts.response(RESPONSE, "single", "float", [decimal_text(number)])
    around = decimal_text(tolerance)
    near = element(
        "qti-equal",
        element("qti-variable", identifier=RESPONSE),
        element("qti-correct", identifier=RESPONSE),
        tolerance_mode="absolute",
        tolerance=f"{around} {around}",
    )
    parts.score_if(near)
    field = element(TYPED, response_identifier=RESPONSE, expected_length="12")
    units = (element("span", plain(exchanged.parts[unit.id][0]), class_=UNIT_CLASS) for unit in kind.measures[:1])
    parts.fields.append(element("p", field, *(f" {unit}" for unit in units)))


def short_text(kind: ShortText, exchanged: Exchanged, parts: Parts) -> None:
    """Write a field for words; each accepted spelling brings its share."""
    gains = {word: parts.points * exact(item.share) for item in kind.accepted for word in item.spellings}
    first = next(item.spellings[0] for item in kind.accepted if exact(item.share) == 1)
    parts.response(RESPONSE, "single", "string", [first], gains)
    parts.score_by_map(RESPONSE)
    parts.fields.append(element("p", element(TYPED, response_identifier=RESPONSE, expected_length="30")))
    noted = [(item, exchanged.parts.get(item.id, ("", ""))[1]) for item in kind.accepted]
    if any(note for _item, note in noted):
        parts.outcome(FEEDBACK, "identifier")
    for place, (item, note) in enumerate(noted, start=1):
        if note:
            key = f"answer-{place}"
            said = (_is_said(word) for word in item.spellings)
            shown = element("qti-base-value", key, base_type="identifier")
            parts.when(element("qti-or", *said), element("qti-set-outcome-value", shown, identifier=FEEDBACK))
            parts.remark(FEEDBACK, key, plain(note))


def _is_said(word: str) -> str:
    return element(
        "qti-string-match",
        element("qti-variable", identifier=RESPONSE),
        element("qti-base-value", text(word), base_type="string"),
        case_sensitive="false",
    )


def reflection(kind: Reflection, exchanged: Exchanged, parts: Parts) -> None:
    """Write a field for free text, and the rubric for those who mark."""
    parts.response(RESPONSE, "single", "string")
    rubric = element("qti-content-body", xhtml(rubric_html(exchanged, kind)))
    parts.fields += [
        element("qti-rubric-block", rubric, view="scorer", use="scoring"),
        element(
            "qti-extended-text-interaction",
            response_identifier=RESPONSE,
            expected_lines="12",
            data_min_words=str(kind.min_words),
            data_max_words=str(kind.max_words),
        ),
    ]
