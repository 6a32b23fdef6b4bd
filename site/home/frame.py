"""The frame of a page: where it stands, its other languages, and the ways out of it.

Made once per request and only when a template asks, because partial templates and mails pass through the same
context processors.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import translate_url
from django.utils.translation import get_language, gettext
from wagtail.models import Page

from core.kept import kept

from .contacts import contacts
from .models import ContactSettings, StandardPage
from .navigation import NavLink, account_links, main_links

#: A language is offered under its own name.
LANGUAGE_NAMES = {"uz": "Oʻzbekcha", "ru": "Русский", "en": "English"}
#: Where home pages stand in the page tree; the root is 1.
HOME_DEPTH = 2
FOOTER_PAGES = 8
#: The first path segments after the language that search engines are not shown.
PRIVATE_SEGMENTS = frozenset({"my", "teach", "account", "search", "report-mistake"})


@dataclass(frozen=True)
class LanguageLink:
    """The way to this page in another language; `exact` is False when it leads to the nearest page that exists."""

    code: str
    name: str
    url: str
    current: bool
    exact: bool


@dataclass(frozen=True)
class Alternate:
    """One line for search engines: this page in that language."""

    hreflang: str
    url: str


class Frame:
    """What base.html shows around a page. Every property is read at most once."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        self.language: str = get_language() or settings.LANGUAGE_CODE

    @cached_property
    def page(self) -> Page | None:
        """The Wagtail page that answers this request, if one does."""
        route = getattr(self.request, "_wagtail_route_for_request", None)
        return route.page if route else None

    @property
    def heading(self) -> str:
        """The page's title for the browser and for link previews."""
        return str((self.page and (self.page.seo_title or self.page.title)) or "Saboq")

    @property
    def description(self) -> str:
        """One sentence about the page, or about the site for pages that have none of their own."""
        own = self.page and (self.page.search_description or getattr(self.page, "summary", ""))
        return own or gettext(
            "Courses in online practice for social workers, and the code of ethics that binds them there."
        )

    @property
    def home_url(self) -> str:
        """The front door in this language."""
        return f"/{self.language}/"

    @cached_property
    def languages(self) -> list[LanguageLink]:
        """The language switch: it stays on the same page wherever that page exists."""
        exact = {self.language: self.request.get_full_path()} | self._elsewhere
        return [
            LanguageLink(
                code=code,
                name=LANGUAGE_NAMES.get(code, code),
                url=exact.get(code) or f"/{code}/",
                current=code == self.language,
                exact=code in exact,
            )
            for code, _name in settings.LANGUAGES
        ]

    @cached_property
    def _elsewhere(self) -> dict[str, str]:
        """Addresses of this very page in the other languages."""
        others = [code for code, _name in settings.LANGUAGES if code != self.language]
        page = self.page
        if page is not None:
            return kept(f"frame.elsewhere:{page.pk}:{self.request.get_host()}", lambda: self._translations(page))
        path = self.request.path_info
        if path.startswith(settings.ROOTS_WITHOUT_LANGUAGE):
            query = self.request.GET.copy()
            return {code: f"{path}?{urlencode({**query.dict(), 'lang': code})}" for code in others}
        if not self._is_found:
            return {}
        return {code: translate_url(self.request.get_full_path(), code) for code in others}

    def _translations(self, page: Page) -> dict[str, str]:
        rows = page.get_translations().live().select_related("locale")
        return {row.locale.language_code: row.get_url(self.request) or "" for row in rows}

    @property
    def _is_found(self) -> bool:
        """Whether something answers here; Wagtail's pattern matches every address, so there it takes a page."""
        match = self.request.resolver_match
        return self.page is not None or (match is not None and match.view_name != "wagtail_serve")

    @cached_property
    def indexable(self) -> bool:
        """Whether search engines may keep this page."""
        segments = self.request.path_info.strip("/").split("/")
        return self._is_found and not (len(segments) > 1 and segments[1] in PRIVATE_SEGMENTS)

    @property
    def canonical(self) -> str:
        """The one public address of this page, without a query."""
        return f"{settings.PUBLIC_URL}{self.request.path}"

    @cached_property
    def alternates(self) -> list[Alternate]:
        """This page in every language it exists in, and the default for everybody else."""
        urls = {link.code: link.url.split("?")[0] for link in self.languages if link.exact}
        if len(urls) < 2 or self.request.path_info.startswith(settings.ROOTS_WITHOUT_LANGUAGE):
            return []
        lines = [Alternate(code, f"{settings.PUBLIC_URL}{url}") for code, url in urls.items()]
        default = urls.get(settings.LANGUAGE_CODE) or next(iter(urls.values()))
        return [*lines, Alternate("x-default", f"{settings.PUBLIC_URL}{default}")]

    @property
    def social_card(self) -> str:
        """The picture that messengers show beside a link."""
        return f"{settings.PUBLIC_URL}{static('img/social-card.png')}"

    @cached_property
    def crumbs(self) -> list[dict[str, str]]:
        """The way down to this page, itself last and without an address; nothing right below the front door."""
        page = self.page
        if page is None or page.depth <= HOME_DEPTH + 1:
            return []
        above = kept(f"frame.above:{page.pk}:{self.request.get_host()}", lambda: self._ancestors(page))
        return [*above, {"title": page.title, "url": ""}]

    def _ancestors(self, page: Page) -> list[dict[str, str]]:
        above = page.get_ancestors().filter(depth__gt=HOME_DEPTH).select_related("locale")
        return [{"title": page.title, "url": page.get_url(self.request) or ""} for page in above]

    @cached_property
    def nav(self) -> tuple[NavLink, ...]:
        """The main ways through the site."""
        return tuple(main_links(self.language, self.request.path_info))

    @cached_property
    def person(self) -> str:
        """How the signed-in person is called; empty for a visitor."""
        user = self.request.user
        return (user.get_short_name() or user.email) if user.is_authenticated else ""

    @cached_property
    def account(self) -> tuple[NavLink, ...]:
        """What the signed-in person, or a visitor, can do with an account."""
        return tuple(account_links(self.request.user, self.request.path_info))

    @cached_property
    def footer(self) -> tuple[NavLink, ...]:
        """Standing pages in this language: about, privacy, accessibility, contact."""
        return kept(f"frame.footer:{self.language}", lambda: _standing_pages(self.language))

    @cached_property
    def contact(self) -> ContactSettings:
        """How to reach the people behind the site."""
        return kept("frame.contact", contacts)

    @property
    def report_url(self) -> str:
        """Where to report a mistake on this page; nothing on pages that are not content."""
        if self.page is None and not self._is_code_page():
            return ""
        return f"/{self.language}/report-mistake/?{urlencode({'page': self.request.path})}"

    def _is_code_page(self) -> bool:
        match = self.request.resolver_match
        return match is not None and match.app_name == "guidelines"


def _standing_pages(language: str) -> tuple[NavLink, ...]:
    pages = StandardPage.objects.live().filter(locale__language_code=language, depth=HOME_DEPTH + 1)
    titles = pages.order_by("path").values_list("title", "slug")[:FOOTER_PAGES]
    return tuple(NavLink(title, f"/{language}/{slug}/") for title, slug in titles)


def frame_of(request: HttpRequest) -> Any:
    """Return the request's frame, made at the first question."""
    kept = getattr(request, "_frame", None)
    if kept is None:
        kept = request._frame = Frame(request)  # type: ignore[attr-defined]
    return kept
