"""Leaving a group: the page that says what follows, and the act."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.requests import SignedInRequest
from cohorts.selectors import membership_of
from cohorts.services import leave


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def leave_group(request: SignedInRequest, uuid: UUID) -> HttpResponse:
    """Say what leaving means and, when it is confirmed, leave; a second confirmation changes nothing."""
    membership = membership_of(person=request.user, cohort_uuid=uuid)
    if membership is None or (membership.left_at is not None and request.method != "POST"):
        raise Http404
    if request.method == "POST":
        leave(membership=membership, actor=request.user, now=timezone.now())
        messages.success(
            request,
            _("You have left the group “%(group)s”. What you have done is kept.") % {"group": membership.cohort},
        )
        return redirect("dashboard:home")
    return render(request, "dashboard/leave_group.html", {"group": membership.cohort})
