"""Ways from the admin to the statistics of quizzes."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button
from wagtail.models import Page

from learning.models import Attempt
from quizzes.models import QuizPage
from reports.access import may_see_questions


@hooks.register("register_page_header_buttons")
def statistics_button(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """Offer the statistics wherever the page of a quiz stands in the admin, once somebody has handed it in."""
    if not isinstance(page, QuizPage) or not page.pk or not may_see_questions(user):
        return
    if Attempt.objects.filter(quiz_key=page.translation_key, state=Attempt.State.SUBMITTED).exists():
        url = reverse("teaching:statistics_quiz", args=[page.translation_key])
        yield Button(_("Question statistics"), url, icon_name="order", priority=56)


@hooks.register("register_reports_menu_item")
def statistics_in_reports() -> MenuItem:
    """List the statistics among the admin's reports."""
    return _Statistics(_("Question statistics"), "", name="question-statistics", icon_name="order", order=900)


class _Statistics(MenuItem):
    """An entry whose address carries the reader's language, so it is made when it is shown."""

    def is_shown(self, request: Any) -> bool:
        self.url = reverse("teaching:statistics")
        return may_see_questions(request.user)
