"""Verbs of trainers: allow somebody, or a whole group, more than a quiz's rules give; take it back.

Every act is logged with its reason, told to whom it concerns, and safe when its form is sent twice.
"""

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.services import log_act
from cohorts import access
from cohorts.models import Cohort, Membership
from learning import tasks
from learning.domain.allowances import NOTHING_MORE, Allowance, unlocking
from learning.messages import tell_allowance
from learning.models import Attempt, Enrolment, QuizAllowance
from learning.selectors_allowances import allowance_for, quizzes_of
from quizzes.models import QuizPage

from .more_time import extend_attempt
from .progress import refresh_summary

#: More than anybody needs; a slip of the finger is not stored.
MOST_MINUTES, MOST_ATTEMPTS = 600, 20


def give_allowance(
    *,
    actor: User,
    cohort: Cohort,
    member: Membership | None,
    quiz_key: UUID,
    gives: Allowance,
    reason: str,
    request_key: UUID,
    now: datetime,
) -> QuizAllowance:
    """Allow a member of a group (None = the whole group) more. The same `request_key` gives once.

    A running attempt gets the longer time at once.

    Raises:
        PermissionDenied: if the actor may not change the group.
        ValidationError: if nothing is given, too much, no reason, or the quiz or member is not of this group.
    """
    _check(actor, cohort, member, quiz_key, gives, reason)
    with transaction.atomic():
        row, made = QuizAllowance.objects.get_or_create(
            request_key=request_key,
            defaults={
                "quiz_key": quiz_key,
                "person": member.person if member else None,
                "cohort": None if member else cohort,
                "minutes": gives.minutes,
                "attempts": gives.attempts,
                "no_pause": gives.no_pause,
                "opens_at": gives.opens_at,
                "closes_at": gives.closes_at,
                "reason": reason.strip(),
                "author": actor,
                "at": now,
            },
        )
        if made:
            _log(row, cohort, actor, "learning.give_allowance", now)
            _follow(row, now)
    # After the commit: an attempt that begins in these moments looks again once it is there (`start_attempt`).
    _extend(row, now)
    return row


def unlock(
    *, actor: User, member: Membership, quiz_key: UUID, reason: str, request_key: UUID, now: datetime
) -> QuizAllowance:
    """Allow a member one attempt more than they have used, without a pause. See `give_allowance`."""
    existing = QuizAllowance.objects.filter(request_key=request_key).first()
    latest = Attempt.objects.filter(person=member.person_id, quiz_key=quiz_key).order_by("-pk").first()
    over = Attempt.objects.filter(quiz_key=quiz_key, enrolment=latest.enrolment_id) if latest else None
    used = over.exclude(state=Attempt.State.OPEN).count() if over is not None else 0
    source = QuizPage.objects.live().filter(translation_key=quiz_key, locale__language_code=settings.LANGUAGE_CODE)
    allowed = source.values_list("attempts_allowed", flat=True).first() or 0
    given = allowance_for(person=member.person_id, quiz_key=quiz_key)
    return give_allowance(
        actor=actor,
        cohort=member.cohort,
        member=member,
        quiz_key=quiz_key,
        gives=Allowance(attempts=existing.attempts, no_pause=True)
        if existing
        else unlocking(allowed=allowed, used=used, given=given),
        reason=reason,
        request_key=request_key,
        now=now,
    )


@transaction.atomic
def end_allowance(*, actor: User, cohort: Cohort, allowance: QuizAllowance, now: datetime) -> QuizAllowance:
    """Take an allowance back. Twice changes nothing; an attempt that is running keeps its time.

    Raises:
        PermissionDenied: if the actor may not change the group.
        ValidationError: if the allowance is not of this group or of one of its members.
    """
    if not access.may_change(actor, cohort):
        raise PermissionDenied
    locked = QuizAllowance.objects.select_for_update(of=("self",)).get(pk=allowance.pk)
    if not _is_of(locked, cohort):
        raise ValidationError(_("This was not given to the group or to somebody in it."))
    if locked.ended_at is None:
        locked.ended_at, locked.ended_by = now, actor
        locked.save(update_fields=["ended_at", "ended_by"])
        _log(locked, cohort, actor, "learning.end_allowance", now)
        _follow(locked, now)
    return locked


