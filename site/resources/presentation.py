"""What the public pages of resources show, prepared: templates ask nothing of the database."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language

from competences.models import Modality
from core.citations import cited_in
from core.localised import localised

from .models import ResourceIndexPage, ResourcePage


@dataclass(frozen=True)
class ResourceCard:
    """A resource in a list; `kind` is one of `ResourcePage.Kind`."""

    title: str
    summary: str
    url: str
    kind: str
    kind_name: str
    language: str
    modalities: tuple[str, ...]
    modality_names: tuple[str, ...]


@dataclass(frozen=True)
class Choice:
    """One form of online work to filter by."""

    value: str
    name: str
    chosen: bool


def resource_cards(*, language: str, request: HttpRequest | None = None) -> list[ResourceCard]:
    """Return live resources, words in `language` or else in the source language. Three queries."""
    source = settings.LANGUAGE_CODE
    pages = list(
        ResourcePage.objects.live()
        .filter(locale__language_code__in={source, language})
        .select_related("locale")
        .order_by("path")
    )
    words = {(page.translation_key, page.locale.language_code): page for page in pages}
    names = {row.key: localised(row.names, language) for row in Modality.objects.all()}
    cards = []
    for page in (page for page in pages if page.locale.language_code == source):
        shown = words.get((page.translation_key, language), page)
        cards.append(
            ResourceCard(
                title=shown.title,
                summary=shown.summary,
                url=shown.get_url(request) or "",
                kind=page.resource_type,
                kind_name=str(page.get_resource_type_display()),
                language=shown.locale.language_code,
                modalities=tuple(page.modality_keys),
                modality_names=tuple(names[key] for key in page.modality_keys if key in names),
            )
        )
    return cards


def index_context(page: ResourceIndexPage, request: HttpRequest) -> dict[str, Any]:
    """Return the resources for the form of work that the query string names, or all of them."""
    language = get_language() or settings.LANGUAGE_CODE
    cards = resource_cards(language=language, request=request)
    wanted = request.GET.get("modality", "")[:20]
    used = {key for card in cards for key in card.modalities}
    return {
        "cards": [card for card in cards if wanted in ("", *card.modalities)],
        "modality": wanted,
        "choices": [
            Choice(row.key, localised(row.names, language), row.key == wanted)
            for row in Modality.objects.filter(key__in=used)
        ],
    }


def resource_context(page: ResourcePage, request: HttpRequest) -> dict[str, Any]:
    """Return the source page, whose facts (kind, version, dates) hold in every language, and its forms of work."""
    source = page.source()
    return {
        "rules": source,
        "citations": cited_in(page.body, get_language() or settings.LANGUAGE_CODE),
        "modalities": [localised(row.names) for row in Modality.objects.filter(key__in=source.modality_keys)],
    }
