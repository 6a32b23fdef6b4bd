"""What this app tells people; only `notices` sends."""

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.models import User
from learning.allowance_words import gives
from learning.models import Attempt, QuizAllowance, Score
from notices.services import notify
from quizzes.models import QuizPage


def tell_allowance(allowance: QuizAllowance, person: User, *, now: datetime) -> None:
    """Tell a person once, in their own language, what they were given, and once when it is taken back."""
    language = person.preferred_language or settings.LANGUAGE_CODE
    taken_back = allowance.ended_at is not None
    with translation.override(language):
        title = _title(allowance.quiz_key, language)
        subject = _("Taken back: “%(quiz)s”") if taken_back else _("More for you at the quiz “%(quiz)s”")
        facts = {"title": title, "gives": gives(allowance), "reason": allowance.reason, "taken_back": taken_back}
        notify(
            person=person,
            kind="learning.allowance_ended" if taken_back else "learning.allowance",
            subject_key=f"allowance:{allowance.pk}",
            language=language,
            subject=subject % {"quiz": title},
            body=render_to_string("learning/mail/allowance.txt", facts),
            url=reverse("learning:quiz", args=[allowance.quiz_key]),
            now=now,
        )


def tell_marked(attempt: Attempt, score: Score, *, now: datetime) -> None:
    """Tell a learner, in their own language, that nothing of an attempt waits for a trainer any more; once a score."""
    person = attempt.person
    language = person.preferred_language or settings.LANGUAGE_CODE
    with translation.override(language):
        title = _title(attempt.quiz_key, language)
        notify(
            person=person,
            kind="learning.marked",
            subject_key=f"score:{score.pk}",
            language=language,
            subject=_("Your trainer has marked “%(quiz)s”") % {"quiz": title},
            body=render_to_string("learning/mail/marked.txt", {"title": title, "passed": score.passed}),
            url=reverse("learning:attempt-result", args=[attempt.uuid]),
            now=now,
        )


def tell_corrected(attempt: Attempt, score: Score, *, now: datetime) -> None:
    """Tell a learner, in their own language, that a wrong key was corrected and their result is another; once a score.

    No figures: what may be shown of a result, the page of the attempt knows.
    """
    person = attempt.person
    language = person.preferred_language or settings.LANGUAGE_CODE
    with translation.override(language):
        title = _title(attempt.quiz_key, language)
        day = date_format(timezone.localtime(attempt.submitted_at or score.at), "DATE_FORMAT")
        facts = {"title": title, "day": day, "passed": score.passed, "reason": score.reason}
        notify(
            person=person,
            kind="learning.corrected",
            subject_key=f"score:{score.pk}",
            language=language,
            subject=_("Your result in “%(quiz)s” has changed") % {"quiz": title},
            body=render_to_string("learning/mail/corrected.txt", facts),
            url=reverse("learning:attempt-result", args=[attempt.uuid]),
            now=now,
        )


def _title(quiz_key: UUID, language: str) -> str:
    wanted = {language, settings.LANGUAGE_CODE}
    pages = QuizPage.objects.filter(translation_key=quiz_key, locale__language_code__in=wanted)
    titles = dict(pages.values_list("locale__language_code", "title"))
    return titles.get(language) or titles.get(settings.LANGUAGE_CODE) or "–"
