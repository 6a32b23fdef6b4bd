"""Learning answers for signed-in learners; pages themselves know nothing of records."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from wagtail import hooks
from wagtail.models import Page


@hooks.register("before_serve_page")
def serve_to_learners(
    page: Page, request: HttpRequest, args: list[Any], kwargs: dict[str, Any]
) -> HttpResponse | None:
    """Answer for pages of courses, or return None to let the page answer for itself."""
    from learning.serving import answer

    return answer(page, request)
