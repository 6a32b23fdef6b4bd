"""Translations come in through wagtail-localize, so that editors see every segment as they would their own work."""

import json
from typing import Any

from wagtail.models import Locale, Page
from wagtail_localize.models import SegmentOverride, Translation, TranslationContext, TranslationSource
from wagtail_localize.segments import OverridableSegmentValue, StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from .segments import store_translations

Texts = list[tuple[str, str]]


class TranslationMismatch(ValueError):
    """A translation does not fit its source piece by piece."""


def translate(page: Page, words: dict[str, dict[str, Any]], key: str) -> None:
    """Store and publish the translations of a source page.

    Args:
        page: the specific source-language page, saved.
        words: {language: field values of the same page in that language}.
        key: content key, for complaints.

    Raises:
        TranslationMismatch: when source and translation have different segments.
    """
    source, _created = TranslationSource.update_or_create_from_instance(page)
    segments = list(extract_segments(page))
    own = texts_of(segments)
    for language, values in words.items():
        locale = Locale.objects.get(language_code=language)
        translated = list(extract_segments(_in_other_words(page, values)))
        theirs = texts_of(translated)
        if [path for path, _text in own] != [path for path, _text in theirs]:
            raise TranslationMismatch(f"{key} ({language}): the translation has other pieces than the source")
        translation, _created = Translation.objects.get_or_create(source=source, target_locale=locale)
        try:
            store_translations(source, locale, zip(own, (text for _path, text in theirs), strict=True))
        except KeyError as missing:
            raise TranslationMismatch(f"{key} ({language}): {missing} is no piece of the source") from missing
        _override_files(source, locale, files_of(segments), files_of(translated))
        # Saved and published here and now. wagtail-localize would publish after the commit from the instance it holds,
        # whose count of children is out of date by then: the tree would lose its branches.
        translation.save_target(publish=False)
        type(page).objects.get(translation_key=page.translation_key, locale=locale).get_latest_revision().publish()


def texts_of(segments: list[Any]) -> Texts:
    """Return (path, text) of every string among the segments of a page, in order."""
    return [
        (segment.path, segment.string.data)
        for segment in segments
        if isinstance(segment, StringSegmentValue) and not segment.is_empty()
    ]


def files_of(segments: list[Any]) -> dict[str, int]:
    """Return {path: id} of every picture, document and page that segments of a page point at."""
    return {
        segment.path: segment.data
        for segment in segments
        if isinstance(segment, OverridableSegmentValue) and isinstance(segment.data, int)
    }


def _override_files(source: TranslationSource, locale: Locale, own: dict[str, int], theirs: dict[str, int]) -> None:
    """Say where a translation points at another file than the source: a paper in its own language."""
    for path, value in theirs.items():
        context, _created = TranslationContext.objects.get_or_create(object_id=source.object_id, path=path)
        if value == own[path]:
            SegmentOverride.objects.filter(locale=locale, context=context).delete()
        else:
            SegmentOverride.objects.update_or_create(
                locale=locale, context=context, defaults={"data_json": json.dumps(value), "has_error": False}
            )


def _in_other_words(page: Page, values: dict[str, Any]) -> Page:
    """Return an unsaved copy of the page with other field values."""
    copy = type(page).objects.get(pk=page.pk)
    for name, value in values.items():
        setattr(copy, name, value)
    return copy
