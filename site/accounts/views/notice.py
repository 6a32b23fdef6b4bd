"""The privacy notice: asked for when a newer version is in force, and what was accepted before."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render, resolve_url
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.privacy_notice import current
from accounts.requests import SignedInRequest
from accounts.selectors import acceptance_of
from accounts.services import accept_privacy_notice

from .gates import go_on, safe_next


@login_required
@require_http_methods(["GET", "POST"])
def privacy_notice(request: SignedInRequest) -> HttpResponse:
    """Show which version is in force; record that the person accepts the version that this page showed."""
    language = get_language() or settings.LANGUAGE_CODE
    notice = current(language)
    shown = request.POST.get("version", "")
    if request.method == "POST" and shown == notice.version:
        accept_privacy_notice(person=request.user, version=shown, language=language, now=timezone.now())
        messages.success(request, _("Thank you. You have accepted the privacy notice."))
        return go_on(request, settings.LOGIN_REDIRECT_URL)
    context = {
        "notice": notice,
        "accepted": acceptance_of(person=request.user, version=notice.version),
        "has_changed": request.method == "POST",
        "onward": safe_next(request) or resolve_url(settings.LOGIN_REDIRECT_URL),
    }
    return render(request, "accounts/privacy_notice.html", context, status=409 if request.method == "POST" else 200)
