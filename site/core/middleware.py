"""What every response of the site has in common: policy headers, language, and what may be cached."""

from collections.abc import Callable

from csp.middleware import CSPMiddleware
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.utils import translation
from django.utils.cache import add_never_cache_headers, patch_cache_control


class SitePolicyMiddleware(CSPMiddleware):
    """Strict content policy on the site; a wider one under /admin/, whose editor has inline scripts."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Choose the policy by path and let django-csp write the header."""
        if request.path_info.startswith("/admin/"):
            response._csp_config = settings.ADMIN_CONTENT_SECURITY_POLICY  # type: ignore[attr-defined]
        return super().process_response(request, response)


class SiteLocaleMiddleware(LocaleMiddleware):
    """Language from the path. Roots without a language choose by `?lang=`, then by the browser, and keep their 404."""

    def process_request(self, request: HttpRequest) -> None:
        """Activate the language of the request."""
        if self._has_no_language(request):
            wanted = request.GET.get("lang", "")
            if wanted not in dict(settings.LANGUAGES):
                wanted = translation.get_language_from_request(request)
            translation.activate(wanted)
            request.LANGUAGE_CODE = translation.get_language()
            return
        super().process_request(request)

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Leave a 404 of a root without a language where it is; Django would send it to /uz/."""
        if self._has_no_language(request):
            response.headers.setdefault("Content-Language", translation.get_language() or settings.LANGUAGE_CODE)
            return response
        return super().process_response(request, response)

    @staticmethod
    def _has_no_language(request: HttpRequest) -> bool:
        return request.path_info.startswith(settings.ROOTS_WITHOUT_LANGUAGE)


class PrivateResponseMiddleware:
    """A page made for a signed-in person is not stored by any cache (a phone may be shared)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Add `no-store` where somebody is signed in."""
        response = self.get_response(request)
        if getattr(request, "user", None) is not None and request.user.is_authenticated:
            add_never_cache_headers(response)
            patch_cache_control(response, no_store=True, private=True)
        return response
