"""The way from a quiz in the admin to trying it."""

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.models import Page

from .models import QuizPage
from .views_admin import try_quiz


@hooks.register("register_admin_urls")
def admin_urls() -> list[URLPattern]:
    """Add the page on which an editor tries a quiz."""
    return [path("quizzes/<int:page_id>/try/", try_quiz, name="try_quiz")]


@hooks.register("register_page_header_buttons")
def header_buttons(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """Offer to try a quiz wherever its page stands in the admin."""
    if isinstance(page, QuizPage) and page.pk and page.permissions_for_user(user).can_edit():
        url = reverse("try_quiz", args=[page.pk])
        yield Button(_("Try it as a learner"), url, icon_name="form", priority=55)
