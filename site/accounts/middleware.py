"""Who gets past the door: a second factor for every role, and the editors' admin for those who work there."""

from collections.abc import Callable
from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import translation

from .access import needs_second_factor

#: Pages with which one signs in, signs out and sets the factor up: allauth's, by the beginning of their names.
_SIGN_IN_PAGES = ("account_", "mfa_", "usersessions_")
_ADMIN_EXITS = ("/admin/login/", "/admin/logout/")
_OPEN_ROOTS = ("/static/", "/verify/", "/healthz", "/readyz")


class SecondFactorMiddleware:
    """Send people with a role and without a second factor to its set-up page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Go on; the decision needs the view and falls in `process_view`."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """Let the request pass, or redirect."""
        if not settings.SECOND_FACTOR_REQUIRED or not request.user.is_authenticated or self._is_open(request):
            return None
        if not needs_second_factor(request.user) or is_mfa_enabled(request.user):
            return None
        return redirect("mfa_index")

    @staticmethod
    def _is_open(request: HttpRequest) -> bool:
        """Sign-in pages, static files and checks without a language stay reachable; own account pages do not."""
        name = request.resolver_match.view_name if request.resolver_match else ""
        return name.startswith(_SIGN_IN_PAGES) or request.path_info.startswith(_OPEN_ROOTS)


class EditorsAdminMiddleware:
    """For signed-in people without a task there, the editors' admin does not exist; others get it in their language.

    Wagtail would send the former to the sign-in page, which sends people who are signed in back again, for ever. The
    admin's addresses carry no language: without one chosen in the admin itself, the language of the person's profile
    counts, not that of a browser which often speaks English.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Go on; the decision falls in `process_view`."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> None:
        """Answer 404 below /admin/ to people who may not enter it, and choose the language for those who may."""
        inside = request.path_info.startswith("/admin/") and not request.path_info.startswith(_ADMIN_EXITS)
        if not (inside and request.user.is_authenticated):
            return
        if not request.user.has_perm("wagtailadmin.access_admin"):
            raise Http404
        translation.activate(request.user.preferred_language)
