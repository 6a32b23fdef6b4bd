"""From HTML to plain text and back, without loss for plain text."""

import re
from html import escape
from html.parser import HTMLParser

#: What ends a line of plain text.
_BLOCKS = {"p", "div", "li", "ul", "ol", "tr", "table", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "dl"}
#: Elements whose content is not text.
_SILENT = {"script", "style", "template", "title"}
#: Elements that say nothing more than the text in them.
_MUTE = _BLOCKS | {"br", "span", "font", "html", "head", "body"}
_SPACES = re.compile(r"[ \t\r\n\f]+")
#: What XML cannot hold, and the places that readers use as stand-ins while they take a text apart.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def printable(text: str) -> str:
    """Return a text without control characters, with line ends as one character."""
    return _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def tidy(text: str) -> str:
    """Return plain text with single spaces, without spaces at the ends of lines and empty lines at either end."""
    lines = (_SPACES.sub(" ", line).strip(" ") for line in printable(text).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def one_line(text: str) -> str:
    """Return plain text on one line."""
    return _SPACES.sub(" ", printable(text)).strip()


def to_html(text: str) -> str:
    """Return plain text as HTML: special characters escaped, lines broken."""
    return escape(tidy(text), quote=False).replace("\n", "<br>")


def to_paragraphs(text: str) -> str:
    """Return plain text as paragraphs of HTML; an empty line parts them."""
    return "".join(f"<p>{to_html(part)}</p>" for part in re.split(r"\n\s*\n", tidy(text)) if part.strip())


def to_plain(html: str) -> tuple[str, bool]:
    """Return HTML as plain text, and whether it said more than its text: emphasis, a link, an image, a table."""
    reader = _PlainReader()
    reader.feed(printable(html))
    reader.close()
    return tidy("".join(reader.out)), reader.said_more


class _PlainReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self.said_more = False
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        if tag == "br":
            self.out.append("\n")
        elif tag in _BLOCKS:
            self._break()
        if tag not in _MUTE or tag in ("li", "table"):
            self.said_more = True

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(self._silent - 1, 0)
        if tag in _BLOCKS:
            self._break()

    def handle_data(self, data: str) -> None:
        at_start = not self.out or self.out[-1] == "\n"
        if not self._silent and not (at_start and not data.strip(" \t\r\n\f")):
            self.out.append(_SPACES.sub(" ", data))

    def _break(self) -> None:
        if self.out and self.out[-1] != "\n":
            self.out.append("\n")
