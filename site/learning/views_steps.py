"""The steps a learner takes: read a lesson and confirm it, read the code and acknowledge it."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.models import Page

from accounts.requests import SignedInRequest
from core.citations import cited_in
from learning.acknowledgement_step import step_shown
from learning.domain.course_state import CourseState
from learning.models import Enrolment
from learning.selectors import enrolment_by_slug
from learning.services.steps import NotAcknowledged, StepNotOpen, confirm_lesson, count_acknowledgement
from learning.views_courses import after


def lesson_view(request: SignedInRequest, page: Page, enrolment: Enrolment, state: CourseState) -> HttpResponse:
    """Return a lesson as an enrolled learner reads it."""
    context = _context(page, enrolment, state) | {"citations": cited_in(page.body, _language())}
    return render(request, "learning/lesson.html", context)


def acknowledgement_view(
    request: SignedInRequest, page: Page, enrolment: Enrolment, state: CourseState
) -> HttpResponse:
    """Return an acknowledgement step: what it is about, the edition in force, and the confirmation."""
    context = _context(page, enrolment, state)
    shown = step_shown(
        person=request.user,
        code_key=context["step"].activity.code_key,
        language=_language(),
        day=timezone.localdate(),
    )
    return render(request, "learning/acknowledgement.html", context | {"shown": shown})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: SignedInRequest, slug: str, key: UUID) -> HttpResponse:
    """Record "I have read this" and lead to the next step. Sent twice, it leads there again."""
    enrolment = _own(request, slug)
    if request.method == "POST":
        try:
            confirm_lesson(enrolment=enrolment, activity_key=key, language=_language(), now=timezone.now())
        except StepNotOpen:
            return _not_open(request, slug)
    return redirect(after(request, slug))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def acknowledge(request: SignedInRequest, slug: str, key: UUID) -> HttpResponse:
    """Let an acknowledgement given earlier count for this step, and lead to the next one."""
    enrolment = _own(request, slug)
    if request.method == "POST":
        try:
            count_acknowledgement(enrolment=enrolment, activity_key=key, language=_language(), now=timezone.now())
        except StepNotOpen:
            return _not_open(request, slug)
        except NotAcknowledged:
            messages.warning(request, _("Read the edition in force first, and confirm it at its end."))
    return redirect(after(request, slug))


def _context(page: Page, enrolment: Enrolment, state: CourseState) -> dict[str, Any]:
    step = state.step(str(page.translation_key))
    before, following = state.around(str(page.translation_key))
    mine = reverse("learning:course", args=[enrolment.course.key])
    return {
        "page": page,
        "enrolment": enrolment,
        "state": state,
        "step": step,
        "before": before,
        "following": following,
        "course_url": mine,
        "crumbs": [{"title": state.outline.title, "url": mine}, {"title": page.title, "url": ""}],
    }


def _not_open(request: SignedInRequest, slug: str) -> HttpResponse:
    messages.warning(request, _("That step is not open to you now, so nothing was recorded. Here is where you stand."))
    return redirect("learning:course", slug=slug)


def _own(request: SignedInRequest, slug: str) -> Enrolment:
    enrolment = enrolment_by_slug(request.user, slug)
    if enrolment is None:
        raise Http404
    return enrolment


def _language() -> str:
    return get_language() or settings.LANGUAGE_CODE
