"""Learning answers for signed-in learners; pages themselves know nothing of records. The form for a wrong key."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.models import Page

from quizzes.models import QuizPage

from .views_rekeying import correct_quiz_key


@hooks.register("before_serve_page")
def serve_to_learners(
    page: Page, request: HttpRequest, args: list[Any], kwargs: dict[str, Any]
) -> HttpResponse | None:
    """Answer for pages of courses, or return None to let the page answer for itself."""
    from learning.serving import answer

    return answer(page, request)


@hooks.register("register_admin_urls")
def admin_urls() -> list[URLPattern]:
    """Add the form for a wrong key."""
    return [path("quizzes/<int:page_id>/correct-key/", correct_quiz_key, name="quiz_correct_key")]


@hooks.register("register_page_header_buttons")
def header_buttons(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """Offer to correct a wrong key to those who may publish the quiz."""
    if isinstance(page, QuizPage) and page.pk and page.source().permissions_for_user(user).can_publish():
        url = reverse("quiz_correct_key", args=[page.pk])
        yield Button(_("Correct a wrong key"), url, icon_name="check", priority=58)
