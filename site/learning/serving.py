"""Pages of courses as learners get them: a step that is not open leads to the course page, which says why."""

from typing import cast
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from wagtail.models import Page

from accounts.requests import SignedInRequest
from core.models import ActivityPage
from courses.models import CoursePage
from courses.selectors import shown_outline
from learning import access
from learning.domain.course_state import CourseState
from learning.models import Enrolment
from learning.selectors import course_state, enrolment_at, enrolment_for
from learning.views_attempts import quiz_start
from learning.views_courses import course_view
from learning.views_steps import acknowledgement_view, lesson_view


def answer(page: Page, request: HttpRequest) -> HttpResponse | None:
    """Return learning's answer for a page of a course, or None where the public page is the answer."""
    if isinstance(page, CoursePage):
        return _course(page, request)
    if isinstance(page, ActivityPage):
        if not request.user.is_authenticated:
            return _closed_to_visitors(page, request)
        return _step(page, cast(SignedInRequest, request))
    return None


def _course(page: CoursePage, request: HttpRequest) -> HttpResponse | None:
    enrolment = enrolment_for(request.user, page.translation_key) if request.user.is_authenticated else None
    return course_view(cast(SignedInRequest, request), enrolment, page=page) if enrolment else None


def _step(page: ActivityPage, request: SignedInRequest) -> HttpResponse | None:
    enrolment = enrolment_at(request.user, page)
    state = course_state(enrolment, get_language() or "uz") if enrolment else None
    step = state.step(str(page.translation_key)) if state else None
    if enrolment is None or state is None or step is None or not step.can_open or not access.may_learn(enrolment):
        return _closed(page, request, step.activity.is_sample if step else None)
    return _open(page, request, enrolment, state)


def _open(
    page: ActivityPage, request: SignedInRequest, enrolment: Enrolment, state: CourseState
) -> HttpResponse | None:
    """Answer for a step that the learner may take; a kind that nobody answers for stays a public page."""
    if page.kind == "lesson":
        return lesson_view(request, page, enrolment, state)
    if page.kind == "quiz":
        return quiz_start(request, key=page.translation_key)
    if page.kind == "acknowledgement":
        return acknowledgement_view(request, page, enrolment, state)
    return None


def _closed(page: ActivityPage, request: HttpRequest, is_sample: bool | None) -> HttpResponse | None:
    """Answer a signed-in person for whom the step is not open."""
    if is_sample or (is_sample is None and _is_sample(page)):
        return None
    return redirect(f"{_course_url(page, request)}?{urlencode({'step': page.slug})}")


def _closed_to_visitors(page: ActivityPage, request: HttpRequest) -> HttpResponse | None:
    return None if _is_sample(page) else redirect(_course_url(page, request))


def _is_sample(page: ActivityPage) -> bool:
    """Read the rule from the source page, by way of the outline."""
    course = _course_page(page)
    outline = shown_outline(course_key=course.translation_key, language=get_language() or "uz")
    activity = outline.activity(str(page.translation_key)) if outline else None
    return activity.is_sample if activity else False


def _course_url(page: ActivityPage, request: HttpRequest) -> str:
    course = _course_page(page)
    if not course.live:
        raise Http404
    return course.get_url(request) or "/"


def _course_page(page: ActivityPage) -> CoursePage:
    """Return the course page above a step, in the step's language; read once."""
    kept = getattr(page, "_course_page", None)
    if kept is None:
        kept = CoursePage.objects.filter(path=page.path[: -2 * page.steplen]).first()
        if kept is None:
            raise Http404
        page._course_page = kept  # type: ignore[attr-defined]
    return kept
