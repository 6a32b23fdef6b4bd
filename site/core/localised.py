"""Names of data rows in several languages, kept in one JSON field `{"uz": …, "ru": …, "en": …}`."""

from collections.abc import Mapping

from django.conf import settings
from django.utils.translation import get_language


def localised(names: Mapping[str, str], language: str | None = None) -> str:
    """Return the name in `language` (default: the active one), else in the source language."""
    wanted = language or get_language() or settings.LANGUAGE_CODE
    return names.get(wanted) or names.get(settings.LANGUAGE_CODE) or next(iter(names.values()), "")
