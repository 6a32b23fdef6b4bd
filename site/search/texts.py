"""Pages as plain text, for finding and for excerpts."""

from typing import Any

from django.utils.html import strip_tags
from django.utils.translation import override
from wagtail.blocks import StreamValue
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.rich_text import get_text_for_indexing

#: Fields whose words belong to a page; a page has some of them.
FIELDS = ("summary", "hero_text", "intro", "purpose", "outcomes", "audience", "body")
#: A page longer than this is searched by its beginning.
LONGEST = 60_000


def text_of(page: Page) -> str:
    """Return the words of a page in reading order, on one line, in the page's own language."""
    with override(page.locale.language_code):
        parts = [part for name in FIELDS if hasattr(page, name) for part in _parts(page, name)]
    return " ".join(" ".join(parts).split())[:LONGEST]


def _parts(page: Page, name: str) -> list[str]:
    value: Any = getattr(page, name)
    field = page._meta.get_field(name)
    if isinstance(field, StreamField) and isinstance(value, StreamValue):
        return [strip_tags(str(part)) for part in field.get_searchable_content(value)]
    return [get_text_for_indexing(str(value))] if value else []
