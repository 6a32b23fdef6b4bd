"""Who is in a group: adding by a list of addresses, removing, taking back an invitation."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from accounts.requests import SignedInRequest
from cohorts import services
from cohorts.domain.adding import AddingReport, Outcome
from cohorts.domain.addresses import ListTooLong

from ..forms import AddMembersForm, ReasonForm
from ..gates import desk, own_cohort_for

#: What became of an entry: words, and ending of the badge's class.
OUTCOMES = {
    Outcome.ADDED: (gettext_lazy("Added to the group"), "done"),
    Outcome.INVITED: (gettext_lazy("Invited: no account yet"), "open"),
    Outcome.ALREADY_MEMBER: (gettext_lazy("Already in the group"), "locked"),
    Outcome.ALREADY_INVITED: (gettext_lazy("Already invited"), "locked"),
    Outcome.LEADS_GROUP: (gettext_lazy("Leads this group"), "warn"),
    Outcome.DUPLICATE: (gettext_lazy("Twice on the list"), "warn"),
    Outcome.NOT_AN_ADDRESS: (gettext_lazy("Not an e-mail address"), "fail"),
}


@require_http_methods(["GET", "HEAD", "POST"])
@desk
def members_add(request: SignedInRequest, uuid: UUID) -> HttpResponse:
    """Add everybody on a list, and tell for every entry what became of it. Sent again, it changes nothing."""
    cohort = own_cohort_for(request, uuid)
    form = AddMembersForm(request.POST or None)
    report = None
    if request.method == "POST" and form.is_valid():
        try:
            report = services.add_members_by_email(
                cohort=cohort,
                text=form.cleaned_data["addresses"],
                actor=request.user,
                language=form.cleaned_data["language"],
                now=timezone.now(),
            )
        except ListTooLong:
            form.add_error("addresses", _("The list is too long: at most 500 addresses at a time. Send it in parts."))
        else:
            return render(request, "teaching/members_report.html", {"cohort": cohort, **_told(report)})
    return render(request, "teaching/members_add.html", {"cohort": cohort, "form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@desk
def member_remove(request: SignedInRequest, uuid: UUID, public_id: UUID) -> HttpResponse:
    """Ask, then close a membership. What the person learned stays theirs."""
    cohort = own_cohort_for(request, uuid)
    membership = get_object_or_404(cohort.memberships.select_related("person", "cohort"), person__public_id=public_id)
    if membership.left_at is not None:  # the other tab was faster
        return redirect("teaching:cohort", uuid=cohort.uuid)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.leave(
            membership=membership, actor=request.user, now=timezone.now(), reason=form.cleaned_data["reason"]
        )
        messages.success(request, _("%(name)s is not in the group any more.") % {"name": membership.person})
        return redirect("teaching:cohort", uuid=cohort.uuid)
    return render(request, "teaching/member_remove.html", {"cohort": cohort, "membership": membership, "form": form})


@require_POST
@desk
def invitation_withdraw(request: SignedInRequest, uuid: UUID, pk: int) -> HttpResponse:
    """Forget an address that was invited."""
    cohort = own_cohort_for(request, uuid)
    services.withdraw_invitation(cohort=cohort, invitation_id=pk, actor=request.user, now=timezone.now())
    messages.success(request, _("The invitation is withdrawn and its address deleted."))
    return redirect("teaching:cohort", uuid=cohort.uuid)


def _told(report: AddingReport) -> dict[str, object]:
    """Return the report in words."""
    return {
        "lines": [(line.text, *OUTCOMES[line.outcome]) for line in report.lines],
        "counts": [(*OUTCOMES[outcome], count) for outcome, count in report.counts().items()],
        "changed": report.changed,
    }
