"""Trying a draft quiz as a learner, for those who may edit it. Nothing is recorded."""

import secrets
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.access import is_editor

from .domain.answers import Answer, BadAnswer
from .domain.spec import UnsoundQuiz
from .faults import why
from .models import QuizPage
from .outdated import outdated_everywhere
from .showing.forms import meant_answers, problems, read_form
from .trying import Draft, begin, judged, resume, shown, token_of, with_way


@require_safe
def outdated_report(request: HttpRequest) -> HttpResponse:
    """List the live questions whose cited articles have changed since their review, for editors."""
    if not is_editor(request.user):
        raise Http404
    return render(request, "quizzes/admin/outdated_report.html", {"pages": outdated_everywhere()})


@require_http_methods(["GET", "HEAD", "POST"])
def try_quiz(request: HttpRequest, page_id: int) -> HttpResponse:
    """Show the questions of the latest draft; a POST decides a step of a case or hands in and shows the result."""
    page = get_object_or_404(QuizPage, pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise Http404
    draft_page = page.get_latest_revision_as_object()
    with translation.override(page.locale.language_code):
        try:
            draft = resume(draft_page, request.POST.get("trial", "")) if request.method == "POST" else None
            fresh = draft is None
            draft = draft or begin(draft_page, seed=secrets.token_hex(8), form=request.GET.get("form", ""))
        except UnsoundQuiz as fault:
            return render(request, "quizzes/try.html", {"page": page, "fault": why(fault)}, status=422)
        if request.method != "POST":
            return _questions(request, page, draft, {})
        if fresh:
            error = _("The quiz has changed since you began; these are its questions now.")
            return _questions(request, page, draft, {}, error=error)
        return _answered(request, page, draft)


def _answered(request: HttpRequest, page: QuizPage, draft: Draft) -> HttpResponse:
    answers: dict[str, Answer] = {}
    try:
        form = read_form(request)
        answers = meant_answers(form, draft.posed({}))
        if form.decide and form.decision:
            return _questions(request, page, with_way(draft, form.decide, form.step, form.decision), answers)
        if form.decide:
            return _questions(request, page, draft, answers, error=_("Choose a decision first."))
        context = {"page": page, "result": judged(draft, answers)}
        return render(request, "quizzes/try_result.html", context)
    except BadAnswer:
        wrong = problems(draft.spec, answers)
        error = _("One answer cannot be read. What you wrote is still here.")
        return _questions(request, page, draft, answers, error=error, wrong=wrong)


def _questions(
    request: HttpRequest,
    page: QuizPage,
    draft: Draft,
    answers: dict[str, Answer],
    *,
    error: str = "",
    wrong: dict[str, str] | None = None,
) -> HttpResponse:
    questions = shown(draft, answers, wrong)
    context: dict[str, Any] = {
        "page": page,
        "questions": questions,
        "total": len(questions),
        "trial": token_of(draft.trial),
        "forms": draft.spec.forms if len(draft.spec.forms) > 1 else (),
        "form": draft.trial.form,
        "error": error,
    }
    return render(request, "quizzes/try.html", context, status=400 if error else 200)
