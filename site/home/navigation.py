"""The ways through the site that stand on every page."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext, pgettext

from accounts.access import is_editor, is_trainer


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
    """Return what a visitor or this person can do with an account."""
    if not person.is_authenticated:
        entries = [(gettext("Sign in"), "account_login"), (gettext("Create an account"), "account_signup")]
    else:
        entries = [(gettext("My learning"), "dashboard:home"), (gettext("My certificates"), "certificates:list")]
        if is_trainer(person):
            entries.append((gettext("My groups"), "teaching:home"))
        if is_editor(person):
            entries.append((gettext("Editing"), "wagtailadmin_home"))
        entries += [
            (gettext("My details"), "accounts:profile"),
            (gettext("My data"), "accounts:data"),
            (gettext("Second factor"), "mfa_index"),
            (gettext("Sign out"), "account_logout"),
        ]
    return [NavLink(title, url, _here(url, path)) for title, url in _standing(entries)]


def _standing(entries: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Resolve the names of addresses."""
    from django.urls import NoReverseMatch

    found = []
    for title, name in entries:
        try:
            found.append((title, reverse(name)))
        except NoReverseMatch:
            continue
    return found
