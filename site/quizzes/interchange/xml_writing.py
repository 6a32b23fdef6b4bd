"""XML written as text."""

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
