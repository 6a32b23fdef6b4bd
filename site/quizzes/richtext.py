"""Rich text as it is frozen: links resolved, then cleaned to the few tags that prose may have."""

import nh3
from wagtail.rich_text import expand_db_html

_TAGS = {"p", "br", "b", "strong", "i", "em", "ul", "ol", "li", "a"}
_ATTRIBUTES = {"a": {"href"}}


def frozen_html(source: str) -> str:
    """Return clean HTML for text in Wagtail's database form; needs no page or document to be shown later."""
    if not source:
        return ""
    return nh3.clean(expand_db_html(source), tags=_TAGS, attributes=_ATTRIBUTES, link_rel="noopener").strip()
