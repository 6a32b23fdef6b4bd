"""The learner's desk and the transcript of hours."""

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from accounts.requests import SignedInRequest
from learning.transcript import transcript

from .desk import desk_of
from .paper import render_transcript


@login_required
@require_GET
def home(request: SignedInRequest) -> HttpResponse:
    """Show the desk."""
    return render(request, "dashboard/home.html", {"desk": desk_of(request.user, _language())})


@login_required
@require_GET
def transcript_page(request: SignedInRequest) -> HttpResponse:
    """Show the transcript of hours."""
    return render(
        request, "dashboard/transcript.html", {"transcript": transcript(person=request.user, language=_language())}
    )


@login_required
@require_GET
def transcript_file(request: SignedInRequest) -> HttpResponse:
    """Return the transcript as a PDF, made as it stands today; it is a statement, not a certificate."""
    content = render_transcript(person=request.user, language=_language(), day=timezone.localdate())
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = 'attachment; filename="saboq-transcript.pdf"'
    return answer


def _language() -> str:
    return get_language() or settings.LANGUAGE_CODE
