"""Template tags of the whole site (loaded everywhere as builtins)."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.conf import settings

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
