"""Pages that belong to no other app."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template import loader
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from .forms import MistakeForm, own_path
from .limits import may_report
from .services import report_mistake


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer 404 with our page."""
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer 500 with a page that needs no database: no context processor runs."""
    return HttpResponse(loader.get_template("500.html").render(), status=500)


@require_http_methods(["GET", "HEAD", "POST"])
def mistake(request: HttpRequest) -> HttpResponse:
    """Ask what is wrong on a page and keep the answer for the editors."""
    page = own_path(request.GET.get("page", "/"))
    form = MistakeForm(request.POST or None)
    status = 200
    if request.method == "POST" and form.is_valid():
        if form.is_trapped or may_report(request):
            if not form.is_trapped:
                report_mistake(page=page, **_answers(form), language=get_language() or "", now=timezone.now())
            return redirect(f"{reverse('home:mistake-thanks')}?{urlencode({'page': page})}")
        form.add_error(None, _("Too many reports came from your connection. Please try again in an hour."))
        status = 429
    elif request.method == "POST":
        status = 422
    return render(request, "home/mistake.html", {"form": form, "reported_page": page}, status=status)


@require_safe
def mistake_thanks(request: HttpRequest) -> HttpResponse:
    """Say thank you and lead back."""
    return render(request, "home/mistake_thanks.html", {"reported_page": own_path(request.GET.get("page", "/"))})


def _answers(form: MistakeForm) -> dict[str, str]:
    return {name: form.cleaned_data[name] for name in ("words", "email")}
