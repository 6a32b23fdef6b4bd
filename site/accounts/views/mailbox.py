"""Development: read every mail that the site has sent."""

from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from accounts.mailbox import find, stored


@require_GET
def mails(request: HttpRequest) -> HttpResponse:
    """List the mails, newest first."""
    return render(request, "accounts/mailbox.html", {"mails": stored(Path(settings.EMAIL_FILE_PATH))})


@require_GET
def mail(request: HttpRequest, key: str) -> HttpResponse:
    """Show one mail."""
    found = find(Path(settings.EMAIL_FILE_PATH), key)
    if found is None:
        raise Http404
    return render(request, "accounts/mailbox_mail.html", {"mail": found})
