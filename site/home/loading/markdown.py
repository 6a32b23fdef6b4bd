"""The little Markdown that content files know, written as Wagtail's rich text."""

from dataclasses import dataclass
from functools import cache

import nh3
from markdown_it import MarkdownIt

_ALLOWED = {"p", "ul", "ol", "li", "strong", "em", "br", "b", "i"}
_KNOWN = {
    "paragraph_open", "paragraph_close", "inline", "bullet_list_open", "bullet_list_close",
    "ordered_list_open", "ordered_list_close", "list_item_open", "list_item_close",
}  # fmt: skip


@dataclass(frozen=True)
class TextShape:
    """The outline of a text: what a translation must repeat.

    Attributes:
        pieces: block types in order, like ("paragraph", "bullet_list", "list_item", …).
        problem: what the text holds that content files do not know, or "".
    """

    pieces: tuple[str, ...]
    problem: str = ""


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).disable(["image", "link", "autolink", "heading", "lheading"])


@cache
def shape_of(text: str) -> TextShape:
    """Return the outline of a Markdown text."""
    tokens = _parser().parse(text)
    unknown = next((token.type for token in tokens if token.type not in _KNOWN), "")
    pieces = tuple(token.type.removesuffix("_open") for token in tokens if token.type.endswith("_open"))
    return TextShape(pieces, f"this Markdown is not known here: {unknown}" if unknown else "")


@cache
def to_rich_text(text: str) -> str:
    """Return Markdown as clean HTML of Wagtail's rich text (`<b>`, `<i>`, lists, paragraphs)."""
    html = nh3.clean(_parser().render(text), tags=_ALLOWED, attributes={})
    for ours, theirs in (("strong", "b"), ("em", "i")):
        html = html.replace(f"<{ours}>", f"<{theirs}>").replace(f"</{ours}>", f"</{theirs}>")
    return html.replace("<li>\n<p>", "<li>").replace("</p>\n</li>", "</li>").replace("\n", "")
