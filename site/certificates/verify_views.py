"""Verification, open to everybody: by check code, or by number and surname. Only misses are counted."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from . import misses
from .domain.codes import LENGTH, normalised
from .forms import CodeForm, NumberForm
from .models import Certificate
from .verification import as_json, find_by_code, find_by_number, verified


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Show both ways to look a certificate up, and answer the second in place."""
    if "code" in request.GET:
        return _to_code(request)
    if "number" not in request.GET and "surname" not in request.GET:
        return _private(render(request, "certificates/verify_search.html", _forms()))
    form = NumberForm(request.GET)
    if not form.is_valid():
        return _private(render(request, "certificates/verify_search.html", _forms(number_form=form), status=422))
    if misses.are_too_many(request, now=timezone.now()):
        return _too_many(request)
    found = find_by_number(form.cleaned_data["number"], form.cleaned_data["surname"])
    if not found:
        return _missed(request, "certificates/verify_search.html", {**_forms(number_form=form), "is_missed": True})
    return _private(_answer(request, found, with_result=False, surname=form.cleaned_data["surname"]))


@require_safe
def certificate(request: HttpRequest, code: str) -> HttpResponse:
    """Show every printed fact of the certificate with this code, its state first."""
    found = find_by_code(code)
    if found is None:
        signs = sum(sign.isalnum() for sign in code)
        context = {"typed": code[:80], "signs": signs, "length": LENGTH, "is_whole": signs == LENGTH}
        return _missed(
            request, "certificates/verify_unknown.html", {**context, **_forms(CodeForm({"code": code[:80]}))}
        )
    return _private(_answer(request, [found], with_result=True))


@require_safe
def certificate_json(request: HttpRequest, code: str) -> HttpResponse:
    """Answer the same for a machine."""
    day = timezone.localdate()
    found = find_by_code(code)
    if found is None:
        too_many = misses.count(request, now=timezone.now())
        return _private(JsonResponse({"state": "unknown"}, status=429 if too_many else 404))
    shown = verified(found, day=day, language=_language(), with_result=True)
    return _private(JsonResponse(as_json(shown, day=day), json_dumps_params={"ensure_ascii": False}))


def _to_code(request: HttpRequest) -> HttpResponse:
    """Lead from the form to the address that the QR code holds."""
    form = CodeForm(request.GET)
    if not form.is_valid():
        return _private(render(request, "certificates/verify_search.html", _forms(form), status=422))
    typed = form.cleaned_data["code"]
    code = normalised(typed)
    if not code:
        return certificate(request, typed)
    return redirect(f"{reverse('verify:certificate', args=[code])}?lang={_language()}")


def _answer(request: HttpRequest, found: list[Certificate], *, with_result: bool, surname: str = "") -> HttpResponse:
    day = timezone.localdate()
    shown = [verified(row, day=day, language=_language(), with_result=with_result) for row in found]
    context = {"found": shown, "day": day, "by_code": with_result, "surname": surname}
    return render(request, "certificates/verify_result.html", context)


def _missed(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    if misses.count(request, now=timezone.now()):
        return _too_many(request)
    return _private(render(request, template, context, status=404))


def _too_many(request: HttpRequest) -> HttpResponse:
    response = _private(render(request, "certificates/verify_too_many.html", status=429))
    response.headers["Retry-After"] = str(misses.WINDOW)
    return response


def _private(response: HttpResponse) -> HttpResponse:
    """Keep an answer out of caches and search engines: it may carry somebody's name."""
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["X-Robots-Tag"] = "noindex, noarchive"
    return response


def _forms(code_form: CodeForm | None = None, number_form: NumberForm | None = None) -> dict[str, Any]:
    return {"code_form": code_form or CodeForm(), "number_form": number_form or NumberForm()}


def _language() -> str:
    return get_language() or "uz"
