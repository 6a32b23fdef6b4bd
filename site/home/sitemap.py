"""The sitemap: every page a visitor can read, with its other languages, under the public address."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from wagtail.models import Page

from courses.models import CourseIndexPage, CoursePage, LessonPage, ProgrammePage
from guidelines.models import Edition, GuidelineIndexPage, GuidelinePage
from resources.models import ResourceIndexPage, ResourcePage

from .models import HomePage, StandardPage

#: Page types with a public page of their own; of lessons only samples are.
PUBLIC = (
    HomePage, StandardPage, CourseIndexPage, CoursePage, ProgrammePage, GuidelineIndexPage, GuidelinePage,
    ResourceIndexPage, ResourcePage,
)  # fmt: skip

#: {language: (address, last change)} of one page.
Versions = dict[str, tuple[str, datetime | None]]


class _Lines(Sitemap):
    """Lines with alternates; `items` yields the versions of one page."""

    def versions(self) -> list[Versions]:
        """Return every page as its addresses by language."""
        raise NotImplementedError

    def items(self) -> list[dict[str, Any]]:
        """Return one line for each page and language."""
        return [line for versions in self.versions() for line in _lines(versions)]

    def get_urls(self, page: int | str = 1, site: Any = None, protocol: str | None = None) -> list[dict[str, Any]]:
        """Return the lines of one page of the sitemap; the host is always the public one."""
        return list(self.paginator.page(page).object_list)


class Pages(_Lines):
    """Wagtail pages."""

    def versions(self) -> list[Versions]:
        """Return live public pages. Three queries, however many there are."""
        samples = LessonPage.objects.live().filter(is_sample=True).values("pk")
        found: dict[Any, Versions] = {}
        live = Page.objects.live().public().select_related("locale").order_by("path")
        for page in (live.type(*PUBLIC) | live.filter(pk__in=samples)).distinct():
            url = page.get_url()
            if url:
                found.setdefault(page.translation_key, {})[page.locale.language_code] = (url, page.last_published_at)
        return list(found.values())


class Codes(_Lines):
    """Reading pages of codes: the text in force and every edition, in each language of the site."""

    def versions(self) -> list[Versions]:
        """Return the addresses of codes that have an edition in force, and of all their editions. One query."""
        today, found = timezone.localdate(), []
        editions = list(Edition.objects.defer("payload").select_related("code").order_by("code", "number"))
        for code in {edition.code: None for edition in editions if edition.in_force_from <= today}:
            found.append(_in_languages("guidelines:code", [code.slug], None))
        for edition in editions:
            found.append(_in_languages("guidelines:edition", [edition.code.slug, edition.number], edition.created_at))
        return found


SITEMAPS = {"pages": Pages, "codes": Codes}


def _in_languages(name: str, args: list[Any], changed: datetime | None) -> Versions:
    versions: Versions = {}
    for language, _name in settings.LANGUAGES:
        with override(language):
            versions[language] = (reverse(name, args=args), changed)
    return versions


def _lines(versions: Versions) -> list[dict[str, Any]]:
    alternates = [
        {"location": f"{settings.PUBLIC_URL}{url}", "lang_code": language} for language, (url, _at) in versions.items()
    ]
    source = versions.get(settings.LANGUAGE_CODE) or next(iter(versions.values()))
    alternates.append({"location": f"{settings.PUBLIC_URL}{source[0]}", "lang_code": "x-default"})
    return [
        {
            "location": f"{settings.PUBLIC_URL}{url}",
            "lastmod": changed,
            "changefreq": None,
            "priority": "",
            "alternates": alternates if len(versions) > 1 else [],
        }
        for url, changed in versions.values()
    ]
