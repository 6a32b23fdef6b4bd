"""Pages as plain text, for finding and for excerpts."""

from collections.abc import Iterator
from typing import Any

from django.utils.html import strip_tags
from django.utils.translation import override
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.rich_text import get_text_for_indexing

#: Fields whose words belong to a page; a page has some of them.
FIELDS = ("summary", "intro", "purpose", "outcomes", "audience", "body")
#: A page longer than this is searched by its beginning.
LONGEST = 60_000


def text_of(page: Page) -> str:
    """Return the words of a page in reading order, on one line, in the page's own language."""
    with override(page.locale.language_code):
        parts = [part for name in FIELDS if hasattr(page, name) for part in _parts(page, name)]
    return " ".join(" ".join(parts).split())[:LONGEST]


def _parts(page: Page, name: str) -> Iterator[str]:
    field, value = page._meta.get_field(name), getattr(page, name)
    if isinstance(field, StreamField):
        yield from _words(field.stream_block, value)
    elif value:
        yield get_text_for_indexing(str(value))


def _words(block: blocks.Block, value: Any) -> Iterator[str]:
    """Yield what an editor wrote; names of choices ("Rule", "Chat") are not the page's words."""
    if isinstance(block, blocks.StructBlock):
        for name, child in block.child_blocks.items():
            yield from _words(child, value.get(name))
    elif isinstance(block, blocks.StreamBlock):
        for child in value:
            yield from _words(child.block, child.value)
    elif isinstance(block, blocks.ListBlock):
        for item in value:
            yield from _words(block.child_block, item)
    elif value and not isinstance(block, blocks.ChoiceBlock):
        yield from (strip_tags(part) for part in block.get_searchable_content(value))
