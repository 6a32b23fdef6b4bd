"""Marking: the answers that wait for a trainer, and one of them with its rubric."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.requests import SignedInRequest
from cohorts.models import Cohort
from learning.marking_sheet import Sheet, sheet_for
from learning.selectors_marking import Next, queue_lines, waiting_count, waiting_scores
from learning.services.marking import MarkedMeanwhile, mark_answer

from ..forms_marking import MarkForm
from ..gates import cohort_for, marker
from .cohorts import show_errors

ATTEMPTS_A_PAGE = 20


@require_safe
@marker
def queue(request: SignedInRequest) -> HttpResponse:
    """Show what waits for a mark, oldest first; of one group with `?group=`."""
    group = _group(request)
    scores = waiting_scores(request.user, group)
    page = Paginator(scores, ATTEMPTS_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "cohort": group,
        "lines": queue_lines(page.object_list, get_language()),
        "page_obj": page,
        "waiting": waiting_count(request.user, group) if page.paginator.count else 0,
        "scope": _scope(group),
    }
    return render(request, "teaching/marking_queue.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@marker
def answer(request: SignedInRequest, uuid: UUID, question: str) -> HttpResponse:
    """Show an answer with its rubric; a POST marks it."""
    group = _group(request)
    sheet = _sheet(request, uuid, question, group)
    if request.method != "POST":
        return _page(request, group, sheet, MarkForm(sheet=sheet))
    form = MarkForm(request.POST, sheet=sheet)
    if not form.is_valid():
        return _page(request, group, sheet, form, status=422)
    try:
        mark_answer(
            submission=sheet.submission,
            question=question,
            levels=form.levels,
            comment=form.cleaned_data["comment"],
            author=request.user,
            seen=form.cleaned_data["seen"],
            now=timezone.now(),
        )
    except ValidationError as error:
        show_errors(form, error)
        return _page(request, group, sheet, form, status=422)
    except MarkedMeanwhile as meanwhile:
        return _conflict(request, group, uuid, question, meanwhile)
    messages.success(request, _("The mark is saved."))
    if request.POST.get("then") != "next":
        return redirect(_address(Next(uuid, question), group))
    if sheet.following is not None:
        return redirect(_address(sheet.following, group))
    return redirect(f"{reverse('teaching:marking')}{_scope(group)}")


def _conflict(
    request: SignedInRequest, group: Cohort | None, uuid: UUID, question: str, meanwhile: MarkedMeanwhile
) -> HttpResponse:
    """Show the page with the other trainer's mark and with everything that was typed; saving again replaces it."""
    sheet = _sheet(request, uuid, question, group)
    typed = request.POST.copy()
    typed["seen"] = str(meanwhile.mark.sequence)
    form = MarkForm(typed, sheet=sheet)
    form.add_error(
        None,
        _(
            "%(name)s marked this answer meanwhile. Their mark stands below; yours is not saved yet. Compare the two, "
            "and save again if yours should hold instead."
        )
        % {"name": meanwhile.mark.author},
    )
    return _page(request, group, sheet, form, status=409)


def _sheet(request: SignedInRequest, uuid: UUID, question: str, group: Cohort | None) -> Sheet:
    sheet = sheet_for(marker=request.user, attempt=uuid, question=question, language=get_language(), cohort=group)
    if sheet is None:
        raise Http404
    return sheet


def _page(
    request: HttpRequest, group: Cohort | None, sheet: Sheet, form: MarkForm, *, status: int = 200
) -> HttpResponse:
    context = {
        "cohort": group,
        "sheet": sheet,
        "form": form,
        "scope": _scope(group),
        "following": _address(sheet.following, group) if sheet.following else "",
    }
    return render(request, "teaching/marking_answer.html", context, status=status)


def _group(request: HttpRequest) -> Cohort | None:
    """Return the group that was asked for, or None for all of them; 404 for one that the person may not see."""
    wanted = request.GET.get("group")
    if not wanted:
        return None
    try:
        return cohort_for(request, UUID(wanted))
    except ValueError as error:
        raise Http404 from error


def _scope(group: Cohort | None) -> str:
    if group is None:
        return ""
    query = QueryDict(mutable=True)
    query["group"] = str(group.uuid)
    return f"?{query.urlencode()}"


def _address(to: Next, group: Cohort | None) -> str:
    return reverse("teaching:marking_answer", args=[to.attempt, to.question]) + _scope(group)
