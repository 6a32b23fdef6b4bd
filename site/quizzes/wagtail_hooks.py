"""The ways from a quiz or a bank in the admin to trying it, and to the import and export of questions."""

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

from .exchange.views import export_file, export_questions, import_questions, import_report
from .models import QuestionBankPage, QuizPage
from .views_admin import outdated_report, try_quiz


@hooks.register("register_admin_urls")
def admin_urls() -> list[URLPattern]:
    """Add the pages on which an editor tries a quiz, takes questions in and out, and sees which to review again."""
    return [
        path("quizzes/<int:page_id>/try/", try_quiz, name="try_quiz"),
        path("quizzes/<int:page_id>/import/", import_questions, name="quiz_import"),
        path("quizzes/<int:page_id>/import/<uuid:upload_id>/", import_report, name="quiz_import_report"),
        path("quizzes/<int:page_id>/export/", export_questions, name="quiz_export"),
        path("quizzes/<int:page_id>/export/<slug:format_key>/", export_file, name="quiz_export_file"),
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
    """Offer to try a quiz, and to take questions in and out, wherever the page stands in the admin."""
    if not isinstance(page, QuizPage | QuestionBankPage) or not page.pk:
        return
    if not page.permissions_for_user(user).can_edit():
        return
    if isinstance(page, QuizPage):
        url = reverse("try_quiz", args=[page.pk])
        yield Button(_("Try it as a learner"), url, icon_name="form", priority=55)
    if page.is_source:
        url = reverse("quiz_import", args=[page.pk])
        yield Button(_("Import questions"), url, icon_name="upload", priority=56)
    yield Button(_("Export questions"), reverse("quiz_export", args=[page.pk]), icon_name="download", priority=57)
