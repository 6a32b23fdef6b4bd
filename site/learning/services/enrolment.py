"""Verbs of taking a course: enrol, leave, take it up again. Each is safe when sent twice."""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from accounts.models import User
from courses.services import CourseNotOffered, freeze_course
from learning.models import Enrolment
from learning.signals import enrolled

from .progress import refresh_summary

__all__ = ["CourseNotOffered", "enrol", "leave", "resume"]


@transaction.atomic
def enrol(*, person: User, course_key: UUID | str, language: str, now: datetime, anew: bool = False) -> Enrolment:
    """Return the person's enrolment in a course, begun now if there was none; one that was left is taken up again.

    Args:
        course_key: translation_key of the course page.
        language: in which the person begins; every language counts as the same course.
        anew: begin once more although the course was completed before. Without it a completed enrolment is returned.

    Raises:
        CourseNotOffered: if there is nothing to return and the course has no live source page.
    """
    before = _latest(person, course_key)
    if before is not None and not (anew and before.state == Enrolment.State.COMPLETED):
        return resume(enrolment=before, now=now)
    version = freeze_course(course_key=course_key, now=now)
    try:
        with transaction.atomic():
            enrolment = Enrolment.objects.create(
                person=person, course=version.course, version=version, started_at=now, last_seen_at=now
            )
    except IntegrityError:
        # The other tab was faster; its row is the one.
        existing = _latest(person, course_key)
        if existing is None:
            raise
        return existing
    refresh_summary(enrolment=enrolment, now=now)
    enrolled.send(sender=Enrolment, enrolment=enrolment, now=now)
    return enrolment


@transaction.atomic
def leave(*, enrolment: Enrolment, now: datetime) -> Enrolment:
    """Leave a course. Nothing done is lost; a completed course cannot be left, and leaving twice changes nothing."""
    locked = Enrolment.objects.select_for_update(of=("self",)).get(pk=enrolment.pk)
    if locked.state == Enrolment.State.ACTIVE:
        locked.state, locked.left_at = Enrolment.State.LEFT, now
        locked.save(update_fields=["state", "left_at"])
    return locked


@transaction.atomic
def resume(*, enrolment: Enrolment, now: datetime) -> Enrolment:
    """Take a course up again where it was left; an enrolment that was not left stays as it is."""
    locked = Enrolment.objects.select_for_update(of=("self",)).select_related("course", "version").get(pk=enrolment.pk)
    if locked.state == Enrolment.State.LEFT:
        locked.state, locked.left_at, locked.last_seen_at = Enrolment.State.ACTIVE, None, now
        locked.save(update_fields=["state", "left_at", "last_seen_at"])
        refresh_summary(enrolment=locked, now=now)
    return locked


def _latest(person: User, course_key: UUID | str) -> Enrolment | None:
    return Enrolment.objects.filter(person=person, course__translation_key=course_key).order_by("-pk").first()
