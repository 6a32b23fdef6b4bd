"""HTML of a file brought to what the words of a question may have: prose, lists, links, images that came along."""

import re
from collections.abc import Callable
from html import escape
from html.parser import HTMLParser

import nh3

from . import reasons
from .texts import printable

_TAGS = {"p", "br", "b", "strong", "i", "em", "ul", "ol", "li", "a", "img"}
_ATTRIBUTES = {"a": {"href"}, "img": {"src", "alt"}}
_SCHEMES = {"http", "https", "mailto", "tel"}
_BECOMES_PARAGRAPH = {"div", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "dt", "dd", "section"}
_SILENT = {"script", "style", "template", "title"}
#: What goes without a word: it shapes nothing that a reader would miss.
_UNMISSED = {"span", "font", "html", "head", "body", "tbody", "thead", "colgroup", "col", "section", "div"}

_EMPTY = re.compile(r"<p>(?:\s|&nbsp;)*</p>")

#: From the `src` of an image to the name under which it came along, or None.
Finder = Callable[[str], str | None]


def clean_html(html: str, find: Finder = lambda _source: None) -> tuple[str, frozenset[str]]:
    """Return clean HTML, and codes for what it lost: "markup_dropped", "picture_dropped" or "link_picture_dropped"."""
    rewriter = _Rewriter(find)
    rewriter.feed(printable(html))
    rewriter.close()
    safe = nh3.clean(
        "".join(rewriter.out), tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel=None
    ).strip()
    return _EMPTY.sub("", safe).strip(), frozenset(rewriter.lost)


class _Rewriter(HTMLParser):
    """Writes HTML anew with paragraphs for what is laid out otherwise, and tells what has no counterpart."""

    def __init__(self, find: Finder) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self.lost: set[str] = set()
        self._find = find
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag == "img":
            self._image({name: value or "" for name, value in attrs})
        elif tag in _TAGS:
            given = "".join(f' {name}="{escape(value or "")}"' for name, value in attrs if name == "href")
            self.out.append(f"<{tag}{given if tag == 'a' else ''}>")
        else:
            if tag in _BECOMES_PARAGRAPH:
                self.out.append("<p>")
            if tag not in _UNMISSED:
                self.lost.add(reasons.MARKUP_DROPPED)

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(self._silent - 1, 0)
        elif tag in _BECOMES_PARAGRAPH:
            self.out.append("</p>")
        elif tag in ("td", "th"):
            self.out.append(" ")
        elif tag in _TAGS and tag not in ("img", "br"):
            self.out.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.out.append(escape(data, quote=False))

    def _image(self, given: dict[str, str]) -> None:
        source = given.get("src", "")
        name = self._find(source)
        if name:
            self.out.append(f'<img src="{escape(name)}" alt="{escape(given.get("alt", ""))}">')
        else:
            outside = source.startswith(("http:", "https:", "//"))
            self.lost.add(reasons.LINK_PICTURE_DROPPED if outside else reasons.PICTURE_DROPPED)
