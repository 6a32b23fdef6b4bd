"""The holder's own certificates."""

from typing import cast

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.models import User

from . import papers_store
from .access import may_download
from .models import CertificateFile
from .selectors import certificates_of, waiting_for_name


@login_required
@require_safe
def certificates(request: HttpRequest) -> HttpResponse:
    """List the person's certificates and what still waits for a name."""
    person = cast(User, request.user)
    context = {
        "certificates": certificates_of(person, day=timezone.localdate()),
        "waiting": waiting_for_name(person),
    }
    return render(request, "certificates/list.html", context)


@login_required
@require_safe
def download(request: HttpRequest, code: str, language: str) -> FileResponse:
    """Hand a paper to its holder; for anybody else it does not exist."""
    file = get_object_or_404(
        CertificateFile.objects.select_related("certificate__series"), certificate__code=code, language=language
    )
    if not may_download(request.user, file.certificate):
        raise Http404
    try:
        content = papers_store.file_of(file.path).open("rb")
    except FileNotFoundError as missing:
        raise Http404 from missing
    series, number = file.certificate.series.prefix, file.certificate.number
    response = FileResponse(content, content_type="application/pdf", filename=f"{series}-{number:06d}-{language}.pdf")
    response.headers["Cache-Control"] = "private, no-store"
    return response
