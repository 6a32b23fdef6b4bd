"""A learner's course: where it stands, enrol, leave, take it up again, finish. Never under the page tree."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from accounts.requests import SignedInRequest
from courses.models import CoursePage
from courses.selectors import links
from learning.domain.course_state import CourseState, StepState
from learning.models import CourseCompletion, Enrolment
from learning.selectors import course_state, enrolment_by_slug
from learning.services.enrolment import enrol, leave, resume
from learning.services.progress import settle


@login_required
@require_GET
def course(request: SignedInRequest, slug: str) -> HttpResponse:
    """Show a learner's course, also when its page is gone."""
    enrolment = enrolment_by_slug(request.user, slug)
    return course_view(request, enrolment) if enrolment else redirect(_public_url(slug))


def course_view(request: SignedInRequest, enrolment: Enrolment, page: CoursePage | None = None) -> HttpResponse:
    """Return the page of an enrolled learner's course; `page` is the course page when it is asked at its address."""
    language = _language()
    state = course_state(enrolment, language)
    context = {
        "enrolment": enrolment,
        "state": state,
        "outline": state.outline,
        "asked": _asked(state, request.GET.get("step", "")),
        "is_left": enrolment.state == Enrolment.State.LEFT,
        "is_completed": enrolment.state == Enrolment.State.COMPLETED,
        "may_finish": state.complete and enrolment.state == Enrolment.State.ACTIVE and state.outline.is_offered,
        "completion": _completion(enrolment),
        "page": page,
    }
    return render(request, "learning/course.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def enrol_view(request: SignedInRequest, slug: str) -> HttpResponse:
    """Enrol in the course whose page has this slug and lead to its first step; a GET only leads to the course."""
    page = CoursePage.objects.live().filter(slug=slug, locale__language_code=settings.LANGUAGE_CODE).first()
    if page is None:
        raise Http404
    if request.method != "POST":
        return redirect(_public_url(slug))
    enrolment = enrol(person=request.user, course_key=page.translation_key, language=_language(), now=timezone.now())
    return redirect("learning:course", slug=enrolment.course.key)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def leave_view(request: SignedInRequest, slug: str) -> HttpResponse:
    """Leave a course; what was done stays."""
    enrolment = _own(request, slug)
    if request.method == "POST" and leave(enrolment=enrolment, now=timezone.now()).state == Enrolment.State.LEFT:
        messages.info(request, _("You have left the course. What you have done is kept: take it up again any time."))
    return redirect("learning:course", slug=slug)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def resume_view(request: SignedInRequest, slug: str) -> HttpResponse:
    """Take up a course again and lead to the next step."""
    enrolment = _own(request, slug)
    if request.method != "POST":
        return redirect("learning:course", slug=slug)
    resume(enrolment=enrolment, now=timezone.now())
    return redirect(after(request, slug))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def finish_view(request: SignedInRequest, slug: str) -> HttpResponse:
    """Complete a course whose last open step was taken out by its editors."""
    enrolment = _own(request, slug)
    if request.method == "POST":
        settle(enrolment=enrolment, now=timezone.now())
    return redirect("learning:course", slug=slug)


def after(request: SignedInRequest, slug: str) -> str:
    """Return where a learner goes after a step: the next one, or the course when there is none."""
    enrolment = enrolment_by_slug(request.user, slug)
    state = course_state(enrolment, _language()) if enrolment else None
    if state is None or state.next_step is None:
        return reverse("learning:course", args=[slug])
    return state.next_step.activity.url


def _asked(state: CourseState, slug: str) -> StepState | None:
    """Return the step that somebody wanted to open and could not, when that is still so."""
    return next((step for step in state.steps if step.activity.slug == slug and not step.can_open), None)


def _completion(enrolment: Enrolment) -> CourseCompletion | None:
    try:
        return enrolment.completion
    except CourseCompletion.DoesNotExist:
        return None


def _own(request: SignedInRequest, slug: str) -> Enrolment:
    enrolment = enrolment_by_slug(request.user, slug)
    if enrolment is None:
        raise Http404
    return enrolment


def _public_url(slug: str) -> str:
    """Return the address of a course page; 404 when no such course is offered."""
    page = CoursePage.objects.live().filter(slug=slug, locale__language_code=settings.LANGUAGE_CODE).first()
    if page is None:
        raise Http404
    return links(keys=[page.translation_key], language=_language())[page.translation_key].url


def _language() -> str:
    return get_language() or settings.LANGUAGE_CODE
