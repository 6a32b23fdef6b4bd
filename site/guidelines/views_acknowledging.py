"""Reading an edition to its end and confirming it."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from .domain.editions import SUPERSEDED
from .forms import AcknowledgeForm
from .rendering import rendered_text
from .selectors import acknowledgement_of, languages_of, wording_on
from .services import acknowledge
from .shelf import shelf_of


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def acknowledge_edition(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show the whole text with the confirmation below it; take the confirmation."""
    shelf = shelf_of(slug)
    edition = shelf.number(number) if shelf else None
    if shelf is None or edition is None:
        raise Http404
    now = timezone.now()
    today = timezone.localdate(now)
    digests = languages_of(edition)
    wording = wording_on(edition, get_language() or edition.language, today, digests)
    superseded = shelf.span(edition).state(today) == SUPERSEDED
    given = acknowledgement_of(person=request.user, edition=edition)
    form = AcknowledgeForm(
        request.POST if request.method == "POST" else None,
        shown_digest=wording.digest,
        shown_language=wording.language,
    )
    way_on = _way_on(request)
    if request.method == "POST" and (given or form.is_valid()):
        try:
            acknowledge(
                person=request.user,
                edition=edition,
                language=wording.language,
                articles_shown=wording.text.keys(),
                now=now,
            )
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            return redirect(way_on or request.path)
    shown = rendered_text(wording, edition, day=today)
    context = {
        "shelf": shelf,
        "edition": shelf.link(edition, today),
        "shown": shown,
        "text": shown.view,
        "facts": shelf.facts(edition, digests, len(wording.corrigenda)),
        "banner": shelf.banner(edition, today),
        "acknowledged": given,
        "form": None if superseded or given else form,
        "errors": form if form.errors else None,
        "way_on": way_on,
    }
    status = 409 if superseded and request.method == "POST" else 200
    return render(request, "guidelines/acknowledge.html", context, status=status)


def _way_on(request: HttpRequest) -> str:
    """Return where the person came from and goes on to, if it is a page of this site."""
    asked = request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(asked, {request.get_host()}, require_https=request.is_secure())
    return asked if safe else ""