def refresh_after(*, person: User | int, quiz_key: UUID, now: datetime) -> None:
    """Make the summaries of whoever has tried a quiz anew: what was used up may be open again, or the other way."""
    tried = Enrolment.objects.filter(person=person, attempts__quiz_key=quiz_key)
    for enrolment in tried.exclude(state=Enrolment.State.COMPLETED).distinct().order_by("pk"):
        refresh_summary(enrolment=enrolment, now=now)


def _check(
    actor: User, cohort: Cohort, member: Membership | None, quiz_key: UUID, gives: Allowance, reason: str
) -> None:
    if not access.may_change(actor, cohort):
        raise PermissionDenied
    if member is not None and (member.cohort_id != cohort.pk or member.left_at is not None):
        raise ValidationError(_("This person is not in the group any more."))
    if quiz_key not in {quiz.key for quiz in quizzes_of(cohort, settings.LANGUAGE_CODE)}:
        raise ValidationError({"quiz": _("The courses of this group have no such quiz.")})
    if not reason.strip():
        raise ValidationError({"reason": _("Give a reason: the learner and the log will show it.")})
    if gives == NOTHING_MORE:
        raise ValidationError(_("Nothing is given yet: fill in minutes, attempts, a date, or let the pause go."))
    if not 0 <= gives.minutes <= MOST_MINUTES or not 0 <= gives.attempts <= MOST_ATTEMPTS:
        raise ValidationError(_("That is more than can be given."))
    if gives.opens_at and gives.closes_at and gives.opens_at >= gives.closes_at:
        raise ValidationError({"closes_at": _("The quiz would close before it opens.")})


def _is_of(row: QuizAllowance, cohort: Cohort) -> bool:
    if row.cohort_id is not None:
        return row.cohort_id == cohort.pk
    mine = Membership.objects.filter(cohort=cohort, person=row.person_id, left_at__isnull=True)
    return mine.exists() and row.quiz_key in {quiz.key for quiz in quizzes_of(cohort, settings.LANGUAGE_CODE)}


def _log(row: QuizAllowance, cohort: Cohort, actor: User, verb: str, now: datetime) -> None:
    log_act(
        actor=actor,
        verb=verb,
        target=f"cohort:{cohort.uuid}",
        subject=row.person,
        reason=row.reason,
        details={
            "quiz": str(row.quiz_key),
            "minutes": row.minutes,
            "attempts": row.attempts,
            "no_pause": row.no_pause,
            "opens_at": row.opens_at.isoformat() if row.opens_at else None,
            "closes_at": row.closes_at.isoformat() if row.closes_at else None,
        },
        now=now,
    )


def _follow(row: QuizAllowance, now: datetime) -> None:
    """Tell whom it concerns and keep their summaries: one person at once, a group by a worker."""
    if row.person is None:
        tasks.follow_allowance.enqueue(row.pk)
        return
    refresh_after(person=row.person, quiz_key=row.quiz_key, now=now)
    tell_allowance(row, row.person, now=now)


def _extend(row: QuizAllowance, now: datetime) -> None:
    open_ones = Attempt.objects.filter(quiz_key=row.quiz_key, state=Attempt.State.OPEN, closes_at__gt=now)
    if row.person_id is not None:
        open_ones = open_ones.filter(person=row.person_id)
    else:
        members = Membership.objects.filter(cohort=row.cohort_id, left_at__isnull=True).values("person")
        open_ones = open_ones.filter(person__in=members)
    for attempt in open_ones.order_by("pk"):
        extend_attempt(attempt=attempt, now=now)
