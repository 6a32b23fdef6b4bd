"""Opening a group, its own page, changing it, saying who leads it."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS, PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.models import User
from accounts.requests import SignedInRequest
from cohorts import access, services
from cohorts.models import Cohort
from cohorts.subjects import courses_of, named, subjects_of
from learning.selectors_marking import waiting_count
from reports.figures import figures_of

from ..forms import AddMembersForm, CohortFactsForm, NewCohortForm, TrainerForm
from ..gates import cohort_for, desk, own_cohort_for

MEMBERS_A_PAGE = 50


@require_http_methods(["GET", "HEAD", "POST"])
@desk
def cohort_new(request: SignedInRequest) -> HttpResponse:
    """Open a group."""
    if not access.may_create(request.user):
        raise PermissionDenied
    form = NewCohortForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            cohort = services.create_cohort(
                actor=request.user,
                uuid=form.cleaned_data["token"],
                facts=form.facts,
                now=timezone.now(),
                **form.subject_keys,
            )
        except ValidationError as error:
            show_errors(form, error)
        else:
            messages.success(request, _("The group is open. Now add its members."))
            return redirect("teaching:cohort", uuid=cohort.uuid)
    return render(request, "teaching/cohort_form.html", {"form": form})


@require_safe
@desk
def cohort(request: SignedInRequest, uuid: UUID) -> HttpResponse:
    """Show a group: facts, figures, members, invitations."""
    return cohort_page(request, cohort_for(request, uuid))


@require_http_methods(["GET", "HEAD", "POST"])
@desk
def cohort_change(request: SignedInRequest, uuid: UUID) -> HttpResponse:
    """Change a group's facts."""
    found = own_cohort_for(request, uuid)
    form = CohortFactsForm(request.POST or None, initial=CohortFactsForm.initial_of(found))
    if request.method == "POST" and form.is_valid():
        try:
            services.change_cohort(cohort=found, actor=request.user, facts=form.facts, now=timezone.now())
        except ValidationError as error:
            show_errors(form, error)
        else:
            messages.success(request, _("The changes are saved."))
            return redirect("teaching:cohort", uuid=found.uuid)
    return render(request, "teaching/cohort_form.html", {"form": form, "cohort": found})


@require_POST
@desk
def trainer_add(request: SignedInRequest, uuid: UUID) -> HttpResponse:
    """Let a trainer lead the group."""
    found = _with_trainers_for(request, uuid)
    form = TrainerForm(request.POST)
    if form.is_valid():
        try:
            person = User.objects.filter(email=form.cleaned_data["email"].lower(), is_active=True).first()
            if person is None:
                raise ValidationError(_("Nobody has an account with this address."))
            services.add_trainer(cohort=found, person=person, actor=request.user, now=timezone.now())
        except ValidationError as error:
            form.add_error("email", error)
        else:
            messages.success(request, _("%(name)s leads the group now.") % {"name": person})
            return redirect("teaching:cohort", uuid=found.uuid)
    return cohort_page(request, found, trainer_form=form)


@require_POST
@desk
def trainer_remove(request: SignedInRequest, uuid: UUID, public_id: UUID) -> HttpResponse:
    """End that somebody leads the group."""
    found = _with_trainers_for(request, uuid)
    person = get_object_or_404(User, public_id=public_id)
    services.remove_trainer(cohort=found, person=person, actor=request.user, now=timezone.now())
    messages.success(request, _("%(name)s does not lead the group any more.") % {"name": person})
    return redirect("teaching:cohort", uuid=found.uuid)


def cohort_page(request: SignedInRequest, found: Cohort, *, trainer_form: forms.Form | None = None) -> HttpResponse:
    """Render the page of a group, with a form that was sent and found wrong."""
    may_change = access.may_change(request.user, found)
    members = found.memberships.filter(left_at__isnull=True).select_related("person")
    by_name = members.order_by("person__search_key", "person__last_name", "pk")
    context: dict[str, Any] = {
        "cohort": found,
        "subject": subjects_of([found], get_language())[found.pk],
        "figures": figures_of([found], now=timezone.now())[found.pk],
        "trainers": User.objects.filter(trained_cohorts__cohort=found).order_by("last_name", "pk"),
        "page_obj": Paginator(by_name, MEMBERS_A_PAGE).get_page(request.GET.get("page")),
        "invitations": found.invitations.filter(accepted_at__isnull=True).order_by("email"),
        "may_change": may_change,
        "waiting": waiting_count(request.user, found) if access.leads(request.user, found) else 0,
        "add_form": AddMembersForm() if may_change else None,
        "trainer_form": (trainer_form or TrainerForm()) if access.may_change_trainers(request.user) else None,
    }
    if found.programme_id:
        rows = [("course", course.translation_key, course.key) for course in courses_of(found)]
        context["courses"] = named(rows, get_language())
    return render(request, "teaching/cohort.html", context)


def show_errors(form: forms.Form, error: ValidationError) -> None:
    """Put what a service refused beside the fields it is about."""
    if not hasattr(error, "error_dict"):
        form.add_error(None, error)
        return
    for name, found in error.error_dict.items():
        field = {"region": "place", "district": "place"}.get(name, name)
        form.add_error(None if field == NON_FIELD_ERRORS or field not in form.fields else field, found)


def _with_trainers_for(request: HttpRequest, uuid: UUID) -> Cohort:
    found = cohort_for(request, uuid)
    if not access.may_change_trainers(request.user):
        raise Http404
    return found
