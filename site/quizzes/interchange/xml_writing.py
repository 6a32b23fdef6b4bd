"""XML written as text."""

from html.parser import HTMLParser
from xml.sax.saxutils import escape, quoteattr

from .texts import printable


def text(value: str) -> str:
    """Return text as it stands inside an element."""
    return escape(printable(value))


def element(tag: str, *inside: str, **attributes: str) -> str:
    """Return an element; `inside` is markup. A name that Python keeps for itself takes an underscore behind it."""
    given = "".join(
        f" {name.rstrip('_').replace('_', '-')}={quoteattr(printable(value), {chr(10): '&#10;'})}"
        for name, value in attributes.items()
    )
    inner = "".join(inside)
    return f"<{tag}{given}>{inner}</{tag}>" if inner else f"<{tag}{given}/>"


def cdata(value: str) -> str:
    """Return text in a section that needs no escapes, as Moodle writes markup."""
    return "<![CDATA[" + printable(value).replace("]]>", "]]]]><![CDATA[>") + "]]>" if value else ""


def xhtml(html: str) -> str:
    """Return clean HTML as XML: every element closed, no named characters."""
    writer = _XhtmlWriter()
    writer.feed(html)
    writer.close()
    return "".join(writer.out)


class _XhtmlWriter(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = "".join(f" {name}={quoteattr(value or '')}" for name, value in attrs)
        self.out.append(f"<{tag}{given}{'/' if tag in ('br', 'img') else ''}>")

    def handle_endtag(self, tag: str) -> None:
        if tag not in ("br", "img"):
            self.out.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.out.append(text(data))
