"""What this app tells people; only `notices` sends."""

from datetime import datetime

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from accounts.models import User
from learning.allowance_words import gives
from learning.models import QuizAllowance
from notices.services import notify
from quizzes.models import QuizPage


def tell_allowance(allowance: QuizAllowance, person: User, *, now: datetime) -> None:
    """Tell a person once, in their own language, what they were given, and once when it is taken back."""
    language = person.preferred_language or settings.LANGUAGE_CODE
    taken_back = allowance.ended_at is not None
    with translation.override(language):
        title = _title(allowance, language)
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


def _title(allowance: QuizAllowance, language: str) -> str:
    wanted = {language, settings.LANGUAGE_CODE}
    pages = QuizPage.objects.filter(translation_key=allowance.quiz_key, locale__language_code__in=wanted)
    titles = dict(pages.values_list("locale__language_code", "title"))
    return titles.get(language) or titles.get(settings.LANGUAGE_CODE) or "–"
