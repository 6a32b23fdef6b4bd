"""The catalogue: what is on offer, and finding the right course in it.

Facts (subjects, hours) come from the source pages, words from the reader's language where they have been
translated. The number of queries does not depend on the number of courses.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest
from wagtail.models import Page

from competences.models import Competence, Modality
from core.folding import fold
from core.localised import localised
from core.tag_words import tag_word

from .models import CoursePage, CourseTag, ModulePage, ProgrammePage

#: Nobody asks for more; what is longer is cut, so that a query string cannot cost much.
LONGEST_QUERY = 100


@dataclass(frozen=True)
class Filters:
    """What a reader looks for; an empty string asks for nothing."""

    words: str = ""
    modality: str = ""
    competence: str = ""
    tag: str = ""

    @classmethod
    def from_query(cls, query: Mapping[str, str]) -> "Filters":
        """Read a query string; unknown keys are ignored, long values cut."""
        fields = {"words": "q", "modality": "modality", "competence": "competence", "tag": "tag"}
        return cls(**{name: query.get(key, "").strip()[:LONGEST_QUERY] for name, key in fields.items()})

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked for."""
        return not (self.words or self.modality or self.competence or self.tag)


@dataclass(frozen=True)
class CourseCard:
    """A course in a list.

    Attributes:
        language: the language its words are really in.
        modalities, competences: keys; `modality_names` are for showing.
        tags: (slug, name) pairs.
    """

    slug: str
    title: str
    summary: str
    url: str
    language: str
    hours: int
    modalities: tuple[str, ...]
    modality_names: tuple[str, ...]
    competences: tuple[str, ...]
    tags: tuple[tuple[str, str], ...]

    def answers(self, filters: Filters) -> bool:
        """Tell whether the course is what the reader looks for; words are compared in any spelling."""
        text = fold(" ".join([self.title, self.summary, *(tag_word(name) for _slug, name in self.tags)]))
        return (
            all(word in text for word in fold(filters.words).split())
            and filters.modality in ("", *self.modalities)
            and filters.competence in ("", *self.competences)
            and filters.tag in ("", *(slug for slug, _name in self.tags))
        )


@dataclass(frozen=True)
class Choice:
    """One option of a filter."""

    value: str
    name: str
    chosen: bool


def course_cards(*, language: str, request: HttpRequest | None = None, newest: int = 0) -> list[CourseCard]:
    """Return live courses in catalogue order, or the `newest` ones, newest first.

    Five queries, however many courses; `request` keeps the site's root for all addresses.
    """
    source, wanted = settings.LANGUAGE_CODE, {settings.LANGUAGE_CODE, language}
    live = CoursePage.objects.live().filter(locale__language_code=source)
    sources = list(live.order_by("-first_published_at")[:newest] if newest else live.order_by("path"))
    keys = [page.translation_key for page in sources]
    words = {
        (page.translation_key, page.locale.language_code): page
        for page in CoursePage.objects.live()
        .filter(translation_key__in=keys, locale__language_code__in=wanted)
        .select_related("locale")
    }
    names = {row.key: localised(row.names, language) for row in Modality.objects.all()}
    hours = _hours(sources)
    tags = _tags(sources)
    cards = []
    for page in sources:
        shown = words.get((page.translation_key, language)) or words[page.translation_key, source]
        cards.append(
            CourseCard(
                slug=page.slug,
                title=shown.title,
                summary=shown.summary,
                url=shown.get_url(request) or "",
                language=shown.locale.language_code,
                hours=hours.get(page.path, 0),
                modalities=tuple(page.modality_keys),
                modality_names=tuple(names[key] for key in page.modality_keys if key in names),
                competences=tuple(page.competence_keys),
                tags=tuple(tags.get(page.pk, [])),
            )
        )
    return cards


def programme_pages(*, language: str) -> list[ProgrammePage]:
    """Return live programmes in the reader's language."""
    return list(ProgrammePage.objects.live().filter(locale__language_code=language).order_by("path"))


def choices(cards: Iterable[CourseCard], filters: Filters, language: str) -> dict[str, list[Choice]]:
    """Return what can be chosen in each filter: only what some course answers to. Two queries."""
    cards = list(cards)
    modalities = {key for card in cards for key in card.modalities}
    competences = {key for card in cards for key in card.competences}
    used = {(slug, tag_word(name)) for card in cards for slug, name in card.tags}
    tags = sorted(used, key=lambda pair: fold(pair[1]))
    return {
        "modality": [
            Choice(row.key, localised(row.names, language), row.key == filters.modality)
            for row in Modality.objects.filter(key__in=modalities)
        ],
        "competence": [
            Choice(row.key, f"{row.code} {localised(row.names, language)}", row.key == filters.competence)
            for row in Competence.objects.filter(key__in=competences)
        ],
        "tag": [Choice(slug, name, slug == filters.tag) for slug, name in tags],
    }


def _hours(pages: list[CoursePage]) -> dict[str, int]:
    """Return the academic hours of courses by tree path: the sum of their modules."""
    if not pages:
        return {}
    below = Q()
    for page in pages:
        below |= Q(path__startswith=page.path)
    totals: dict[str, int] = {}
    for path, hours in ModulePage.objects.live().filter(below).values_list("path", "hours"):
        course = path[: -Page.steplen]
        totals[course] = totals.get(course, 0) + hours
    return totals


def _tags(pages: list[CoursePage]) -> dict[Any, list[tuple[str, str]]]:
    found: dict[Any, list[tuple[str, str]]] = {}
    rows = CourseTag.objects.filter(content_object__in=pages).select_related("tag").order_by("tag__name")
    for row in rows:
        found.setdefault(row.content_object_id, []).append((row.tag.slug, row.tag.name))
    return found
