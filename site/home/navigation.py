"""The ways through the site that stand on every page."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext, pgettext

from accounts.access import is_administrator, may_read_log, roles_of
from accounts.roles import ADMIN_SITE_ROLES
from cohorts.access import may_open_desk, may_see_territories
from reports.access import may_see_statistics


@dataclass(frozen=True)
class NavLink:
    """One way out of a page. `current` is "page" for the page itself, "true" for one that it stands under."""

    title: str
    url: str
    current: str = ""
    icon: str = ""


def _here(url: str, path: str) -> str:
    place = url.partition("?")[0]
    if path == place:
        return "page"
    return "true" if path.startswith(place) else ""


def main_links(language: str, path: str) -> list[NavLink]:
    """Return the main navigation; `path` marks where the reader is."""
    entries = [
        (pgettext("navigation", "Courses"), f"/{language}/courses/", ""),
        (gettext("Code of ethics"), f"/{language}/guidelines/", ""),
        (gettext("Resources"), f"/{language}/resources/", ""),
        (gettext("Check a certificate"), f"/verify/?lang={language}", ""),
        (gettext("Search"), f"/{language}/search/", "search"),
    ]
    return [NavLink(title, url, _here(url, path), icon) for title, url, icon in entries]


def account_links(person: Any, path: str) -> list[NavLink]:
    """Return what a visitor or this person can do with an account: the desks of their roles, then the account."""
    if not person.is_authenticated:
        entries = [(gettext("Sign in"), "account_login"), (gettext("Create an account"), "account_signup")]
    else:
        entries = [
            (gettext("My learning"), "dashboard:home"),
            (gettext("My certificates"), "certificates:list"),
            *_desks(person),
            (gettext("My details"), "accounts:profile"),
            (gettext("Sign out"), "account_logout"),
        ]
    links = [(title, reverse(name)) for title, name in entries]
    return [NavLink(title, url, _here(url, path)) for title, url in links]


def _desks(person: Any) -> list[tuple[str, str]]:
    """Return the desks that the person's roles open."""
    desks = [
        (may_open_desk(person), gettext("My groups"), "teaching:home"),
        (may_see_territories(person), gettext("My territories"), "teaching:territory"),
        (may_see_statistics(person), gettext("Question statistics"), "teaching:statistics"),
        (not roles_of(person).isdisjoint(ADMIN_SITE_ROLES), gettext("Editing"), "wagtailadmin_home"),
        (is_administrator(person), gettext("People and roles"), "accounts:people"),
        (may_read_log(person), gettext("Log of acts"), "accounts:log"),
    ]
    return [(title, name) for opens, title, name in desks if opens]
