"""Which words of a translated page were made from an older source wording.

wagtail-localize keeps the segments of the source as they were when translators last got them (`TranslationSource`) and
each translation beside the very string it translates. Words are stale when the source has moved on since, when the
string they stand for has no translation, or when the page still shows other words than the translators' last.
"""

from collections import defaultdict
from collections.abc import Iterable

from wagtail_localize.models import StringSegment, Translation, TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments
from wagtail_localize.strings import StringValue

from .models import EthicsCodePage

Segments = dict[str, list[str]]


def stale_slots(source: EthicsCodePage, translated: EthicsCodePage) -> frozenset[str]:
    """Return the slot ids (`guidelines.domain.translation`) whose translated words are stale.

    A page that was never sent for translation has nothing to compare with: none of its words counts as stale.
    """
    frozen = TranslationSource.objects.get_for_instance_or_none(source)
    if frozen is None:
        return frozenset()
    wanted = _segments(source)
    handed_out: Segments = defaultdict(list)
    made: Segments = defaultdict(list)
    rows = StringSegment.objects.filter(source=frozen).annotate_translation(translated.locale)
    for row in rows.select_related("string", "context").order_by("order", "pk"):
        handed_out[row.context.path].append(_plain(row.string.data))
        made[row.context.path].append("" if row.translation is None else _plain(row.translation))
    stale = {path for path, words in wanted.items() if handed_out.get(path) != words}
    if Translation.objects.filter(source=frozen, target_locale=translated.locale, enabled=True).exists():
        shown = _segments(translated)
        stale |= {path for path in wanted if shown.get(path) != made.get(path)}
    return frozenset(_slots(source, stale))


def _segments(page: EthicsCodePage) -> Segments:
    found: Segments = defaultdict(list)
    for segment in extract_segments(page):
        if isinstance(segment, StringSegmentValue) and not segment.is_empty():
            found[segment.path].append(_plain(segment.string.data))
    return found


def _plain(markup: str) -> str:
    """Return the words of a segment, however it was escaped."""
    return StringValue(markup).render_text()


def _slots(source: EthicsCodePage, paths: Iterable[str]) -> Iterable[str]:
    """Translate segment paths (`body.<block>.clauses.<item>.text`) into slot ids."""
    blocks = {child.id: f"{child.block_type}:{child.value['key']}" for child in source.body}
    for path in paths:
        field, *rest = path.split(".")
        if field != "body":
            yield field
        elif len(rest) == 2:
            yield blocks[rest[0]]
        elif len(rest) == 4:
            yield rest[2]
        else:
            yield rest[4]
