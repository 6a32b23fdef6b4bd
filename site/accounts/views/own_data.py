"""A person sees, takes away and erases their own data."""

from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from accounts.forms.erasure import EraseMyselfForm
from accounts.own_data import erasure_plan, gather
from accounts.requests import SignedInRequest
from accounts.services import erase_person

_FILE = "saboq-{date}.{ext}"


@login_required
@require_GET
def own_data(request: SignedInRequest) -> HttpResponse:
    """Show everything that is stored."""
    return render(request, "accounts/own_data.html", {"data": gather(person=request.user, now=timezone.now())})


@login_required
@require_GET
def own_data_json(request: SignedInRequest) -> HttpResponse:
    """Hand everything over as JSON."""
    data = gather(person=request.user, now=timezone.now())
    response = JsonResponse(data.as_json(), encoder=_Encoder, json_dumps_params={"ensure_ascii": False, "indent": 2})
    return _as_file(response, data.at.date().isoformat(), "json")


@login_required
@require_GET
def own_data_html(request: SignedInRequest) -> HttpResponse:
    """Hand everything over as one HTML file that opens anywhere."""
    data = gather(person=request.user, now=timezone.now())
    return _as_file(render(request, "accounts/own_data_file.html", {"data": data}), data.at.date().isoformat(), "html")


@login_required
@require_http_methods(["GET", "POST"])
def erase(request: SignedInRequest) -> HttpResponse:
    """Erase the person's own data after asking for the password and a typed word."""
    form = EraseMyselfForm(request.POST or None, person=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            erase_person(person=request.user, actor=request.user, reason="", now=timezone.now())
        except ValidationError as error:
            form.add_error(None, error)
        else:
            logout(request)
            return redirect("accounts:erased")
    context = {"form": form, "plan": erasure_plan()}
    return render(request, "accounts/erase.html", context, status=422 if form.errors else 200)


@require_GET
def erased(request: HttpRequest) -> HttpResponse:
    """Say that it is done."""
    return render(request, "accounts/erased.html")


class _Encoder(DjangoJSONEncoder):
    """Writes what JSON has no form for (translated words, keys) as text."""

    def default(self, value: object) -> object:
        """Return a form that JSON knows."""
        try:
            return super().default(value)
        except TypeError:
            return str(value)


def _as_file(response: HttpResponse, date: str, ext: str) -> HttpResponse:
    response.headers["Content-Disposition"] = f'attachment; filename="{_FILE.format(date=date, ext=ext)}"'
    return response
