"""Answers with weights, as GIFT and Moodle have them, turned into the kinds of question that Saboq has."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from core.folding import fold
from quizzes.domain.kinds import (
    ALL_OR_NOTHING,
    MULTIPLE,
    NUMERIC,
    PER_OPTION,
    SINGLE,
    TEXT,
    Accepted,
    Choice,
    Kind,
    Numeric,
    Option,
    ShortText,
    Unit,
)  # fmt: skip

from . import bounds, reasons
from .building import Draft
from .model import Refused
from .numbers import decimal_text, exact_text, fraction_of, is_decimal, share_of

_NEARLY = Fraction(2, 100)


@dataclass(frozen=True)
class Weighted:
    """An answer: plain text, what part of the points it brings in percent, and what is told about it (plain text)."""

    text: str
    percent: Fraction
    note: str = ""


def choice_of(
    draft: Draft, answers: Sequence[Weighted], *, several: bool, scoring: str | None = None
) -> tuple[str, Kind]:
    """Return type and kind of a choice.

    Raises:
        Refused: without two options, or without exactly one right one (with several: a right and a wrong one).
    """
    if len(answers) < 2:
        raise Refused(reasons.TOO_FEW_OPTIONS)
    if several:
        right = [answer.percent > 0 for answer in answers]
        scoring = scoring or _scoring(draft, answers)
        if all(right):
            raise Refused(reasons.NO_WRONG)
    else:
        right = [answer.percent >= 100 for answer in answers]
        scoring = ALL_OR_NOTHING
        if sum(right) > 1:
            raise Refused(reasons.MANY_RIGHT)
        if any(0 != answer.percent < 100 for answer in answers):
            draft.note(reasons.PARTIAL_DROPPED)
    if not any(right):
        raise Refused(reasons.NO_RIGHT)
    options = tuple(
        Option(draft.part("option", place, text=answer.text, note=answer.note), correct)
        for place, (answer, correct) in enumerate(zip(answers, right, strict=True))
    )
    return (MULTIPLE if several else SINGLE), Choice(options, several, scoring)


def _scoring(draft: Draft, answers: Sequence[Weighted]) -> str:
    """Return the scoring that comes nearest: each right option its part, each wrong one as much less."""
    hits = [answer.percent for answer in answers if answer.percent > 0]
    each = Fraction(100, len(hits) or 1)
    misses = [answer.percent for answer in answers if answer.percent <= 0]
    if any(abs(hit - each) > _NEARLY for hit in hits) or any(abs(miss + each) > _NEARLY for miss in misses):
        draft.note(reasons.SCORING_CHANGED)
    return PER_OPTION


def short_text_of(draft: Draft, answers: Sequence[Weighted]) -> tuple[str, Kind]:
    """Return type and kind of a short text. Answers that follow one another with one weight and note mean one thing.

    Raises:
        Refused: if nothing is left that brings all the points.
    """
    accepted: list[tuple[Fraction, str, list[str]]] = []
    seen: set[str] = set()
    for answer in answers:
        word = literal(draft, answer.text)
        if word is None:
            continue
        share, rounded = share_of(min(max(answer.percent, Fraction(0)), Fraction(100)))
        if rounded:
            draft.note(reasons.SHARE_ROUNDED)
        if answer.percent < 0:
            draft.note(reasons.SCORING_CHANGED)
        same = accepted[-1][2] if accepted and accepted[-1][:2] == (share, answer.note) else []
        key = fold(word)
        if not key or key in seen.difference(map(fold, same)):
            draft.note(reasons.SPELLING_DROPPED, text=word[:80])
            continue
        seen.add(key)
        if same:
            same.append(word)
        else:
            accepted.append((share, answer.note, [word]))
    if not any(share == 1 for share, _note, _words in accepted):
        raise Refused(reasons.NO_RIGHT)
    items = tuple(
        Accepted(draft.part("accepted", place, note=note), tuple(dict.fromkeys(words)), str(share))
        for place, (share, note, words) in enumerate(accepted)
    )
    return TEXT, ShortText(items)


def literal(draft: Draft, text: str) -> str | None:
    r"""Return an accepted answer without the escape `\*`; None for a pattern, which has no counterpart."""
    plain = draft.bounded(text.replace("\n", " "), bounds.SPELLING)
    if "*" in plain.replace(r"\*", ""):
        draft.note(reasons.WILDCARD_DROPPED, text=plain[:80])
        return None
    return plain.replace(r"\*", "*")


def numeric_of(
    draft: Draft,
    answers: Sequence[tuple[Fraction, Fraction, Weighted]],
    units: Sequence[tuple[str, Fraction]] = (),
) -> tuple[str, Kind]:
    """Return type and kind of a number; `answers` are (number, tolerance, the answer), `units` (name, factor).

    Raises:
        Refused: if no number brings all the points.
    """
    full = [answer for answer in answers if answer[2].percent >= 100]
    if not full:
        raise Refused(reasons.NO_RIGHT)
    if len(answers) > 1:
        draft.note(reasons.PARTIAL_DROPPED)
    if any(answer.note for _number, _tolerance, answer in answers):
        draft.note(reasons.FEEDBACK_DROPPED)
    number, tolerance, _answer = full[0]
    if not is_decimal(number) or not is_decimal(tolerance):
        draft.note(reasons.NUMBER_ROUNDED)
    if tolerance < 0:
        raise Refused(reasons.BAD_NUMBER, text=str(tolerance))
    measures = tuple(
        Unit(draft.part("unit", place, text=draft.bounded(name, bounds.SPELLING)), exact_text(factor))
        for place, (name, factor) in enumerate(units)
    )
    return NUMERIC, Numeric(decimal_text(number), decimal_text(tolerance), measures)


def percent_of(text: str) -> Fraction:
    """Return the percentage behind the text of a weight.

    Raises:
        Refused: if it is no number from -100 to 100.
    """
    try:
        percent = fraction_of(text)
    except Refused:
        raise Refused(reasons.BAD_WEIGHT, text=text[:80]) from None
    if abs(percent) > 100:
        raise Refused(reasons.BAD_WEIGHT, text=text[:80])
    return percent
