"""Template tags of the whole site (loaded everywhere as builtins)."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from django import template
from django.conf import settings
from django.db.models.fields.files import ImageFieldFile
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from wagtail.images.models import AbstractImage, AbstractRendition

from core import pictures
from core.localised import localised as pick

register = template.Library()


@register.filter
def localised(names: Mapping[str, str]) -> str:
    """Return the name of a data row in the reader's language."""
    return pick(names or {})


@register.filter
def lookup(mapping: Mapping[Any, Any], key: Any) -> Any:
    """Return `mapping[key]`, or nothing."""
    return mapping.get(key, "") if mapping else ""


@register.simple_tag
def public_url(path: str) -> str:
    """Return the absolute public address of a path; never made from the request's host."""
    return f"{settings.PUBLIC_URL}{path}"


@register.simple_tag
def part(template_name: str, **values: Any) -> SafeString:
    """Return a small template drawn from these values and the language alone: drawn once, then kept.

    For what stands on every page again and again: icons, badges, menus. Values are strings, numbers, or tuples of
    frozen data; never what names a person or takes many forms, for as many drawings are kept as there are values.
    """
    known = tuple((name, str(value) if isinstance(value, Promise) else value) for name, value in values.items())
    # Marked-safe text equals the same text unmarked, and is drawn differently: the types belong to the key.
    return _drawn(template_name, get_language(), known, tuple(type(value) for _name, value in known))


@register.simple_tag
def picture(image: AbstractImage, alt: str) -> SafeString:
    """Return a picture in the sizes that are ready (`core.pictures`)."""
    return pictures.picture_html(image, alt)


@register.simple_tag
def poster(image: AbstractImage) -> AbstractRendition | ImageFieldFile:
    """Return what a video shows before it plays: a picture of middle size, or as it was uploaded."""
    return pictures.middle_size(image)


@lru_cache(maxsize=2048)
def _drawn(
    template_name: str, language: str | None, values: tuple[tuple[str, Any], ...], types: tuple[type, ...]
) -> SafeString:
    return render_to_string(template_name, dict(values))
