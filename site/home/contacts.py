"""How to reach the people behind the site, and emergency numbers with the day somebody checked them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language

from .models import ContactSettings


@dataclass(frozen=True)
class Hotline:
    """An emergency number in the reader's language; `checked_on` is None while nobody has tried it."""

    number: str
    name: str
    checked_on: date | None


def contacts() -> ContactSettings:
    """Return the contacts as an administrator set them, or the defaults; reading them never writes a row."""
    return ContactSettings.objects.first() or ContactSettings()


def contact_context(request: HttpRequest) -> dict[str, Any]:
    """Return what the contact page lists under its own words. Two queries."""
    language = get_language() or settings.LANGUAGE_CODE
    rows = contacts().hotlines.order_by("sort_order")
    return {
        "shows_contacts": True,
        "hotlines": [
            Hotline(row.number, getattr(row, f"name_{language}", "") or row.name_uz, row.checked_on) for row in rows
        ],
    }
