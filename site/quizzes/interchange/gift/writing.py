"""Writing GIFT. Words with markup go out as [html]; options are escaped for it, typed words are not."""

from collections.abc import Iterable, Sequence
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
from quizzes.domain.kinds.gaps import TEXT
from quizzes.domain.kinds.numeric import exact

from .. import metadata, reasons
from ..cleaning import clean_html
from ..gap_text import joined
from ..model import Exchanged, Refused, Writing
from ..numbers import decimal_text, is_decimal, percent_text
from ..reporting import Notes, write_all
from ..texts import to_html
from .kinds import PAIR_GRADING
from .lexing import escaped, tag_comment

BACKSLASH = "\\"


def write_gift(questions: Sequence[Exchanged]) -> Writing:
    """Return the questions as a GIFT file, and what of each could not go with it."""
    pieces, lines = write_all(questions, _block)
    return Writing("\n".join(pieces).encode(), lines)


def _block(exchanged: Exchanged, notes: Notes) -> str:
    question = exchanged.question
    if exchanged.pictures:
        notes.note(reasons.PICTURE_DROPPED)
    tags = tag_comment(list(metadata.written(question, exchanged.tags, with_points=True)))
    body = _question(exchanged, notes)
    return f"{tags}::{escaped(question.name)}::{body}\n"


def _question(exchanged: Exchanged, notes: Notes) -> str:
    kind = exchanged.question.kind
    general = f"\n\t####[html]{escaped(_bare(exchanged.feedback))}" if exchanged.feedback else ""
    if isinstance(kind, Gaps):
        return _gap(exchanged, kind, general, notes)
    lines = list(_answers(exchanged, notes))
    inside = "".join(f"\n\t{line}" for line in lines[1:])
    return f"[html]{escaped(_bare(exchanged.stem))}{{{lines[0] if lines else ''}{inside}{general}\n}}\n"


def _answers(exchanged: Exchanged, notes: Notes) -> Iterable[str]:
    """Yield what stands between the braces; the first goes on the line of the brace."""
    kind, words = exchanged.question.kind, exchanged.parts
    if isinstance(kind, Statement):
        right, wrong = (TRUE, FALSE) if kind.answer == TRUE else (FALSE, TRUE)
        notes_of = [_text(words.get(key, ("", ""))[1]) for key in (wrong, right)]
        yield f"{kind.answer.upper()}#{notes_of[0]}#{notes_of[1]}" if any(notes_of) else kind.answer.upper()
    elif isinstance(kind, Choice):
        yield ""
        yield from _options(exchanged, kind, notes)
    elif isinstance(kind, Matching):
        yield ""
        for pair in kind.pairs:
            yield f"={_text(words[pair.id][0])} -> {_text(words[pair.partner][0])}"
        for extra in kind.extra:
            yield f"= -> {_text(words[extra][0])}"
    elif isinstance(kind, Ordering):
        yield f">{len(kind.items)} ALL VERTICAL {PAIR_GRADING} SHOW none"
        for item in kind.items:
            yield _text(words[item][0])
    elif isinstance(kind, Numeric):
        yield _number(kind, notes)
    elif isinstance(kind, ShortText):
        yield ""
        for accepted in kind.accepted:
            note = words.get(accepted.id, ("", ""))[1]
            for spelling in accepted.spellings:
                yield _weighted("=", _arrowless(spelling, notes), exact(accepted.share), note)
    elif isinstance(kind, Reflection):
        notes.note(reasons.RUBRIC_DROPPED)
        notes.note(reasons.LENGTHS_DROPPED)
    else:
        raise Refused(reasons.CANNOT_BE_WRITTEN, type=exchanged.question.type)


def _options(exchanged: Exchanged, kind: Choice, notes: Notes) -> Iterable[str]:
    each = Fraction(1, len(kind.right) or 1)
    miss = each
    if kind.several and kind.scoring == ALL_OR_NOTHING:
        notes.note(reasons.ALL_OR_NOTHING_LOST)
        miss = Fraction(1)
    for option in kind.options:
        text, note = exchanged.parts[option.id]
        remark = f"#{_text(note)}" if note else ""
        if kind.several:
            yield f"~%{percent_text(each if option.correct else -miss)}%{_text(text)}{remark}"
        else:
            yield f"{'=' if option.correct else '~'}{_text(text)}{remark}"


def _gap(exchanged: Exchanged, kind: Gaps, general: str, notes: Notes) -> str:
    if len(kind.gaps) > 1:
        raise Refused(reasons.GAPS_MANY)
    gap = kind.gaps[0]
    whole = joined(_bare(exchanged.stem), _bare(exchanged.parts[TEXT][0]))
    before, mark, after = whole.partition(f"[[{gap.name}]]")
    if not mark:
        raise Refused(reasons.GAP_TEXT)
    if gap.options:
        answers = []
        for option in gap.options:
            text, note = exchanged.parts[option.id]
            answers.append(f"{'=' if option.correct else '~'}{_text(text)}{f'#{_text(note)}' if note else ''}")
    else:
        answers = [_weighted("=", _arrowless(spelling, notes), Fraction(1), "") for spelling in gap.spellings]
    inside = "".join(f"\n\t{answer}" for answer in answers)
    return f"[html]{escaped(before)}{{{inside}{general}\n}}{escaped(after)}\n"


def _number(kind: Numeric, notes: Notes) -> str:
    if kind.measures:
        notes.note(reasons.UNITS_DROPPED)
    number, tolerance = exact(kind.answer), exact(kind.tolerance)
    if not (is_decimal(number) and is_decimal(tolerance)):
        notes.note(reasons.NUMBER_ROUNDED)
    return f"#{decimal_text(number)}:{decimal_text(tolerance)}"


def _bare(html: str) -> str:
    """Return HTML without images: GIFT has no files."""
    return clean_html(html)[0]


def _arrowless(spelling: str, notes: Notes) -> str:
    """Return typed words without `->`, the sign of a matching, which GIFT cannot escape; folded they are the same."""
    if "->" in spelling:
        notes.note(reasons.SPELLING_RESPELLED)
    return spelling.replace("->", "→")


def _weighted(mark: str, text: str, share: Fraction, note: str) -> str:
    weight = "" if share == 1 and not text.startswith("%") else f"%{percent_text(share)}%"
    return f"{mark}{weight}{escaped(text.replace('*', BACKSLASH + '*'))}{f'#{_text(note)}' if note else ''}"


def _text(plain: str) -> str:
    """Return plain text as it stands in a list of answers, its first letter no sign of a format, weight or comment."""
    html = to_html(plain)
    return escaped(f"&#{ord(html[0])};{html[1:]}" if html.startswith(("[", "%", "/")) else html)
