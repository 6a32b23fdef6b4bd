"""The screens editors use hold no English when the admin is in Uzbek: a crawl counts the words that stayed."""

import re
from html.parser import HTMLParser

import polib
import pytest
from django.core.management import call_command
from django.urls import reverse
from wagtail.users.models import UserProfile

from tests.factories.accounts import make_staff, signed_in
from tests.factories.pages import make_course, make_home, step
from tests.support.database import ROOT

pytestmark = pytest.mark.django_db
SILENT = {"script", "style", "template", "noscript", "svg"}
#: Written by Wagtail's own templates without a message that could be translated: a label, an empty value; and the
#: name of English in the list of languages, which each language carries in its own words.
HARD_CODED = {"Actions", "None", "English"}
SHOWN_ATTRIBUTES = {"title", "placeholder", "aria-label", "alt"}


class Words(HTMLParser):
    """Collects what a person reads or hears on a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag, attrs):
        self._silent += tag in SILENT
        self.found += [value for name, value in attrs if name in SHOWN_ATTRIBUTES and value]

    def handle_endtag(self, tag):
        self._silent -= tag in SILENT

    def handle_data(self, data):
        if not self._silent and data.strip():
            self.found.append(data)


@pytest.fixture(scope="module")
def english() -> set[str]:
    """Every English message that Uzbek has other words for."""
    catalogues = [ROOT / "locale/uz/LC_MESSAGES/django.po", ROOT / "locale/vendor/uz/LC_MESSAGES/django.po"]
    entries = [entry for path in catalogues for entry in polib.pofile(str(path))]
    return {
        _plain(entry.msgid)
        for entry in entries
        if entry.msgstr
        and "%" not in entry.msgid
        and _plain(entry.msgid) != _plain(entry.msgstr)
        and len(entry.msgid) > 3
    }


@pytest.fixture
def screens(django_user_model):
    home = make_home()
    course = make_course(lessons=1)
    lesson, quiz = step(course, "lesson-1"), step(course, "quiz")
    pages = [home, course, lesson, quiz]
    names = ["edit", "history", "workflow_history", "usage", "copy", "move", "delete", "unpublish"]
    paths = [reverse(f"wagtailadmin_pages:{name}", args=[page.pk]) for page in pages[1:] for name in names]
    paths += [reverse("wagtailadmin_explore", args=[page.pk]) for page in pages[:2]]
    paths += [reverse("wagtailadmin_pages:add_subpage", args=[page.pk]) for page in (home, course)]
    paths += [
        reverse("wagtailadmin_home"),
        reverse("wagtailadmin_account"),
        reverse("wagtailadmin_pages:search"),
        reverse("wagtailimages:index"),
        reverse("wagtailimages:add_multiple"),
        reverse("wagtaildocs:index"),
        reverse("wagtaildocs:add_multiple"),
        reverse("wagtailadmin_reports:workflow"),
        reverse("wagtailadmin_reports:site_history"),
        reverse("wagtailadmin_choose_page"),
        reverse("wagtailimages_chooser:choose"),
        reverse("wagtaildocs_chooser:choose"),
    ]
    return paths


def test_no_english_message_stays_on_the_screens_editors_use(screens, english):
    call_command("setup_roles", verbosity=0)
    moderator = make_staff("moderator")
    UserProfile.objects.update_or_create(user=moderator, defaults={"preferred_language": "uz"})
    client = signed_in(moderator)
    left: dict[str, list[str]] = {}
    for path in screens:
        response = client.get(path)
        assert response.status_code in (200, 302), (path, response.status_code)
        text = response.content.decode()
        if response.headers.get("Content-Type", "").startswith("application/json"):
            text = response.json().get("html", "")
        words = Words()
        words.feed(text)
        stayed = sorted({_plain(word) for word in words.found} & english - HARD_CODED)
        if stayed:
            left[path] = stayed
    assert not left, sorted({word for words in left.values() for word in words})


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
