"""The moderator's form for publishing an edition, in the Wagtail admin."""

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from . import access
from .admin_forms import PublishEditionForm
from .freezing import NotASourcePage
from .models import EthicsCodePage
from .previewing import preview
from .services import publish_edition


@require_http_methods(["GET", "HEAD", "POST"])
def publish(request: HttpRequest, page_id: int) -> HttpResponse:
    """Show what an edition would freeze, and publish it when a moderator confirms."""
    if not access.may_publish_editions(request.user):
        raise Http404
    page = get_object_or_404(EthicsCodePage, pk=page_id)
    now = timezone.now()
    try:
        shown = preview(page, timezone.localdate(now))
    except NotASourcePage:
        raise Http404 from None
    form = PublishEditionForm(
        request.POST if request.method == "POST" else None,
        initial={"number": shown.next_number, "seen_digest": shown.digest},
    )
    if request.method == "POST" and form.is_valid():
        try:
            edition = publish_edition(page=page, actor=request.user, now=now, **form.facts())
        except ValidationError as refusal:
            form.refuse(refusal)
        else:
            url = reverse("guidelines:edition", args=[edition.code.slug, edition.number])
            text = _("Edition %(number)s is published.") % {"number": edition.number}
            messages.success(request, text, buttons=[messages.button(url, _("Read it"))])
            # As Wagtail does after its own Publish; the drafting table itself takes long to open.
            return redirect("wagtailadmin_explore", page.source().get_parent().pk)
    if form.is_bound:
        # What is shown now is what the next confirmation confirms.
        form.data = {**dict(form.data.items()), "seen_digest": shown.digest, "confirm": ""}
    context = {
        "page": page,
        "form": form,
        "shown": shown,
        "header_title": _("Publish an edition"),
        "page_title": _("Publish an edition"),
        "page_subtitle": page.get_admin_display_title(),
        "header_icon": "clipboard-list",
    }
    return render(request, "guidelines/admin/publish_edition.html", context)
