"""The person's own details and the name on certificates."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.forms.printed_name import PrintedNameForm
from accounts.forms.profile import ProfileForm
from accounts.models import User
from accounts.requests import SignedInRequest
from accounts.services import confirm_printed_name, update_profile

from .gates import go_on, safe_next


@login_required
@require_http_methods(["GET", "POST"])
def profile(request: SignedInRequest) -> HttpResponse:
    """Show and store the profile."""
    # A second instance: what was typed wrongly must not show up in the header of the page.
    form = ProfileForm(request.POST or None, instance=User.objects.get(pk=request.user.pk))
    if request.method == "POST" and form.is_valid():
        update_profile(person=request.user, **form.cleaned_data)
        messages.success(request, _("Your details are saved."))
        return redirect("accounts:profile")
    return render(request, "accounts/profile.html", {"form": form}, status=422 if form.errors else 200)


@login_required
@require_http_methods(["GET", "POST"])
def certificate_name(request: SignedInRequest) -> HttpResponse:
    """Let the holder confirm how the name is printed."""
    form = PrintedNameForm(request.POST or None, person=request.user)
    if request.method == "POST" and form.is_valid():
        confirm_printed_name(person=request.user, now=timezone.now(), **form.cleaned_data)
        messages.success(request, _("The name is confirmed. Your certificates will carry it."))
        return go_on(request, settings.LOGIN_REDIRECT_URL)
    context = {"form": form, "next": safe_next(request), "confirmed_at": request.user.certificate_name_confirmed_at}
    return render(request, "accounts/certificate_name.html", context, status=422 if form.errors else 200)
