"""Questions about allowances: what holds for a person, what a group was given, between which dates a quiz is open."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db.models import Q, QuerySet

from accounts.models import User
from cohorts.models import Cohort, Membership
from cohorts.subjects import courses_of
from courses.selectors import outline
from learning.domain.allowances import Allowance, Window, most_generous, window
from learning.models import QuizAllowance
from quizzes.models import QuizPage


@dataclass(frozen=True)
class QuizChoice:
    """A quiz of a group's courses, titled in the asked language; `language` is what the title is really in."""

    key: UUID
    title: str
    language: str


def in_force(*, person: User | int, quiz_keys: Collection[UUID | str]) -> QuerySet[QuizAllowance]:
    """Return what a person holds for quizzes now: given to them, or to a group that they are in."""
    who = person.pk if isinstance(person, User) else person
    groups = Membership.objects.filter(person=who, left_at__isnull=True).values("cohort")
    mine = Q(person=who) | Q(cohort__in=groups)
    return QuizAllowance.objects.filter(mine, quiz_key__in=quiz_keys, ended_at__isnull=True).order_by("at", "pk")


def allowance_of(rows: Iterable[QuizAllowance]) -> Allowance:
    """Return what several allowances come to: the most generous of each."""
    return most_generous(
        Allowance(row.minutes, row.attempts, row.no_pause, row.opens_at, row.closes_at) for row in rows
    )


def allowance_for(*, person: User | int, quiz_key: UUID) -> Allowance:
    """Return what holds for a person at a quiz now. One query."""
    return allowance_of(in_force(person=person, quiz_keys=[quiz_key]))


def extra_attempts(*, person: User | int, quiz_keys: Collection[str]) -> dict[str, int]:
    """Return the attempts that a person may use beyond a quiz's own, by quiz key. One query."""
    found: dict[str, int] = {}
    for row in in_force(person=person, quiz_keys=quiz_keys):
        key = str(row.quiz_key)
        found[key] = max(row.attempts, found.get(key, 0))
    return found


def window_of(page: QuizPage, allowance: Allowance) -> Window:
    """Return when somebody with this allowance may sit the quiz of a source page."""
    return window(page.opens_at, page.closes_at, allowance)


def live_window(*, quiz_key: UUID, allowance: Allowance) -> Window | None:
    """Return when a quiz may be sat as its live source page says now; None when it is not live. One query."""
    pages = QuizPage.objects.live().filter(translation_key=quiz_key, locale__language_code=settings.LANGUAGE_CODE)
    dates: tuple[datetime | None, datetime | None] | None = pages.values_list("opens_at", "closes_at").first()
    return None if dates is None else window(*dates, allowance)


def quizzes_of(cohort: Cohort, language: str) -> list[QuizChoice]:
    """Return the quizzes of a group's courses as they are on offer, in their order."""
    outlines = [outline(course_key=course.translation_key, language=language) for course in courses_of(cohort)]
    return [
        QuizChoice(UUID(step.key), step.title, step.language)
        for found in outlines
        if found is not None
        for step in found.activities
        if step.kind == "quiz"
    ]


def given_to_group(cohort: Cohort) -> QuerySet[QuizAllowance]:
    """Return what a whole group was given, taken back or not, newest first."""
    return QuizAllowance.objects.filter(cohort=cohort).select_related("author").order_by("-at", "-pk")


def given_to_member(membership: Membership, quiz_keys: Collection[UUID]) -> QuerySet[QuizAllowance]:
    """Return what a member was given for these quizzes, taken back or not, newest first."""
    rows = QuizAllowance.objects.filter(person=membership.person_id, quiz_key__in=quiz_keys)
    return rows.select_related("author").order_by("-at", "-pk")
