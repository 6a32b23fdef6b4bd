"""Wagtail's pages, found in memory: the way from an address to its page costs Wagtail six questions or more."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from wagtail.models import Page, Site
from wagtail.url_routing import RouteResult
from wagtail.views import serve as serve_page

from core.kept import kept


class _NotFound(Exception):
    """Nothing stands at this address; kept addresses are those of pages, of which there is an end."""


def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Answer with the page at `path`, as Wagtail does, or 404. Who may see it is asked each time."""
    host = request.get_host()
    # Both are where Wagtail itself remembers what it found for a request.
    site = kept(f"serving.site:{host}", lambda: Site.find_for_request(request))
    request._wagtail_site = site  # type: ignore[attr-defined]
    try:
        name = f"serving.route:{host}:{get_language()}:{path}"
        request._wagtail_route_for_request = kept(name, lambda: _found(request, path))  # type: ignore[attr-defined]
    except _NotFound:
        pass
    return serve_page(request, path)


def _found(request: HttpRequest, path: str) -> RouteResult | Any:
    route = Page.route_for_request(request, path)
    if route is None:
        raise _NotFound
    return route
