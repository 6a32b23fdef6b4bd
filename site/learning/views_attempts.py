"""Pages of a sitting. They read frozen versions only, so they outlive the quiz page; a foreign attempt is a 404."""

import secrets
from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.models import User
from learning.domain.attempt_frozen import read_limits
from quizzes.services import QuizNotReady
from quizzes.showing.forms import REVIEW

from . import selectors_attempts as selectors
from .attempt_result import result
from .attempt_saving import Saved, save_form
from .attempt_shown import Sitting, sitting
from .attempt_start import StartPage, start_page
from .attempt_time import time_up, too_late
from .models import Attempt, Enrolment
from .services.attempts import AttemptClosed, StartRefused, StepLocked, start_attempt, submit
from .services.handing_in import end_if_over

ATTEMPTS_A_PAGE = 25


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def quiz_start(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show the rules of a quiz and where the person stands; a POST begins an attempt or returns to the open one."""
    page = start_page(person=_person(request), quiz_key=key, language=_language(), now=timezone.now())
    if page is None:
        raise Http404
    if page.enrolment is None:
        messages.info(request, _("Enrol in the course first; then you can sit its quizzes."))
        return redirect(page.course_url)
    if request.method != "POST":
        return render(request, "learning/quiz_start.html", {"start": page})
    return _begin(request, page, page.enrolment)


def _begin(request: HttpRequest, page: StartPage, enrolment: Enrolment) -> HttpResponse:
    try:
        attempt = start_attempt(
            person=_person(request),
            enrolment=enrolment,
            quiz_page=page.quiz_page,
            language=_language(),
            seed=secrets.token_hex(16),
            now=timezone.now(),
        )
    except StartRefused:
        # The page itself says why, and until when.
        return redirect("learning:quiz", key=page.quiz_page.translation_key)
    except StepLocked:
        messages.warning(
            request, _("This quiz is not open to you yet. Complete the earlier steps of the course first.")
        )
        return redirect(page.course_url)
    except QuizNotReady:
        messages.warning(request, _("This quiz is being prepared. Please come back later."))
        return redirect(page.course_url)
    return redirect("learning:attempt", uuid=attempt.uuid)


@login_required
@require_GET
def attempt_list(request: HttpRequest) -> HttpResponse:
    """List a person's sittings, newest first."""
    page = Paginator(selectors.attempts_of(_person(request)), ATTEMPTS_A_PAGE).get_page(request.GET.get("page"))
    lines = selectors.lines_of(page.object_list, _language())
    return render(request, "learning/attempt_list.html", {"lines": lines, "page_obj": page})


@login_required
@require_GET
def attempt(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Lead to where the sitting stands: its questions while it is open, its result afterwards."""
    found = _own(request, uuid)
    if (elsewhere := _over(request, found)) is not None:
        return elsewhere
    shown = sitting(found, language=_language(), now=timezone.now())
    if shown.on_one_page:
        return render(request, "learning/attempt_all.html", {"sitting": shown})
    return redirect("learning:attempt-question", uuid=uuid, position=shown.resume_at)


@login_required
@require_GET
def attempt_question(request: HttpRequest, uuid: UUID, position: int) -> HttpResponse:
    """Show one question."""
    found = _own(request, uuid)
    if (elsewhere := _over(request, found)) is not None:
        return elsewhere
    shown = sitting(found, language=_language(), now=timezone.now())
    if shown.at(position) is None:
        raise Http404
    return render(request, "learning/attempt_question.html", _question_context(shown, position))


@login_required
@require_POST
def attempt_save(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Save one or several answers. A script gets JSON, a form goes on to where its button leads."""
    found = _own(request, uuid)
    scripted = request.headers.get("Accept", "").startswith("application/json")
    now = timezone.now()
    try:
        saved = save_form(request, found, language=_language(), now=now)
    except AttemptClosed:
        closed = end_if_over(attempt=found, now=now)
        if scripted:
            return JsonResponse({"message": too_late(closed)}, status=409)
        messages.warning(request, too_late(closed))
        return _after(closed)
    if saved.refused:
        return JsonResponse({"message": saved.message}, status=400) if scripted else _refuse(found, request, saved)
    if scripted:
        at = time_format(timezone.localtime(now), "H:i")
        return JsonResponse({"message": _("Saved at %(time)s") % {"time": at}})
    if saved.message:
        messages.info(request, saved.message)
    return _go_on(found, saved)


@login_required
@require_GET
def attempt_review(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Show what is answered and what is not, before handing in."""
    found = _own(request, uuid)
    if (elsewhere := _over(request, found)) is not None:
        return elsewhere
    return render(
        request, "learning/attempt_review.html", {"sitting": sitting(found, language=_language(), now=timezone.now())}
    )


@login_required
@require_POST
def attempt_hand_in(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Hand in; a second time leads to the same result."""
    found = _own(request, uuid)
    try:
        submit(attempt=found, now=timezone.now())
    except AttemptClosed as closed:
        messages.warning(request, too_late(closed.attempt))
        return _after(closed.attempt)
    return redirect("learning:attempt-result", uuid=uuid)


@login_required
@require_GET
def attempt_result(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Show the result of a handed-in attempt."""
    found = _own(request, uuid)
    if found.state != Attempt.State.SUBMITTED:
        return redirect("learning:attempt", uuid=uuid) if found.state == Attempt.State.OPEN else _after(found)
    context = {"result": result(found, language=_language(), now=timezone.now())}
    return render(request, "learning/attempt_result.html", context)


def _person(request: HttpRequest) -> User:
    """Return who is signed in (every view here demands it)."""
    return cast(User, request.user)


def _own(request: HttpRequest, uuid: UUID) -> Attempt:
    found = selectors.attempt_of(person=_person(request), uuid=uuid)
    if found is None:
        raise Http404
    return found


def _over(request: HttpRequest, found: Attempt) -> HttpResponse | None:
    """Lead away from an attempt that cannot be answered any more; None while it can. Ends nothing: this is a GET."""
    if found.state != Attempt.State.OPEN:
        return _after(found)
    up = time_up(found, language=_language(), now=timezone.now())
    return None if up is None else render(request, "learning/attempt_time_up.html", {"up": up})


def _after(found: Attempt) -> HttpResponse:
    """Lead away from where nothing can be answered any more."""
    if found.state == Attempt.State.SUBMITTED:
        return redirect("learning:attempt-result", uuid=found.uuid)
    if found.state == Attempt.State.OPEN:
        return redirect("learning:attempt", uuid=found.uuid)
    return redirect("learning:attempts")


def _go_on(found: Attempt, saved: Saved) -> HttpResponse:
    """Lead to where the button that was pressed leads; after a decision or a check back to its question."""
    position = next((at for at, item in enumerate(found.drawn, start=1) if item["question"] == saved.stay_at), None)
    if position:
        if read_limits(found.limits).rules.layout == "all":
            return redirect(f"{reverse('learning:attempt', args=[found.uuid])}#question-{position}")
        return redirect("learning:attempt-question", uuid=found.uuid, position=position)
    if saved.then == REVIEW:
        return redirect("learning:attempt-review", uuid=found.uuid)
    if isinstance(saved.then, int) and 1 <= saved.then <= len(found.drawn):
        return redirect("learning:attempt-question", uuid=found.uuid, position=saved.then)
    return redirect("learning:attempt", uuid=found.uuid)


def _refuse(found: Attempt, request: HttpRequest, saved: Saved) -> HttpResponse:
    """Show the questions again with what was chosen and a clear error; nothing was stored."""
    shown = sitting(found, language=_language(), now=timezone.now(), typed=saved.typed, problems=saved.problems)
    if shown.on_one_page:
        context = {"sitting": shown, "error": saved.message}
        return render(request, "learning/attempt_all.html", context, status=400)
    asked = saved.problems or saved.typed
    position = next((question.position for question in shown.questions if question.id in asked), shown.resume_at)
    context = {**_question_context(shown, position), "error": saved.message}
    return render(request, "learning/attempt_question.html", context, status=400)


def _question_context(shown: Sitting, position: int) -> dict[str, Any]:
    last = position == shown.total
    return {
        "sitting": shown,
        "question": shown.at(position),
        "previous": position - 1,
        "next": REVIEW if last else position + 1,
        "is_last": last,
    }


def _language() -> str:
    return get_language() or "uz"
