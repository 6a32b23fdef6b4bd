"""More time, attempts or other dates for a learner or the whole group; one more attempt; taking it back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.requests import SignedInRequest
from cohorts import access
from cohorts.models import Cohort, Membership
from learning.allowance_words import gives
from learning.models import QuizAllowance
from learning.selectors_allowances import QuizChoice, given_to_group, given_to_member, quizzes_of
from learning.services.allowances import end_allowance, give_allowance, unlock

from ..forms_allowances import AllowanceForm, UnlockForm
from ..gates import cohort_for, desk, member_of, own_cohort_for
from .cohorts import show_errors


@dataclass(frozen=True)
class Line:
    """An allowance in a list: what it gives, why, by whom, since when, and until when it held (None = it holds)."""

    pk: int
    quiz: QuizChoice | None
    gives: list[str]
    reason: str
    author: str
    at: datetime
    ended_at: datetime | None


@require_http_methods(["GET", "HEAD", "POST"])
@desk
def allowances(request: SignedInRequest, uuid: UUID, public_id: UUID | None = None) -> HttpResponse:
    """Show what a learner, or the whole group, was given; a POST gives more."""
    if request.method != "POST":
        cohort = cohort_for(request, uuid)
        return _page(request, cohort, _member(cohort, public_id))
    cohort = own_cohort_for(request, uuid)
    member = _member(cohort, public_id)
    form = AllowanceForm(request.POST, quizzes=quizzes_of(cohort, get_language()))
    if form.is_valid():
        try:
            give_allowance(
                actor=request.user,
                cohort=cohort,
                member=member,
                quiz_key=form.quiz_key,
                gives=form.gives,
                reason=form.cleaned_data["reason"],
                request_key=form.cleaned_data["token"],
                now=timezone.now(),
            )
        except ValidationError as error:
            show_errors(form, error)
        else:
            messages.success(request, _("It is given, and whom it concerns is told."))
            return _back(cohort, member)
    return _page(request, cohort, member, form=form)


@require_POST
@desk
def unlock_attempt(request: SignedInRequest, uuid: UUID, public_id: UUID) -> HttpResponse:
    """Open one more attempt for a learner, without a pause."""
    cohort = own_cohort_for(request, uuid)
    member = member_of(cohort, public_id)
    form = UnlockForm(request.POST, quizzes=quizzes_of(cohort, get_language()), prefix="unlock")
    if form.is_valid():
        try:
            unlock(
                actor=request.user,
                member=member,
                quiz_key=form.quiz_key,
                reason=form.cleaned_data["reason"],
                request_key=form.cleaned_data["token"],
                now=timezone.now(),
            )
        except ValidationError as error:
            show_errors(form, error)
        else:
            messages.success(request, _("One more attempt is open, and the learner is told."))
            return _back(cohort, member)
    return _page(request, cohort, member, unlock_form=form)


@require_POST
@desk
def allowance_end(request: SignedInRequest, uuid: UUID, pk: int) -> HttpResponse:
    """Take an allowance back."""
    cohort = own_cohort_for(request, uuid)
    found = get_object_or_404(_given_in(cohort), pk=pk)
    end_allowance(actor=request.user, cohort=cohort, allowance=found, now=timezone.now())
    messages.success(request, _("It is taken back. An attempt that is under way keeps its time."))
    member = cohort.memberships.filter(person=found.person_id, left_at__isnull=True).first()
    return _back(cohort, member)


def _given_in(cohort: Cohort) -> QuerySet[QuizAllowance]:
    """Return what the group, or somebody in it, was given at the quizzes of its courses."""
    members = cohort.memberships.filter(left_at__isnull=True).values("person")
    keys = [quiz.key for quiz in quizzes_of(cohort, get_language())]
    return QuizAllowance.objects.filter(Q(cohort=cohort) | Q(person__in=members, quiz_key__in=keys))


def _page(
    request: HttpRequest,
    cohort: Cohort,
    member: Membership | None,
    *,
    form: AllowanceForm | None = None,
    unlock_form: UnlockForm | None = None,
) -> HttpResponse:
    quizzes = quizzes_of(cohort, get_language())
    may_change = access.may_change(request.user, cohort)
    asked = {"quiz": request.GET.get("quiz", "")}
    group = given_to_group(cohort)
    context = {
        "cohort": cohort,
        "membership": member,
        "quizzes": quizzes,
        "may_change": may_change,
        "lines": _lines(given_to_member(member, [quiz.key for quiz in quizzes]) if member else group, quizzes),
        "group_lines": _lines(group.filter(ended_at__isnull=True), quizzes) if member else [],
        "form": (form or AllowanceForm(quizzes=quizzes, initial=asked)) if may_change else None,
        "unlock_form": (unlock_form or UnlockForm(quizzes=quizzes, initial=asked, prefix="unlock"))
        if may_change and member
        else None,
    }
    return render(request, "teaching/allowances.html", context)


def _lines(rows: Iterable[QuizAllowance], quizzes: list[QuizChoice]) -> list[Line]:
    known = {quiz.key: quiz for quiz in quizzes}
    return [
        Line(row.pk, known.get(row.quiz_key), gives(row), row.reason, str(row.author), row.at, row.ended_at)
        for row in rows
    ]


def _member(cohort: Cohort, public_id: UUID | None) -> Membership | None:
    return member_of(cohort, public_id) if public_id else None


def _back(cohort: Cohort, member: Membership | None) -> HttpResponse:
    if member is None:
        return redirect("teaching:allowances", uuid=cohort.uuid)
    return redirect("teaching:member_allowances", uuid=cohort.uuid, public_id=member.person.public_id)
