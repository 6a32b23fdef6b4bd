"""Parts that the questions of Moodle share: texts with a format and files, weighted answers, tags."""

import base64
import binascii
from html import escape
from urllib.parse import unquote

from .. import reasons
from ..answering import Weighted, percent_of
from ..building import Draft, Files
from ..gift.formats import HTML, MARKDOWN, MOODLE, PLAIN, html_of
from ..xml_reading import Node

_FORMATS = {"html": HTML, "moodle_auto_format": MOODLE, "plain_text": PLAIN, "markdown": MARKDOWN}
_PLUGINFILE = "@@PLUGINFILE@@/"


def html_in(node: Node | None, default: str = "html") -> str:
    """Return the `text` of an element as HTML, whatever its format."""
    if node is None:
        return ""
    return html_of(node.value("text"), _FORMATS.get(node.get("format", default), HTML))


def files_in(node: Node | None) -> Files:
    """Return what finds the files that lie beside a text, by the `src` of an image."""
    stored = {file.get("name"): file for file in node.all("file")} if node else {}

    def find(source: str) -> tuple[bytes, str] | None:
        name = unquote(source.removeprefix(_PLUGINFILE).split("?")[0]).rpartition("/")[2]
        file = stored.get(name) if source.startswith(_PLUGINFILE) else None
        if file is None or file.get("encoding", "base64") != "base64":
            return None
        try:
            return base64.b64decode("".join(file.text.split()), validate=True), name
        except binascii.Error:
            return b"", name

    return find


def rich(draft: Draft, node: Node | None) -> str:
    """Return the clean HTML of an element, its images among those of the question."""
    return draft.rich(html_in(node), files_in(node))


def plain(draft: Draft, node: Node | None) -> str:
    """Return the text of an element as plain text."""
    return draft.plain(html_in(node)) if node else ""


def weighted(draft: Draft, node: Node, *, literal: bool = False) -> Weighted:
    """Return an answer. Text that is compared has no format."""
    text = node.value("text") if literal else plain(draft, node)
    return Weighted(text, percent_of(node.get("fraction", "0")), plain(draft, node.one("feedback")))


def combined_feedback(draft: Draft, question: Node) -> None:
    """Note what Moodle tells about an answer as a whole; Saboq has feedback by band of the result instead."""
    told = ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback")
    if any(question.value(name, "text") for name in told):
        draft.note(reasons.FEEDBACK_DROPPED)


def is_true(text: str) -> bool:
    """Tell whether a flag is set."""
    return text.strip().lower() in ("1", "true")


def image_source(name: str) -> str:
    """Return the `src` by which Moodle finds a file beside a text."""
    return escape(_PLUGINFILE + name)
