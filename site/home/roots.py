"""Roots without a language: the way in, and what machines ask for."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.templatetags.static import static
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language, gettext
from django.utils.translation import get_supported_language_variant as supported
from django.views.decorators.http import require_safe

from .frame import PRIVATE_SEGMENTS

#: Long enough to spare requests, short enough that a new icon arrives the next day.
A_DAY = "public, max-age=86400"


@require_safe
def choose_language(request: HttpRequest) -> HttpResponse:
    """Send a visitor to the best language: a signed-in person's own, else what the browser asks for."""
    user = request.user
    language = user.preferred_language if user.is_authenticated else get_language()
    try:
        code = supported(language or settings.LANGUAGE_CODE)
    except LookupError:
        code = settings.LANGUAGE_CODE
    response = HttpResponseRedirect(f"/{code}/")
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    return response


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Keep robots out of desks and forms, and show them the sitemap."""
    closed = [
        f"Disallow: /{code}/{place}/" for code, _name in settings.LANGUAGES for place in sorted(PRIVATE_SEGMENTS)
    ]
    lines = ["User-agent: *", "Disallow: /admin/", *closed, "", f"Sitemap: {settings.PUBLIC_URL}/sitemap.xml", ""]
    response = HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
    response["Cache-Control"] = A_DAY
    return response


@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    """Describe the site to a phone that wants to put it on its home screen."""
    icons = [
        {"src": static("img/touch.png"), "sizes": "180x180", "type": "image/png"},
        {"src": static("img/icon-512.png"), "sizes": "512x512", "type": "image/png", "purpose": "any maskable"},
        {"src": static("img/mark.svg"), "sizes": "any", "type": "image/svg+xml"},
    ]
    content = {
        "name": "Saboq",
        "short_name": "Saboq",
        "description": gettext(
            "Courses in online practice for social workers, and the code of ethics that binds them there."
        ),
        "lang": get_language(),
        "start_url": "/",
        "display": "browser",
        "background_color": "#faf5ec",
        "theme_color": "#12335f",
        "icons": icons,
    }
    response = JsonResponse(content, json_dumps_params={"ensure_ascii": False})
    response["Content-Type"] = "application/manifest+json"
    response["Cache-Control"] = A_DAY
    return response


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """Lead browsers that guess to the icon."""
    response = HttpResponseRedirect(static("img/favicon.ico"))
    response["Cache-Control"] = A_DAY
    return response
