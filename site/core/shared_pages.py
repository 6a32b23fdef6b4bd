"""Pages that are the same for every visitor: made once, kept as whole answers (docs/decisions/0005-shared-pages.md).

A view says so with `for_everybody`; everything else is never kept. Whoever holds a session, whatever sets a cookie or
carries a token against forgery, and every preview goes past.
"""

import gzip
import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeGuard, TypeVar

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, patch_cache_control, patch_vary_headers

from core import content_state
from core.kept import name_now

#: What a shared page may depend on beside its address.
_VARY = frozenset({"cookie", "accept-language", "accept-encoding"})
#: Marks that campaigns add to addresses: they find a kept page, and never make one.
_CAMPAIGN = re.compile(r"utm_\w+|fbclid|gclid|yclid|ysclid|_openstat")
_ACCEPTS_GZIP = re.compile(r"\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))")
_LONGEST_PATH = 300
_LONGEST_VALUE = 60
_LARGEST_BYTES = 1_000_000

_Response = TypeVar("_Response", bound=HttpResponseBase)


def for_everybody(request: HttpRequest, response: _Response) -> _Response:
    """Mark an answer that every visitor gets alike. Caches may store it and ask each time whether it still holds.

    For somebody with a session it is left as it is.
    """
    if not _has_session(request):
        patch_cache_control(response, public=True, max_age=0, must_revalidate=True)
        patch_vary_headers(response, ["Cookie"])
    return response


@dataclass(frozen=True)
class _Kept:
    """A whole answer: its headers, its body compressed, and the name of the body."""

    headers: tuple[tuple[str, str], ...]
    body: bytes
    etag: str

    @classmethod
    def of(cls, response: HttpResponse) -> "_Kept":
        patch_vary_headers(response, ["Accept-Encoding"])
        headers = tuple((name, value) for name, value in response.headers.items() if name != "Content-Length")
        # Weak, for it names the body whether compressed or not.
        etag = f'W/"{hashlib.sha256(response.content).hexdigest()[:32]}"'
        return cls(headers, gzip.compress(response.content, 6, mtime=0), etag)

    def answer(self, request: HttpRequest) -> HttpResponseBase:
        """Return the answer in the form that this browser takes, or 304 when it has it already."""
        response = HttpResponse()
        for name, value in self.headers:
            response.headers[name] = value
        response.headers["ETag"] = self.etag
        if _ACCEPTS_GZIP.search(request.META.get("HTTP_ACCEPT_ENCODING", "")):
            response.headers["Content-Encoding"] = "gzip"
            response.content = self.body
        else:
            response.content = gzip.decompress(self.body)
        response.headers["Content-Length"] = str(len(response.content))
        return get_conditional_response(request, etag=self.etag, response=response) or response


class SharedPagesMiddleware:
    """Answer visitors from what is kept. Stands behind the choice of the language and before everything personal."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer from memory where that is right; keep what may be kept."""
        with content_state.one_request():
            return self._answer(request)

    def _answer(self, request: HttpRequest) -> HttpResponseBase:
        address = address_of(request)
        if address is None:
            return self.get_response(request)
        # The name holds the state of the content from before the page is made.
        name = name_now(f"page:{address.text}")
        found = caches["content"].get(name)
        if found is None:
            response = self.get_response(request)
            if may_keep(response, request):
                found = _Kept.of(response)
                if not address.is_decorated:
                    caches["content"].set(name, found)
        return response if found is None else found.answer(request)


@dataclass(frozen=True)
class Address:
    """What a shared page depends on: scheme, host, path (with its language) and known queries, in one text.

    `is_decorated` when marks of a campaign were left out, which the page may yet show in its links.
    """

    text: str
    is_decorated: bool


def address_of(request: HttpRequest) -> Address | None:
    """Return what a request asks for, or None where no shared page can be the answer."""
    if request.method != "GET" or _has_session(request) or _is_special(request):
        return None
    if len(request.path) > _LONGEST_PATH or request.path_info.startswith(settings.ROOTS_WITHOUT_LANGUAGE):
        return None
    known, is_decorated = [], False
    for name, values in sorted(request.GET.lists()):
        if _CAMPAIGN.fullmatch(name):
            is_decorated = True
        elif name not in settings.SHARED_PAGES_QUERY or len(values) > 1 or len(values[0]) > _LONGEST_VALUE:
            return None
        else:
            known.append(f"{name}={values[0]}")
    return Address("\n".join((request.scheme or "", request.get_host(), request.path, *known)), is_decorated)


def may_keep(response: HttpResponseBase, request: HttpRequest) -> TypeGuard[HttpResponse]:
    """Tell whether an answer is one that every visitor may get."""
    asked = {directive.partition("=")[0].lower() for directive in _words(response, "Cache-Control")}
    return (
        response.status_code == 200
        and isinstance(response, HttpResponse)
        and response.headers.get("Content-Type", "").startswith("text/html")
        and "public" in asked
        and asked.isdisjoint({"private", "no-store", "no-cache"})
        and _VARY.issuperset(word.lower() for word in _words(response, "Vary"))
        and len(response.content) <= _LARGEST_BYTES
        and not response.has_header("Content-Encoding")
        and not _is_personal(request, response)
        and not _is_special(request)
    )


def _is_personal(request: HttpRequest, response: HttpResponseBase) -> bool:
    """Tell whether an answer carries a cookie, a token against forgery, a nonce or something from a session."""
    session, user = getattr(request, "session", None), getattr(request, "user", None)
    return bool(
        response.cookies
        or "CSRF_COOKIE" in request.META
        or getattr(request, "_csp_nonce", None)
        or (session is not None and (session.modified or not session.is_empty()))
        or (user is not None and user.is_authenticated)
    )


def _is_special(request: HttpRequest) -> bool:
    """Tell whether this is a preview, a part of a page, or a request that proves who sends it."""
    return bool(
        getattr(request, "is_dummy", False)
        or getattr(request, "is_preview", False)
        or "HTTP_AUTHORIZATION" in request.META
        or "HTTP_HX_REQUEST" in request.META
    )


def _has_session(request: HttpRequest) -> bool:
    return settings.SESSION_COOKIE_NAME in request.COOKIES


def _words(response: HttpResponseBase, header: str) -> list[str]:
    return [word.strip() for word in response.headers.get(header, "").split(",") if word.strip()]
