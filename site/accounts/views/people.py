"""Administrators look after people: who holds which role, who sees which territory."""

from collections.abc import Callable
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from accounts.access import is_administrator
from accounts.acts import act_label
from accounts.forms.people import EndTerritoryForm, RoleForm, TerritoryForm
from accounts.models import TerritoryAssignment, User
from accounts.requests import SignedInRequest
from accounts.roles import MANAGER, ROLES
from accounts.selectors import acts, find_people, person_with_territories
from accounts.services import assign_territory, end_territory, give_role, take_role

from .gates import open_to

PAGE_SIZE = 25


@open_to(is_administrator)
@require_GET
def people(request: HttpRequest) -> HttpResponse:
    """Search people by name or address, in any spelling."""
    query, role = request.GET.get("q", "").strip()[:100], request.GET.get("role", "")
    found = Paginator(find_people(query=query, role=role), PAGE_SIZE).get_page(request.GET.get("page"))
    for person in found:
        person.role_names = _role_names(person)  # type: ignore[attr-defined]
    context = {"query": query, "role": role, "roles": list(ROLES.items()), "page_obj": found}
    return render(request, "accounts/people.html", context)


@open_to(is_administrator)
@require_GET
def person(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Show one person with roles and territories."""
    return _page(request, _person(public_id))


@open_to(is_administrator)
@require_POST
def give(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Give a role."""
    return _change_role(request, _person(public_id), give_role, "give")


@open_to(is_administrator)
@require_POST
def take(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Take a role."""
    return _change_role(request, _person(public_id), take_role, "take")


@open_to(is_administrator)
@require_POST
def add_territory(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    """Let a manager see a territory."""
    subject, form = _person(public_id), TerritoryForm(request.POST)
    if form.is_valid():
        try:
            assign_territory(actor=request.user, person=subject, now=timezone.now(), **form.cleaned_data)
            return redirect("accounts:person", public_id)
        except ValidationError as error:
            form.add_error(None, error)
    return _page(request, subject, territory_form=form)


@open_to(is_administrator)
@require_POST
def close_territory(request: SignedInRequest, public_id: UUID, pk: int) -> HttpResponse:
    """Say until which day a territory is seen."""
    subject, form = _person(public_id), EndTerritoryForm(request.POST)
    assignment = get_object_or_404(TerritoryAssignment, pk=pk, person=subject)
    if form.is_valid():
        try:
            end_territory(actor=request.user, assignment=assignment, now=timezone.now(), **form.cleaned_data)
            return redirect("accounts:person", public_id)
        except ValidationError as error:
            form.add_error(None, error)
    return _page(request, subject, end_form=form)


def _change_role(request: HttpRequest, subject: User, service: Callable[..., object], kind: str) -> HttpResponse:
    form = RoleForm(request.POST)
    if form.is_valid():
        try:
            service(actor=request.user, person=subject, now=timezone.now(), **form.cleaned_data)
            return redirect("accounts:person", subject.public_id)
        except ValidationError as error:
            form.add_error(None, error)
    return _page(request, subject, **{f"{kind}_form": form})


def _person(public_id: UUID) -> User:
    found = person_with_territories(public_id=str(public_id))
    if found is None:
        raise Http404
    return found


def _role_names(person: User) -> list[str]:
    return [str(ROLES[group.name]) for group in person.groups.all() if group.name in ROLES]


def _page(request: HttpRequest, subject: User, **forms: object) -> HttpResponse:
    held = [group.name for group in subject.groups.all() if group.name in ROLES]
    free = [name for name in ROLES if name not in held]
    log = list(acts(subject=subject)[:20])
    for row in log:
        row.label = act_label(row.verb)  # type: ignore[attr-defined]
    context = {
        "person": subject,
        "role_names": _role_names(subject),
        "give_form": RoleForm(auto_id="give_%s", roles=free) if free else None,
        "take_form": RoleForm(auto_id="take_%s", roles=held) if held else None,
        "territory_form": TerritoryForm(auto_id="add_%s") if MANAGER in held else None,
        "end_form": EndTerritoryForm(auto_id="end_%s"),
        "territories": list(subject.territories.all()),
        "acts": log,
        **forms,
    }
    return render(request, "accounts/person.html", context, status=422 if forms else 200)
