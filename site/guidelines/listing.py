"""Codes and guidelines in a list: each code as it stands on a day."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language

from .models import Code, GuidelineIndexPage, GuidelinePage
from .selectors import edition_in_force, languages_of, wording_on


@dataclass(frozen=True)
class CodeCard:
    """A code in a list. `language` is the one its title is really in."""

    title: str
    url: str
    language: str
    number: int
    in_force_from: date
    articles: int
    notice: str


def codes_in_force(*, language: str, day: date) -> list[CodeCard]:
    """Return the codes that have an edition in force on a day, in the order in which they were entered."""
    cards = []
    for code in Code.objects.order_by("pk"):
        edition = edition_in_force(code_key=code.key, day=day)
        if edition is None:
            continue
        wording = wording_on(edition, language, day, languages_of(edition))
        cards.append(
            CodeCard(
                title=wording.text.title,
                url=reverse("guidelines:code", args=[code.slug]),
                language=wording.language,
                number=edition.number,
                in_force_from=edition.in_force_from,
                articles=sum(1 for _article in wording.text.articles()),
                notice=wording.text.notice,
            )
        )
    return cards


def index_context(page: GuidelineIndexPage, request: HttpRequest) -> dict[str, Any]:
    """Return what the list of codes and guidelines shows."""
    language = get_language() or settings.LANGUAGE_CODE
    guidelines = GuidelinePage.objects.live().child_of(page).order_by("path")
    return {
        "codes": codes_in_force(language=language, day=timezone.localdate()),
        "guidelines": [
            {"title": child.title, "summary": child.summary, "url": child.get_url(request)} for child in guidelines
        ],
    }
