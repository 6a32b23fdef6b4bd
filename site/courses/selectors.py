"""Questions about courses: what they are made of, how they read at one time."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from django.conf import settings
from wagtail.models import Page

from core.kept import kept

from .domain.frozen import CourseSpec, CourseWords, outline_of, read_spec, read_words
from .domain.outline import Outline
from .models import CourseText, CourseVersion
from .reading import SOURCE, course_pages, read_outline


def outline(*, course_key: UUID | str, language: str) -> Outline | None:
    """Return the course as its pages stand now, or None when its source page is not live.

    Three queries at most, however many steps there are.
    """
    pages = course_pages(course_key, {SOURCE, language})
    return read_outline(pages, language) if SOURCE in pages else None


def shown_outline(*, course_key: UUID | str, language: str) -> Outline | None:
    """Return what `outline` returns, kept from an earlier reader where there was one. For showing only."""
    return kept(f"courses.outline:{course_key}:{language}", lambda: outline(course_key=course_key, language=language))


def frozen_outlines(*, versions: Iterable[CourseVersion], language: str) -> dict[int, Outline]:
    """Return the outlines that versions describe, by version id: words in `language`, else the source. One query."""
    by_id = {version.pk: version for version in versions}
    wanted = {SOURCE, language}
    texts: dict[int, CourseText] = {}
    for text in CourseText.objects.filter(version__in=by_id, language__in=wanted).order_by("pk"):
        before = texts.get(text.version_id)
        if before is None or text.language == language or before.language != language:
            texts[text.version_id] = text
    return {
        key: outline_of(spec_from(version.payload), words_from(texts[key].payload), source_language=SOURCE)
        for key, version in by_id.items()
        if key in texts
    }


def frozen_outline(*, version: CourseVersion, language: str) -> Outline:
    """Return the outline that one version describes. One query."""
    return frozen_outlines(versions=[version], language=language)[version.pk]


def titles_of(version: CourseVersion) -> dict[str, str]:
    """Return the title by language that a version was kept with last, for a course that has no page now. One query."""
    texts = version.texts.order_by("pk")
    return {text.language: words_from(text.payload).title for text in texts}


@lru_cache(maxsize=256)
def spec_from(payload: str) -> CourseSpec:
    """Return the structure behind a version's payload; a payload never changes, so its reading is kept."""
    return read_spec(json.loads(payload))


@lru_cache(maxsize=512)
def words_from(payload: str) -> CourseWords:
    """Return the words behind a text's payload."""
    return read_words(json.loads(payload))


@dataclass(frozen=True)
class PageLink:
    """A live page in the asked language, or else in the source language."""

    title: str
    url: str
    language: str


def links(*, keys: Iterable[UUID], language: str) -> dict[UUID, PageLink]:
    """Return titles and addresses of live pages by translation_key; pages that are gone are left out. One query."""
    found: dict[UUID, PageLink] = {}
    pages = (
        Page.objects.live()
        .filter(translation_key__in=set(keys), locale__language_code__in={SOURCE, language})
        .select_related("locale")
    )
    for page in pages:
        code = page.locale.language_code
        if code == language or page.translation_key not in found:
            found[page.translation_key] = PageLink(page.title, page.get_url() or "", code)
    return found


def languages() -> list[str]:
    """Return the site's language codes, the source first."""
    return [SOURCE, *(code for code, _name in settings.LANGUAGES if code != SOURCE)]
