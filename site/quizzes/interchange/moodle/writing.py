"""Writing Moodle XML."""

import base64
import re
from collections.abc import Callable, Sequence
from html import escape
from typing import Any

from quizzes.domain.kinds import (
    Choice,
    Gaps,
    Matching,
    Numeric,
    Ordering,
    Reflection,
    ShortText,
    Statement,
)  # fmt: skip

from .. import metadata, reasons
from ..model import Exchanged, Refused, Writing
from ..reporting import Notes, write_all
from ..xml_writing import cdata, element, text
from . import bodies
from .cloze_writing import cloze_text
from .elements import image_source

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_IMAGE = re.compile(r'(<img src=")([^"]*)(")')

#: From the kind, the question and the notes of its changes to its lines of XML.
Body = Callable[[Any, Exchanged, Notes], list[str]]
_BODIES: dict[type, tuple[str, Body]] = {
    Choice: ("multichoice", bodies.choice),
    Statement: ("truefalse", bodies.statement),
    Matching: ("matching", bodies.matching),
    Ordering: ("ordering", bodies.ordering),
    Numeric: ("numerical", bodies.numeric),
    ShortText: ("shortanswer", bodies.short_text),
    Gaps: ("cloze", bodies.nothing),
    Reflection: ("essay", bodies.reflection),
}


def write_moodle(questions: Sequence[Exchanged]) -> Writing:
    """Return the questions as a Moodle XML file, and what of each could not go with it."""
    pieces, lines = write_all(questions, _question)
    return Writing(f"{_HEAD}<quiz>\n{''.join(pieces)}</quiz>\n".encode(), lines)


def _question(exchanged: Exchanged, notes: Notes) -> str:
    question = exchanged.question
    if type(question.kind) not in _BODIES:
        raise Refused(reasons.CANNOT_BE_WRITTEN, type=question.type)
    type_, body = _BODIES[type(question.kind)]
    stem = cloze_text(question.kind, exchanged) if isinstance(question.kind, Gaps) else exchanged.stem
    tags = list(metadata.written(question, exchanged.tags, with_points=False))
    parts = [
        element("name", element("text", text(question.name))),
        _rich("questiontext", stem, exchanged),
        _rich("generalfeedback", exchanged.feedback, exchanged),
        element("defaultgrade", str(question.points)),
        element("penalty", "0"),
        element("hidden", "0"),
        *body(question.kind, exchanged, notes),
    ]
    if tags:
        parts.append(element("tags", *(element("tag", element("text", text(tag))) for tag in tags)))
    return element("question", "\n", *(f"    {part}\n" for part in parts), "  ", type=type_) + "\n"


def _rich(tag: str, html: str, exchanged: Exchanged) -> str:
    """Return a text with markup and the images in it."""
    used = [picture for picture in exchanged.pictures if f'src="{escape(picture.name)}"' in html]
    named = _IMAGE.sub(lambda found: f"{found[1]}{image_source(found[2])}{found[3]}", html)
    files = [
        element("file", base64.b64encode(picture.content).decode(), name=picture.name, path="/", encoding="base64")
        for picture in used
    ]
    return element(tag, element("text", cdata(named)), *files, format="html")
