"""A person's messages on the site."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from accounts.requests import SignedInRequest

from . import services
from .selectors import messages_of, unread


@login_required
@require_GET
def notices(request: HttpRequest) -> HttpResponse:
    """List the person's messages; reading the list marks nothing as read."""
    page = Paginator(messages_of(request.user), 30).get_page(request.GET.get("page"))
    return render(request, "notices/list.html", {"page_obj": page, "unread": unread(request.user).count()})


@login_required
@require_POST
def read(request: SignedInRequest, pk: int) -> HttpResponse:
    """Mark one message as read and go where it leads."""
    if not services.mark_read(person=request.user, notice_id=pk, now=timezone.now()):
        raise Http404
    url = messages_of(request.user).values_list("url", flat=True).get(pk=pk)
    return redirect(url if url and "open" in request.POST else "notices:list")


@login_required
@require_POST
def read_all(request: SignedInRequest) -> HttpResponse:
    """Mark all messages as read."""
    services.mark_all_read(person=request.user, now=timezone.now())
    return redirect("notices:list")
