"""What the start page of a quiz says: its rules, and where the person stands."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.utils.safestring import mark_safe

from accounts.models import User
from learning.domain.attempt_rules import Standing
from learning.models import Attempt, Enrolment
from quizzes.models import QuizPage
from quizzes.richtext import frozen_html
from quizzes.rules import QuizRules, rules_of
from quizzes.services import live_pages

from . import selectors_attempts as selectors
from .attempt_shown import Words
from .selectors import enrolment_at


@dataclass(frozen=True)
class StartPage:
    """The start page of a quiz as it stands live.

    Attributes:
        quiz_page: the source page.
        enrolment: None when the person has never enrolled in the course.
        course_url: public address of the course page in the reader's language.
        locked: earlier steps of the course come first, or the course was left.
        past: earlier sittings, newest first.
    """

    quiz_page: QuizPage
    title: Words
    intro: Words
    rules: QuizRules
    enrolment: Enrolment | None
    course_title: str
    course_url: str
    standing: Standing | None
    open_attempt: Attempt | None
    locked: bool
    past: tuple[selectors.AttemptLine, ...]


def start_page(*, person: User, quiz_key: UUID, language: str, now: datetime) -> StartPage | None:
    """Return the start page of a quiz, or None if it is not live in the source language or stands in no course."""
    pages = live_pages(quiz_key)
    source = pages.get(settings.LANGUAGE_CODE)
    course = selectors.course_page_of(source) if source else None
    if source is None or course is None:
        return None
    shown = pages.get(language, source)
    lang = "" if shown.locale.language_code == language else shown.locale.language_code
    course_here = course.get_translation_or_none(shown.locale) or course
    enrolment = enrolment_at(person, source)
    standing = open_attempt = None
    past: tuple[selectors.AttemptLine, ...] = ()
    locked = False
    if enrolment is not None:
        standing = selectors.standing_of(
            enrolment=enrolment,
            quiz_key=quiz_key,
            allowed=source.attempts_allowed,
            pause_hours=source.pause_hours,
            now=now,
        )
        mine = selectors.attempts_of(person).filter(quiz_key=quiz_key)
        open_attempt = selectors.open_attempt(enrolment=enrolment, quiz_key=quiz_key)
        past = tuple(selectors.lines_of(mine.exclude(state=Attempt.State.OPEN)[:20], language))
        locked = (
            enrolment.state == Enrolment.State.LEFT
            or selectors.step_state(enrolment=enrolment, quiz_key=quiz_key) == "locked"
        )
    return StartPage(
        quiz_page=source,
        title=Words(shown.title, lang),
        intro=Words(mark_safe(frozen_html(shown.intro)), lang),  # cleaned just now
        rules=rules_of(source),
        enrolment=enrolment,
        course_title=course_here.title,
        course_url=course_here.get_url() or "/",
        standing=standing,
        open_attempt=open_attempt,
        locked=locked,
        past=past,
    )
