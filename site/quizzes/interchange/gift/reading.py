"""Reading GIFT."""

import re

from quizzes.domain.kinds import Kind

from .. import bounds, reasons
from ..building import Draft, Source, read_all
from ..model import BadFile, Exchanged, Labels, Reading, Refused
from . import kinds
from .formats import MOODLE, html_of, with_format
from .lexing import Block, blocks, decoded, protected, restored

_NAME = re.compile(r"::(.*?)::", re.DOTALL)
_TRUTH = re.compile(r"(T|TRUE|F|FALSE)\s*(?:#|$)")


def read_gift(content: bytes, *, scope: str, labels: Labels | None = None) -> Reading:
    """Return the questions of a GIFT file.

    Args:
        scope: what the questions are read for; part of their ids.
        labels: words for what the file leaves unsaid.

    Raises:
        BadFile: if it is too large, not UTF-8, or holds nothing.
    """
    if len(content) > bounds.FILE_BYTES:
        raise BadFile(reasons.TOO_LARGE, limit=str(bounds.FILE_BYTES // bounds.MEGABYTE))
    found = list(blocks(decoded(content)))
    if not found:
        raise BadFile(reasons.EMPTY_FILE)
    source = Source(content, scope, labels or Labels())
    return read_all(source, found, lambda block: block.place, _read_block)


def _read_block(draft: Draft, block: Block) -> Exchanged:
    if block.text.startswith("$CATEGORY:"):
        draft.title = block.text.removeprefix("$CATEGORY:").strip()
        raise Refused(reasons.CATEGORY)
    draft.tags = block.tags
    text = protected(block.text)
    named = _NAME.match(text)
    if named:
        draft.title = restored(named[1]).strip()
        text = text[named.end() :]
    before, inside, after = _cut(draft, text)
    answers, mark, general = inside.rpartition("####")
    if not mark:
        answers, general = inside, ""
    before_text, format_ = with_format(before, MOODLE)
    reader = kinds.Reader(draft, format_)
    draft.feedback = draft.rich(_html(general, format_))
    answers = answers.strip()
    stem = before_text if not after.strip() else f"{before_text}_____{restored(after)}"
    draft.stem = draft.rich(html_of(stem, format_))
    type_, kind = _kind(reader, answers, (before_text, restored(after)) if after.strip() else None)
    return draft.finish(type_, kind)


def _cut(draft: Draft, text: str) -> tuple[str, str, str]:
    """Return what stands before, inside and after the braces."""
    opening, closing = text.find("{"), text.rfind("}")
    outside = text if opening < 0 else text[:opening]
    draft.stem = draft.stem or restored(outside)[: bounds.RICH_TEXT]
    if opening < 0 and closing < 0:
        raise Refused(reasons.NO_ANSWER_PLACE)
    if opening < 0 or closing < opening:
        raise Refused(reasons.BRACES)
    inside = text[opening + 1 : closing]
    if "{" in inside or "}" in inside:
        raise Refused(reasons.SEVERAL_ANSWER_BLOCKS)
    return text[:opening], inside, text[closing + 1 :]


def _html(text: str, default: str) -> str:
    plain, format_ = with_format(text, default)
    return html_of(plain, format_)


def _kind(reader: kinds.Reader, answers: str, around: tuple[str, str] | None) -> tuple[str, Kind]:
    """Return type and kind. `around` is the text about a missing word: then typed or chosen words fill a gap in it."""
    if not answers:
        return reader.essay()
    if answers.startswith("#"):
        return reader.numeric(answers[1:])
    if answers.startswith(">"):
        return reader.ordering(answers[1:])
    if _TRUTH.match(answers):
        return reader.statement(answers)
    if "~" in answers:
        return reader.gap_chosen(answers, around) if around else reader.choice(answers)
    if "->" in answers:
        return reader.matching(answers)
    return reader.gap_typed(answers, around) if around else reader.short_text(answers)
