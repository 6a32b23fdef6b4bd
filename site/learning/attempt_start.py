"""What the start page of a quiz says: its rules, and where the person stands."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.utils.safestring import mark_safe

from accounts.models import User
from courses.selectors import shown_outline
from learning.access import may_learn
from learning.domain.allowances import Window
from learning.domain.attempt_frozen import read_limits
from learning.domain.attempt_rules import Phase, Standing, ends_at, phase
from learning.models import Attempt, Enrolment
from quizzes.models import QuizPage
from quizzes.reading.pages import rules_of_page
from quizzes.richtext import frozen_html
from quizzes.rules import QuizRules, rules_of
from quizzes.services import live_pages
from quizzes.showing import Words

from . import selectors_attempts as selectors
from .allowance_words import gives
from .selectors import enrolment_at
from .selectors_allowances import allowance_of, in_force, window_of


@dataclass(frozen=True)
class Held:
    """An allowance in words: what it gives, line by line, and why."""

    lines: list[str]
    reason: str


@dataclass(frozen=True)
class StartPage:
    """The start page of a quiz as it stands live.

    Attributes:
        quiz_page: the source page.
        enrolment: None when the person has never enrolled in the course.
        course_url: public address of the course page in the reader's language.
        standing: where the person stands, with what they are allowed beyond the rules.
        within: when the quiz is open to this person.
        held: what the person, or a group of theirs, was given beyond the rules, and why.
        ends_if_begun: when answering would end for an attempt begun now; None = never, or none may begin.
        open_phase: where the open attempt stands in time; None when there is none.
        locked: earlier steps of the course come first, or the course was left.
        past: sittings of this enrolment that are over, newest first.
    """

    quiz_page: QuizPage
    title: Words
    intro: Words
    rules: QuizRules
    enrolment: Enrolment | None
    course_title: str
    course_url: str
    standing: Standing | None
    within: Window
    held: tuple[Held, ...]
    ends_if_begun: datetime | None
    open_attempt: Attempt | None
    open_phase: Phase | None
    locked: bool
    past: tuple[selectors.AttemptLine, ...]

    @property
    def waiting(self) -> int:
        """How many answers of past sittings wait for a trainer's mark."""
        return sum(line.waiting for line in self.past)


def start_page(*, person: User, quiz_key: UUID, language: str, now: datetime) -> StartPage | None:
    """Return the start page of a quiz, or None if it is not live in the source language or stands in no course."""
    pages = live_pages(quiz_key)
    source = pages.get(settings.LANGUAGE_CODE)
    if source is None:
        return None
    enrolment = enrolment_at(person, source)
    course_key = enrolment.course.translation_key if enrolment else selectors.course_key_of(source)
    outline = shown_outline(course_key=course_key, language=language) if course_key else None
    if outline is None:
        return None
    shown = pages.get(language, source)
    lang = "" if shown.locale.language_code == language else shown.locale.language_code
    page = StartPage(
        quiz_page=source,
        title=Words(shown.title, lang),
        intro=Words(mark_safe(frozen_html(shown.intro)), lang),  # cleaned just now
        rules=rules_of(source),
        enrolment=enrolment,
        course_title=outline.title,
        course_url=outline.url or "/",
        standing=None,
        within=Window(None, None),
        held=(),
        ends_if_begun=None,
        open_attempt=None,
        open_phase=None,
        locked=True,
        past=(),
    )
    return _with_person(page, enrolment, language, now) if enrolment else page


def _with_person(page: StartPage, enrolment: Enrolment, language: str, now: datetime) -> StartPage:
    """Return the page with what the person has done so far. Four queries, whatever the number of attempts."""
    source = page.quiz_page
    attempts = selectors.attempts_at(enrolment=enrolment, quiz_key=source.translation_key)
    scores = selectors.counting_scores(enrolment=enrolment, quiz_key=source.translation_key)
    given = tuple(in_force(person=enrolment.person_id, quiz_keys=[source.translation_key]))
    allowance = allowance_of(given)
    within = window_of(source, allowance)
    past = [attempt for attempt in attempts if attempt.state != Attempt.State.OPEN]
    running = next((attempt for attempt in attempts if attempt.state == Attempt.State.OPEN), None)
    rules = rules_of_page(source)
    standing = selectors.standing_from(attempts, scores, rules=rules, now=now, allowance=allowance, within=within)
    ends = ends_at(rules, started_at=now, extra_minutes=allowance.minutes, closes_at=within.closes_at)
    return replace(
        page,
        standing=standing,
        ends_if_begun=ends if standing.may_start else None,
        within=within,
        held=tuple(Held(gives(row), row.reason) for row in given),
        open_attempt=running,
        open_phase=phase(read_limits(running.limits).rules, ends=running.closes_at, now=now) if running else None,
        locked=not may_learn(enrolment) or selectors.known_state(enrolment, source.translation_key) == "locked",
        past=tuple(selectors.lines_of(past, language, scores=scores)),
    )
