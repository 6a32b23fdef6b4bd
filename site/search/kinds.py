"""What can be found, by kind. Page types are named, not imported: apps of one layer do not know each other."""

from django.apps import apps
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

#: Kinds of pages that are searched; quizzes are not, for their answers must not be found before they are given.
PAGE_KINDS = {
    "courses.coursepage": "course",
    "courses.programmepage": "programme",
    "courses.lessonpage": "lesson",
    "resources.resourcepage": "resource",
    "guidelines.guidelinepage": "guideline",
    "home.standardpage": "page",
}
ARTICLE = "article"

NAMES = {
    "course": _("Course"),
    "programme": _("Programme"),
    "lesson": _("Lesson"),
    "resource": _("Protocol or form"),
    "guideline": _("Guideline"),
    "page": _("Page"),
    ARTICLE: _("Article of the code"),
}


def kind_of(page: Page) -> str:
    """Return the kind of a specific page; an empty string for one that is not searched."""
    return PAGE_KINDS.get(page._meta.label_lower, "")


def page_models() -> list[type[Page]]:
    """Return the page types that are searched."""
    return [apps.get_model(label) for label in PAGE_KINDS]
