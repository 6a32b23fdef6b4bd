"""Who gets through to a view. What somebody may not see does not exist for them: 404."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.utils.http import url_has_allowed_host_and_scheme

View = Callable[..., HttpResponse]


def open_to(question: Callable[[Any], bool]) -> Callable[[View], View]:
    """Let people through for whom `question(person)` is true; visitors go to the sign-in page, others get 404."""

    def decorate(view: View) -> View:
        @wraps(view)
        def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path(), resolve_url(settings.LOGIN_URL))
            if not question(request.user):
                raise Http404
            return view(request, *args, **kwargs)

        return wrapped

    return decorate


def safe_next(request: HttpRequest) -> str:
    """Return the address asked for by `next` if it is a path of this site, else ""."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    return wanted if wanted and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None) else ""


def go_on(request: HttpRequest, otherwise: str) -> HttpResponseRedirect:
    """Redirect to a safe `next`, or to `otherwise` (a URL or its name)."""
    return HttpResponseRedirect(safe_next(request) or resolve_url(otherwise))
