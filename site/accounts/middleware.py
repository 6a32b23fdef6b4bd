"""Every role above learner works with a second factor; until it is set up there is only the page that sets it up."""

from collections.abc import Callable

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from .access import needs_second_factor


class SecondFactorMiddleware:
    """Send people with a role and without a second factor to its set-up page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let the request pass, or redirect."""
        if (
            settings.SECOND_FACTOR_REQUIRED
            and request.user.is_authenticated
            and not self._is_open(request.path_info)
            and needs_second_factor(request.user)
            and not is_mfa_enabled(request.user)
        ):
            return redirect(reverse("mfa_index"))
        return self.get_response(request)

    @staticmethod
    def _is_open(path: str) -> bool:
        """Account pages (where the factor is set up), static files and the language-free checks stay reachable."""
        parts = path.split("/", 3)
        return (len(parts) > 2 and parts[2] == "account") or path.startswith(
            ("/static/", "/verify/", "/healthz", "/readyz")
        )
