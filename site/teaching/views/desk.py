"""The desk itself: the groups one leads and what needs attention; and figures of territories for managers."""

from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from accounts.requests import SignedInRequest
from cohorts import access
from cohorts.models import Cohort
from cohorts.subjects import Subject, subjects_of
from learning.selectors_marking import waiting_count
from reports.domain.attention import GroupFigures, Need, needs
from reports.figures import figures_of
from reports.territory import territories_of

COHORTS_A_PAGE = 24


@dataclass(frozen=True)
class CohortCard:
    """A group on the desk; `state` is "running", "coming" or "over"."""

    cohort: Cohort
    subject: Subject
    figures: GroupFigures
    needs: tuple[tuple[Need, int], ...]
    state: str


@require_safe
@login_required
def home(request: SignedInRequest) -> HttpResponse:
    """Show the groups that a person leads; administrators and auditors see all. Managers are shown their figures."""
    if not access.may_open_desk(request.user):
        if access.may_see_territories(request.user):
            return redirect("teaching:territory")
        raise Http404
    cohorts = access.visible_to(request.user).select_related("course", "programme", "region", "district")
    page = Paginator(cohorts.order_by("-ends_on", "name", "pk"), COHORTS_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "cards": _cards(list(page.object_list)),
        "page_obj": page,
        "may_create": access.may_create(request.user),
        "may_mark": access.may_mark(request.user),
        "waiting": waiting_count(request.user) if access.may_mark(request.user) else 0,
        "sees_territories": access.may_see_territories(request.user),
    }
    return render(request, "teaching/home.html", context)


@require_safe
@login_required
def territory(request: SignedInRequest) -> HttpResponse:
    """Show figures of the groups in the territories that a manager is assigned today, never about single people."""
    if not access.may_see_territories(request.user):
        raise Http404
    territories = territories_of(person=request.user, language=get_language(), now=timezone.now())
    return render(request, "teaching/territory.html", {"territories": territories})


def _cards(cohorts: list[Cohort]) -> list[CohortCard]:
    now, today = timezone.now(), timezone.localdate()
    figures, subjects = figures_of(cohorts, now=now), subjects_of(cohorts, get_language())
    cards = []
    for cohort in cohorts:
        own = figures[cohort.pk]
        state = "coming" if today < cohort.starts_on else "over" if today > cohort.ends_on else "running"
        due = needs(own, starts_on=cohort.starts_on, ends_on=cohort.ends_on, today=today)
        cards.append(CohortCard(cohort, subjects[cohort.pk], own, due, state))
    return cards
