"""The public reading pages of a code. They never read the drafting page, so they outlive it."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from core.serving import serve
from core.shared_pages import for_everybody

from .domain.editions import SUPERSEDED, parse_day
from .models import Edition
from .rendering import rendered_text
from .selectors import acknowledgement_of, languages_of, wording_on
from .shelf import Banner, Shelf, shelf_of


@require_safe
def code_today(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the edition in force today, or the coming one while there is none."""
    shelf = shelf_of(slug)
    if shelf is None:
        # Not a published code: a guideline, or a drafting page without an edition. Wagtail knows.
        return serve(request, request.path_info.split("/", 2)[2])
    today = timezone.localdate()
    edition = shelf.on(today) or shelf.coming(today)
    if edition is None:
        raise Http404
    return _page(request, shelf, edition, today=today, day=today, banner=shelf.banner(edition, today))


@require_safe
def edition_list(request: HttpRequest, slug: str) -> HttpResponse:
    """List the editions of a code, the latest first."""
    shelf = _shelf(slug)
    today = timezone.localdate()
    latest = shelf.editions[-1]
    wording = wording_on(latest, get_language() or latest.language, today)
    context = {
        "shelf": shelf,
        "title": wording.text.title,
        "text_language": wording.language,
        "editions": [shelf.link(edition, today) for edition in reversed(shelf.editions)],
    }
    return for_everybody(request, render(request, "guidelines/editions.html", context))


@require_safe
def edition(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show one edition, for ever at this address."""
    shelf = _shelf(slug)
    found = shelf.number(number)
    if found is None:
        raise Http404
    today = timezone.localdate()
    return _page(request, shelf, found, today=today, day=today, banner=shelf.banner(found, today))


@require_safe
def on_date(request: HttpRequest, slug: str, day: str) -> HttpResponse:
    """Show the text as it read on a day."""
    shelf = _shelf(slug)
    asked = parse_day(day)
    if asked is None:
        raise Http404
    found = shelf.on(asked)
    if found is None:
        context = {"shelf": shelf, "day": asked, "first": shelf.link(shelf.editions[0], timezone.localdate())}
        return for_everybody(request, render(request, "guidelines/before_first.html", context, status=404))
    today = timezone.localdate()
    return _page(request, shelf, found, today=today, day=asked, banner=shelf.banner_on(found, asked, today))


def _shelf(slug: str) -> Shelf:
    shelf = shelf_of(slug)
    if shelf is None:
        raise Http404
    return shelf


def _page(
    request: HttpRequest, shelf: Shelf, edition: Edition, *, today: date, day: date, banner: Banner | None
) -> HttpResponse:
    """Answer with the text of an edition as of a day."""
    digests = languages_of(edition)
    wording = wording_on(edition, get_language() or edition.language, day, digests)
    shown = rendered_text(wording, edition, day=day, form=request.GET.get("form", ""))
    before, after = shelf.beside(edition, today)
    span = shelf.span(edition)
    context: dict[str, Any] = {
        "shelf": shelf,
        "edition": shelf.link(edition, today),
        "shown": shown,
        "text": shown.view,
        "facts": shelf.facts(edition, digests, len(wording.corrigenda)),
        "banner": banner,
        "before": before,
        "after": after,
        "may_acknowledge": day == today and span.state(today) != SUPERSEDED,
        "acknowledged": None,
    }
    if request.user.is_authenticated:
        context["acknowledged"] = acknowledgement_of(person=request.user, edition=edition)
    return for_everybody(request, render(request, "guidelines/edition.html", context))
