"""The administrator's pages. Whoever may not correct the register finds nothing here."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST, require_safe

from accounts.models import User

from .access import may_correct
from .forms import ReplaceForm, RevokeForm
from .models import Certificate
from .refusals import CertificateRefused
from .selectors import complete, found_in_register, state_of
from .services import replace, revoke
from .verification import verified

_PER_PAGE = 50
View = Callable[..., HttpResponse]


def _for_correctors(view: View) -> View:
    """Answer 404 to everybody else, as for anything somebody may not see."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_correct(request.user):
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


@require_safe
@_for_correctors
def register(request: HttpRequest) -> HttpResponse:
    """List the register, newest first, with a search over numbers, codes and names."""
    query = request.GET.get("q", "")[:80]
    page = Paginator(found_in_register(query), _PER_PAGE).get_page(request.GET.get("p"))
    day = timezone.localdate()
    rows = [{"certificate": row, "state": state_of(row, day)} for row in page]
    context = {"rows": rows, "page": page, "query": query, "page_title": gettext("Certificates")}
    return render(request, "certificates/admin/register.html", context)


@require_safe
@_for_correctors
def entry(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one certificate with the forms that correct it."""
    return _entry(request, pk)


@require_POST
@_for_correctors
def revoke_entry(request: HttpRequest, pk: int) -> HttpResponse:
    """Revoke a certificate."""
    form = RevokeForm(request.POST)
    if not form.is_valid():
        return _entry(request, pk, revoke_form=form)
    certificate = get_object_or_404(Certificate, pk=pk)
    revoke(
        certificate=certificate,
        reason=form.cleaned_data["reason"],
        act=form.cleaned_data["act"],
        actor=cast(User, request.user),
        now=timezone.now(),
    )
    messages.success(request, gettext("The certificate is revoked. Whoever verifies it sees the reason."))
    return redirect("certificates_entry", pk=pk)


@require_POST
@_for_correctors
def replace_entry(request: HttpRequest, pk: int) -> HttpResponse:
    """Issue a duplicate."""
    form = ReplaceForm(request.POST)
    if not form.is_valid():
        return _entry(request, pk, replace_form=form)
    certificate = get_object_or_404(Certificate, pk=pk)
    try:
        new = replace(
            certificate=certificate,
            reason=form.cleaned_data["reason"],
            actor=cast(User, request.user),
            now=timezone.now(),
        )
    except CertificateRefused:
        form.add_error(None, gettext("The holder has no confirmed name that can be printed."))
    except ValidationError as error:
        form.add_error(None, error)
    else:
        messages.success(request, gettext("%(number)s was issued in its place.") % {"number": new})
        return redirect("certificates_entry", pk=new.pk)
    return _entry(request, pk, replace_form=form)


def _entry(
    request: HttpRequest, pk: int, *, revoke_form: RevokeForm | None = None, replace_form: ReplaceForm | None = None
) -> HttpResponse:
    certificate = get_object_or_404(complete(Certificate.objects.all()), pk=pk)
    day = timezone.localdate()
    shown = verified(certificate, day=day, language=get_language() or "uz", with_result=True)
    context = {
        "certificate": certificate,
        "shown": shown,
        "files": certificate.files.order_by("language"),
        "revoke_form": revoke_form or RevokeForm(),
        "replace_form": replace_form or ReplaceForm(),
        "page_title": shown.number,
    }
    wrong = any(form is not None and form.errors for form in (revoke_form, replace_form))
    return render(request, "certificates/admin/entry.html", context, status=422 if wrong else 200)
