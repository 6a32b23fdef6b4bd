"""Gaps of a text as GIFT, Moodle and QTI have them, turned into gaps of ours."""

from collections.abc import Callable, Sequence

from core.folding import fold
from quizzes.domain.kinds import GAPS, Gap, Gaps, Kind, Option
from quizzes.domain.kinds.gaps import TEXT

from . import bounds, reasons
from .answering import Weighted, literal
from .building import Draft
from .gap_text import parted
from .model import Refused


def typed_gap(draft: Draft, place: int, name: str, answers: Sequence[Weighted]) -> Gap:
    """Return a gap that is filled by typing: what brings everything is accepted.

    Raises:
        Refused: if no answer does.
    """
    spellings = []
    for answer in answers:
        word = literal(draft, answer.text)
        if answer.percent < 100:
            draft.note(reasons.PARTIAL_DROPPED)
        elif word is not None:
            if fold(word):
                spellings.append(word)
            else:
                draft.note(reasons.SPELLING_DROPPED, text=word[:80])
        if answer.note:
            draft.note(reasons.FEEDBACK_DROPPED)
    if not spellings:
        raise Refused(reasons.NO_RIGHT)
    if len(spellings) > bounds.PARTS:
        raise Refused(reasons.UNSOUND, fault=f"more than {bounds.PARTS} spellings")
    return Gap(draft.id("gap", place), name, tuple(dict.fromkeys(spellings)), ())


def chosen_gap(draft: Draft, place: int, name: str, answers: Sequence[Weighted]) -> Gap:
    """Return a gap that is filled by choosing.

    Raises:
        Refused: without two options, or without exactly one that brings everything.
    """
    right = [answer.percent >= 100 for answer in answers]
    if len(answers) < 2:
        raise Refused(reasons.TOO_FEW_OPTIONS)
    if sum(right) != 1:
        raise Refused(reasons.MANY_RIGHT if any(right) else reasons.NO_RIGHT)
    if any(0 != answer.percent < 100 for answer in answers):
        draft.note(reasons.PARTIAL_DROPPED)
    options = tuple(
        Option(draft.part("gap", place, "option", number, text=answer.text, note=answer.note), correct)
        for number, (answer, correct) in enumerate(zip(answers, right, strict=True))
    )
    return Gap(draft.id("gap", place), name, (), options)


def gaps_of(
    draft: Draft, html: str, gaps: Sequence[Gap], rich: Callable[[str], str] | None = None
) -> tuple[str, Kind]:
    """Return type and kind of a text with gaps; `html` holds task and text, with a mark for each gap.

    Raises:
        Refused: if a gap has no place in what is left of the text.
    """
    clean = rich or draft.rich
    task, text = parted(html)
    draft.stem = clean(task)
    if not draft.stem:
        draft.stem = draft.rich(f"<p>{draft.source.labels.fill_gaps}</p>")
        draft.note(reasons.STEM_MADE)
    cleaned = clean(text)
    if not gaps or any(cleaned.count(f"[[{gap.name}]]") != 1 for gap in gaps):
        raise Refused(reasons.GAP_TEXT)
    draft.parts[TEXT] = (cleaned, "")
    return GAPS, Gaps(tuple(gaps))
