"""Pages of editors on which questions come in from a file and go out into one."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Page

from quizzes.models import QuestionBankPage, QuizPage

from .exporting import exchanged_of
from .formats import FORMATS
from .forms import AlternativesForm, UploadForm
from .importing import TooMany, add_questions, keep_upload, upload_of
from .proposing import labels, propose
from .report import address_of, previews, shown_lines, totals


def editable(request: HttpRequest, page_id: int) -> Any:
    """Return a quiz or bank that the person may edit.

    Raises:
        Http404: for any other page.
    """
    page = get_object_or_404(Page, pk=page_id).specific
    if not isinstance(page, QuizPage | QuestionBankPage) or not page.permissions_for_user(request.user).can_edit():
        raise Http404
    return page


def _receiving(request: HttpRequest, page_id: int) -> Any:
    """Return a page that takes questions in: the source page, for structure is read from no other."""
    page = editable(request, page_id)
    if not page.is_source:
        raise Http404
    return page


@require_http_methods(["GET", "HEAD", "POST"])
def import_questions(request: HttpRequest, page_id: int) -> HttpResponse:
    """Ask for a file, and lead to its report. Nothing is added to the page."""
    page = _receiving(request, page_id)
    draft = page.get_latest_revision_as_object()
    form = UploadForm(*((request.POST, request.FILES) if request.method == "POST" else ()), page=draft)
    if request.method == "POST" and form.is_valid():
        upload = keep_upload(
            person=request.user,
            page=page,
            format_=form.format_key,
            name=form.cleaned_data["file"].name,
            content=form.content,
            now=timezone.now(),
        )
        return redirect("quiz_import_report", page_id=page.pk, upload_id=upload.pk)
    context = {"page": page, "form": form, "locked": _is_locked(request, page)}
    return render(request, "quizzes/exchange/import.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def import_report(request: HttpRequest, page_id: int, upload_id: UUID) -> HttpResponse:
    """Show what a file would add; a POST adds it to a new draft."""
    page = _receiving(request, page_id)
    upload = upload_of(person=request.user, page=page, key=upload_id)
    if upload is None:
        raise Http404
    proposal = propose(page.get_latest_revision_as_object(), bytes(upload.content), upload.format)
    form = AlternativesForm(request.POST if request.method == "POST" else None, names=proposal.nameless)
    locked, error = _is_locked(request, page), ""
    if request.method == "POST" and not locked and (form.is_valid() or not proposal.nameless):
        try:
            added = add_questions(
                upload=upload,
                page=page,
                person=request.user,
                alternatives=form.alternatives if proposal.nameless else {},
            )
        except TooMany as fault:
            error = _("The page may hold %(most)d questions at most. Import fewer of them.") % {"most": fault.most}
        else:
            messages.success(request, _told(added))
            return redirect("wagtailadmin_pages:edit", page.pk)
    questions = previews(proposal, page.locale.language_code)
    context = {
        "page": page,
        "upload": upload,
        "format": FORMATS[upload.format].title,
        "form": form,
        "lines": shown_lines(proposal.lines, questions),
        "totals": totals(proposal.lines),
        "adding": len(proposal.questions),
        "pictures": _numbered(proposal),
        "locked": locked,
        "error": error,
    }
    return render(request, "quizzes/exchange/report.html", context, status=422 if form.errors or error else 200)


@require_safe
def export_questions(request: HttpRequest, page_id: int) -> HttpResponse:
    """Show, for each format, what can go into it and what cannot."""
    page = editable(request, page_id)
    questions = exchanged_of(page.get_latest_revision_as_object())
    offers = []
    for found in FORMATS.values():
        lines = found.write(questions).lines
        told = [line for line in shown_lines(lines) if line.reasons]
        offers.append({"format": found, "totals": totals(lines), "lines": told})
    return render(request, "quizzes/exchange/export.html", {"page": page, "offers": offers, "count": len(questions)})


@require_safe
def export_file(request: HttpRequest, page_id: int, format_key: str) -> HttpResponse:
    """Send the questions as a file."""
    page = editable(request, page_id)
    if format_key not in FORMATS:
        raise Http404
    found = FORMATS[format_key]
    language = page.locale.language_code
    more = {"language": language, "labels": labels(language)} if format_key == "qti" else {}
    content = found.write(exchanged_of(page.get_latest_revision_as_object()), **more).content
    answer = HttpResponse(content, content_type=found.media_type)
    answer["Content-Disposition"] = f'attachment; filename="{page.slug}.{language}.{found.suffix}"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def _is_locked(request: HttpRequest, page: Any) -> bool:
    return bool(page.permissions_for_user(request.user).page_locked())


def _told(added: int) -> str:
    if not added:
        return _("The questions of this file are on the page already; nothing was added.")
    return ngettext(
        "%(count)d question was added to the draft. Nothing is published.",
        "%(count)d questions were added to the draft. Nothing is published.",
        added,
    ) % {"count": added}


def _numbered(proposal: Any) -> list[dict[str, Any]]:
    """Return the images without an alternative text, with the numbers that the form gives them."""
    return [
        {"number": number, "address": address_of(proposal.pictures[name])}
        for number, name in enumerate(proposal.nameless, start=1)
    ]
