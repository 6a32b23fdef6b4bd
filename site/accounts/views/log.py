"""The log of privileged acts, for auditors and administrators, and erasing somebody on request."""

from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from accounts.access import is_administrator, may_read_log
from accounts.acts import act_label
from accounts.forms.erasure import ErasePersonForm
from accounts.own_data import erasure_plan
from accounts.requests import SignedInRequest
from accounts.selectors import acts, person_with_territories, verbs
from accounts.services import erase_person

from .gates import open_to

PAGE_SIZE = 50


@open_to(may_read_log)
@require_GET
def log(request: HttpRequest) -> HttpResponse:
    """Show who did what, when and why."""
    verb = request.GET.get("verb", "")[:60]
    rows = Paginator(acts(verb=verb), PAGE_SIZE).get_page(request.GET.get("page"))
    for row in rows:
        row.label = act_label(row.verb)  # type: ignore[attr-defined]
    kinds = [(name, act_label(name)) for name in verbs()]
    return render(request, "accounts/log.html", {"page_obj": rows, "verb": verb, "verbs": kinds})


@open_to(is_administrator)
@require_http_methods(["GET", "POST"])
def erase_somebody(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    """Erase a person who asked for it."""
    person = person_with_territories(public_id=str(public_id))
    if person is None or person == request.user:
        raise Http404
    form = ErasePersonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            erase_person(person=person, actor=request.user, reason=form.cleaned_data["reason"], now=timezone.now())
            return redirect("accounts:people")
        except ValidationError as error:
            form.add_error(None, error)
    context = {"form": form, "person": person, "plan": erasure_plan()}
    return render(request, "accounts/erase_person.html", context, status=422 if form.errors else 200)
