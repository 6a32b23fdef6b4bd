"""Who cites which article: rebuilt whenever a page is published, emptied when it goes.

The walk is generic: wherever a block of a page's streams has fields `code` and `article`, it is a citation. So courses
and quizzes, and whatever comes later, are indexed without this app knowing them.
"""

from collections.abc import Iterator
from typing import Any

from django.db import transaction
from wagtail.blocks import StreamValue, StructValue
from wagtail.blocks.list_block import ListValue
from wagtail.fields import StreamField
from wagtail.models import Page

from core.models import CitationEntry

Citation = tuple[str, str, str]


def citations_in(page: Page) -> list[Citation]:
    """Return (block id, code, article) of every citation on a page, each once.

    The block id is that of the nearest stream block: the citation itself, or the question that cites.
    """
    found: dict[Citation, None] = {}
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            for citation in _walk(getattr(page, field.name), ""):
                found[citation] = None
    return list(found)


def _walk(value: Any, block_id: str) -> Iterator[Citation]:
    if isinstance(value, StreamValue):
        for child in value:
            yield from _walk(child.value, child.id or "")
    elif isinstance(value, ListValue):
        for item in value:
            yield from _walk(item, block_id)
    elif isinstance(value, StructValue):
        if value.get("code") and value.get("article") and isinstance(value["article"], str):
            yield block_id, str(value["code"]), value["article"]
        for entry in value.values():
            yield from _walk(entry, block_id)


@transaction.atomic
def rebuild(page: Page) -> None:
    """Write the index of one page anew. A translation has the structure of its source, so only sources are read."""
    specific = page.specific
    is_source = getattr(specific, "is_source", True)
    if not is_source and type(specific).objects.filter(pk=specific.source().pk).exclude(pk=specific.pk).exists():
        return
    wanted = set(citations_in(specific))
    rows = CitationEntry.objects.filter(page_key=specific.translation_key)
    known = {(row.block_id, row.code, row.article): row.pk for row in rows}
    CitationEntry.objects.filter(pk__in=[pk for citation, pk in known.items() if citation not in wanted]).delete()
    CitationEntry.objects.bulk_create(
        [
            CitationEntry(page_key=specific.translation_key, block_id=block_id, code=code, article=article)
            for block_id, code, article in wanted - known.keys()
        ],
        ignore_conflicts=True,
    )


def forget(page: Page) -> None:
    """Take a page out of the index, unless a translation of it is still live."""
    if not Page.objects.filter(translation_key=page.translation_key).live().exclude(pk=page.pk).exists():
        CitationEntry.objects.filter(page_key=page.translation_key).delete()
