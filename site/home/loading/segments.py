"""The translated pieces of a page, stored for wagtail-localize page by page.

Its own import of PO files asks the database five times for every piece; a course has some ten thousand of them.
"""

from collections.abc import Iterable

from django.utils import timezone
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation, TranslationSource

#: (path of a piece, its source text)
Piece = tuple[str, str]
WRITTEN_BY = {"translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL, "tool_name": "content files"}


def store_translations(source: TranslationSource, locale: Locale, pieces: Iterable[tuple[Piece, str]]) -> None:
    """Store the translation of each piece, and forget those of pieces that are gone. A few queries in all.

    Args:
        source: with its segments as they are now.
        pieces: each piece with its translation.

    Raises:
        KeyError: for a piece that the source does not have.
    """
    segments = StringSegment.objects.filter(source=source).values_list(
        "context__path", "string__data", "string_id", "context_id"
    )
    known = {(path, text): (string, context) for path, text, string, context in segments}
    wanted = {known[piece]: translated for piece, translated in pieces}
    stored = StringTranslation.objects.filter(context__object_id=source.object_id, locale=locale)
    there = {(row.translation_of_id, row.context_id): row for row in stored}
    gone = [row.pk for place, row in there.items() if place not in wanted]
    changed = [row for place, row in there.items() if place in wanted and row.data != wanted[place]]
    now = timezone.now()
    for row in changed:
        row.data, row.has_error, row.field_error, row.updated_at = (
            wanted[row.translation_of_id, row.context_id],
            False,
            "",
            now,
        )
        row.translation_type, row.tool_name = WRITTEN_BY["translation_type"], WRITTEN_BY["tool_name"]
    StringTranslation.objects.filter(pk__in=gone).delete()
    StringTranslation.objects.bulk_update(
        changed, ["data", "has_error", "field_error", "updated_at", "translation_type", "tool_name"], batch_size=100
    )
    StringTranslation.objects.bulk_create(
        [
            StringTranslation(
                translation_of_id=string, context_id=context, locale=locale, data=translated, **WRITTEN_BY
            )
            for (string, context), translated in wanted.items()
            if (string, context) not in there
        ],
        batch_size=100,
    )
