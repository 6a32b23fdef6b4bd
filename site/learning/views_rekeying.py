"""The form of those who publish a quiz for correcting a wrong key: what differs, what would change, then the act."""

from typing import Any, cast

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.models import User
from quizzes.models import QuizPage
from quizzes.services import QuizNotReady

from .rekeying_shown import candidates, effect
from .selectors_rekeying import TooManySittings, differing_questions, live_spec, preview, under_way
from .services.rekeying import LONGEST_REASON, Corrected, PreviewOutOfDate, correct_key


class ReasonForm(forms.Form):
    """Why a key is corrected."""

    reason = forms.CharField(
        label=gettext_lazy("What was wrong"),
        help_text=gettext_lazy("Learners whose result changes read this; it is kept with every score."),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def correct_quiz_key(request: HttpRequest, page_id: int) -> HttpResponse:
    """Show the questions that differ from what was sat and, for those chosen, what would change; a POST acts."""
    page = get_object_or_404(QuizPage, pk=page_id)
    if not page.source().permissions_for_user(request.user).can_publish():
        raise Http404
    sent = request.method == "POST"
    form = ReasonForm(request.POST if sent else None)
    chosen = (request.POST if sent else request.GET).getlist("question")
    error = ""
    if sent and form.is_valid():
        try:
            done = correct_key(
                page=page,
                questions=chosen,
                seen=request.POST.get("seen", ""),
                reason=form.cleaned_data["reason"],
                author=cast(User, request.user),
                now=timezone.now(),
            )
        except PreviewOutOfDate:
            error = _("This is not what would happen any more; nothing was stored. Look at it again.")
        except (QuizNotReady, TooManySittings):
            pass  # shown below, as on any visit
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, _told(done))
            return redirect("quiz_correct_key", page_id=page.pk)
    try:
        context = _facts(page, chosen)
    except QuizNotReady:
        context = {"obstacle": _("Publish the corrected quiz first: what stands live is compared with what was sat.")}
    except TooManySittings:
        context = {"obstacle": _("More people have sat this quiz than one correction can judge anew.")}
    if sent and not context.get("effect") and not form.errors:
        error = _("Nothing was stored: these keys are corrected already, or the quiz has changed.")
    context |= {"page": page, "form": form, "error": error, "here": reverse("quiz_correct_key", args=[page.pk])}
    return render(request, "learning/correct_key.html", context, status=422 if sent else 200)


def _facts(page: QuizPage, chosen: list[str]) -> dict[str, Any]:
    key = page.translation_key
    now = live_spec(key)
    found = differing_questions(quiz_key=key, now=now)
    shown = preview(quiz_key=key, questions=chosen, now=now)
    language = str(get_language())
    return {
        "candidates": candidates(page, found, chosen=shown.questions, lost=shown.lost, language=language),
        "effect": effect(shown) if shown.lines and not shown.lost else None,
        "chosen": shown.questions,
        "lost": shown.lost,
        "seen": shown.fingerprint,
        "under_way": under_way(quiz_key=key, now=now),
    }


def _told(done: Corrected) -> str:
    facts = {"judged": done.judged, "changed": done.changed}
    if done.waiting:
        return (
            _("Attempts being judged anew: %(judged)d; results that change: %(changed)d. It takes some minutes.")
            % facts
        )
    return _("Attempts judged anew: %(judged)d; results that have changed: %(changed)d.") % facts
