"""The way from a quiz in the admin to trying it."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button
from wagtail.models import Page

from accounts.access import is_editor

from .models import QuizPage
from .views_admin import outdated_report, try_quiz


@hooks.register("register_admin_urls")
def admin_urls() -> list[URLPattern]:
    """Add the page on which an editor tries a quiz, and the list of questions to review again."""
    return [
        path("quizzes/<int:page_id>/try/", try_quiz, name="try_quiz"),
        path("quizzes/outdated/", outdated_report, name="quizzes_outdated"),
    ]


class ForEditors(MenuItem):
    """A report that only editors open."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Show it to editors and moderators."""
        return is_editor(request.user)


@hooks.register("register_reports_menu_item")
def outdated_item() -> MenuItem:
    """Offer the list among the reports."""
    return ForEditors(_("Questions to review again"), reverse("quizzes_outdated"), icon_name="warning", order=720)


@hooks.register("register_page_header_buttons")
def header_buttons(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """Offer to try a quiz wherever its page stands in the admin."""
    if isinstance(page, QuizPage) and page.pk and page.permissions_for_user(user).can_edit():
        url = reverse("try_quiz", args=[page.pk])
        yield Button(_("Try it as a learner"), url, icon_name="form", priority=55)
