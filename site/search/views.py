"""The search page."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from .domain.query import LONGEST
from .kinds import NAMES
from .selectors import find, hit, wanted_words

PAGE_SIZE = 10


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Show what answers to `?q=`, a page at a time."""
    query = request.GET.get("q", "").strip()[:LONGEST]
    wanted = wanted_words(query)
    page = Paginator(find(wanted, get_language() or ""), PAGE_SIZE).get_page(request.GET.get("page"))
    hits = [(hit(entry, wanted), NAMES.get(entry.kind, "")) for entry in page]
    return render(
        request,
        "search/search.html",
        {"query": query, "longest": LONGEST, "asked": bool(wanted), "hits": hits, "page_obj": page},
    )
