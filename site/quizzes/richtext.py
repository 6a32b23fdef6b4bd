"""Rich text as it is frozen: links resolved, images kept by their content, then cleaned to what prose may have."""

import re

import nh3
from wagtail.rich_text import expand_db_html

from .kept_pictures import picture_html

_TAGS = {"p", "br", "b", "strong", "i", "em", "ul", "ol", "li", "a", "img"}
_ATTRIBUTES = {"a": {"href"}, "img": {"src", "alt", "width", "height"}}
_EMBED = re.compile(r"<embed\b[^>]*>")


def frozen_html(source: str) -> str:
    """Return clean HTML for text in Wagtail's database form; needs no page, document or image to be shown later."""
    if not source:
        return ""
    whole = _EMBED.sub(lambda found: picture_html(found[0]), source) if "<embed" in source else source
    return nh3.clean(expand_db_html(whole), tags=_TAGS, attributes=_ATTRIBUTES, link_rel="noopener").strip()
