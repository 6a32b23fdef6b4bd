"""What a file would add to a page, before anything is stored."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from html import escape
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import translation
from django.utils.translation import gettext
from wagtail.blocks import StreamValue

from quizzes.domain.kinds import Gaps
from quizzes.domain.kinds.gaps import TEXT
from quizzes.interchange import reasons
from quizzes.interchange.model import CHANGED, REFUSED, Exchanged, Labels, Line, Picture, Reason

from . import words
from .formats import FORMATS
from .pictures import images_in, is_sound, with_shown, without_images
from .raw import Raw, raw_block


@dataclass(frozen=True)
class Proposed:
    """A question that may be added: as the file has it, and as the data of its block."""

    exchanged: Exchanged
    raw: Raw


@dataclass(frozen=True)
class Proposal:
    """What a file holds for a page.

    Attributes:
        lines: the report, one line for every question of the file.
        questions: those that are not on the page yet.
        pictures: by name, those that the questions show.
        nameless: names of pictures that have no alternative text, in their order.
    """

    lines: tuple[Line, ...]
    questions: tuple[Proposed, ...]
    pictures: Mapping[str, Picture]
    nameless: tuple[str, ...]


def propose(page: Any, content: bytes, format_: str) -> Proposal:
    """Return what a file would add to the latest draft of a page. Stores nothing.

    Raises:
        BadFile: if nothing of the file can be read.
    """
    reading = FORMATS[format_].read(content, scope=str(page.translation_key), labels=labels(page.locale.language_code))
    found = {item.question.id: item for item in reading.questions}
    here = {child.id for child in page.questions}
    lines, questions = [], []
    sound: dict[str, bool] = {}
    for line in reading.lines:
        if line.verdict == REFUSED:
            lines.append(line)
        elif line.question in here:
            lines.append(replace(line, verdict=REFUSED, reasons=(Reason(words.ALREADY_HERE),)))
        else:
            notes = list(line.reasons)
            exchanged = _with_sound_pictures(found[line.question], sound, notes)
            raw = raw_block(exchanged, partial(_note, notes))
            notes += (Reason(words.NEEDS_MENDING, {"fault": fault}) for fault in _faults(page, raw))
            questions.append(Proposed(exchanged, raw))
            lines.append(replace(line, verdict=CHANGED if notes else line.verdict, reasons=tuple(notes)))
    pictures = {picture.name: picture for item in questions for picture in item.exchanged.pictures}
    shown = [image for item in questions for html in rich_texts(item.exchanged) for image in images_in(html)]
    nameless = tuple(dict.fromkeys(name for name, alt in shown if not alt.strip()))
    return Proposal(tuple(lines), tuple(questions), pictures, nameless)


def labels(language: str) -> Labels:
    """Return the words for what files leave unsaid, in the language of a page."""
    with translation.override(language):
        return Labels(
            true=gettext("True"),
            false=gettext("False"),
            fill_gaps=gettext("Fill in the gaps."),
            criterion=gettext("The answer as a whole"),
            level_none=gettext("Does not answer the question"),
            level_full=gettext("Answers the question fully"),
        )


def rich_texts(exchanged: Exchanged) -> tuple[str, ...]:
    """Return the texts of a question that may hold images."""
    return (exchanged.stem, exchanged.feedback)


def _with_sound_pictures(exchanged: Exchanged, known: dict[str, bool], notes: list[Reason]) -> Exchanged:
    """Return a question without images that cannot be read; those of a text with gaps stand with the task.

    `known` remembers what was found sound: many questions may show one image.
    """
    for picture in exchanged.pictures:
        if picture.name not in known:
            known[picture.name] = is_sound(picture)
    sound = {picture.name: picture for picture in exchanged.pictures if known[picture.name]}
    if len(sound) < len(exchanged.pictures):
        _note(notes, reasons.PICTURE_DROPPED)
    names = {name: name for name in sound}
    stem, feedback = (with_shown(html, names) for html in rich_texts(exchanged))
    parts = dict(exchanged.parts)
    if isinstance(exchanged.question.kind, Gaps):
        text = with_shown(parts[TEXT][0], names)
        moved = "".join(f"<p>{image}</p>" for image in _image_tags(text))
        stem, parts[TEXT] = stem + moved, (without_images(text), "")
        if moved:
            _note(notes, words.PICTURE_MOVED)
    return replace(exchanged, stem=stem, feedback=feedback, parts=parts, pictures=tuple(sound.values()))


def _image_tags(html: str) -> list[str]:
    return [f'<img src="{escape(name)}" alt="{escape(alt)}">' for name, alt in images_in(html)]


def _note(notes: list[Reason], code: str) -> None:
    if code not in {reason.code for reason in notes}:
        notes.append(Reason(code))


def _faults(page: Any, raw: Raw) -> list[str]:
    """Return what the editor will be asked to mend: the errors of the block itself."""
    block = page._meta.get_field("questions").stream_block
    child = next(iter(StreamValue(block, [raw], is_lazy=True)))
    try:
        child.block.clean(child.value)
    except ValidationError as error:
        return sorted(set(_told(child.block, error)))
    return []


def _told(block: Any, error: ValidationError) -> list[str]:
    """Return the messages of an error with the labels of the fields they belong to."""
    found = []
    inner = getattr(error, "block_errors", None)
    for own in getattr(error, "non_block_errors", None) or ():
        found += own.messages if isinstance(own, ValidationError) else [str(own)]
    if isinstance(inner, dict):
        fields = getattr(block, "child_blocks", {})
        for name, below in inner.items():
            child = fields.get(name, getattr(block, "child_block", block))
            label = str(child.label) if name in fields else ""
            found += [f"{label}: {text}" if label else text for text in _told(child, below)]
    elif inner is None and not found:
        found = list(error.messages)
    return found
