"""The text formats that a GIFT text can name in front: [html], [plain], [markdown], [moodle]."""

import re

from markdown_it import MarkdownIt

from ..texts import to_paragraphs, to_plain
from .lexing import restored

HTML, PLAIN, MARKDOWN, MOODLE = "html", "plain", "markdown", "moodle"
_PREFIX = re.compile(r"\s*\[(html|plain|markdown|moodle)\]", re.IGNORECASE)
_MARKDOWN = MarkdownIt("commonmark", {"html": False})


def with_format(text: str, default: str) -> tuple[str, str]:
    """Return a protected text restored, without its format, and the format."""
    prefix = _PREFIX.match(text)
    if prefix:
        return restored(text[prefix.end() :]), prefix[1].lower()
    return restored(text), default


def html_of(text: str, format_: str) -> str:
    """Return a text of a format as HTML."""
    if format_ == PLAIN:
        return to_paragraphs(text)
    if format_ == MARKDOWN:
        return str(_MARKDOWN.render(text.strip()))
    if format_ == MOODLE:
        return "".join(
            f"<p>{part.strip().replace(chr(10), '<br>')}</p>" for part in re.split(r"\n\s*\n", text) if part.strip()
        )
    return text


def plain_of(text: str, format_: str) -> tuple[str, bool]:
    """Return a text of a format as plain text, and whether it said more than its text."""
    return (text, False) if format_ == PLAIN else to_plain(html_of(text, format_))
