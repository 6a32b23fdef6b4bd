"""What learning does when lower apps tell it something. Runs inside the transaction of the act."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.dispatch import receiver
from django.utils import timezone

from cohorts.signals import member_joined
from courses.services import CourseNotOffered
from courses.signals import course_changed
from guidelines.models import Acknowledgement
from guidelines.signals import acknowledged
from learning import tasks
from learning.services.enrolment import enrol
from learning.services.steps import complete_open_acknowledgements


@receiver(acknowledged, dispatch_uid="learning.acknowledged")
def complete_acknowledgement_steps(sender: Any, acknowledgement: Acknowledgement, **kwargs: Any) -> None:
    """Complete the open steps that this acknowledgement answers, wherever it was given."""
    complete_open_acknowledgements(acknowledgement=acknowledgement, now=timezone.now())


@receiver(member_joined, dispatch_uid="learning.member_joined")
def enrol_new_member(sender: Any, membership: Any, now: Any, **kwargs: Any) -> None:
    """Enrol somebody who joined a cohort in its courses; a course that is not offered is passed over."""
    from cohorts.subjects import courses_of

    language = membership.person.preferred_language or settings.LANGUAGE_CODE
    for course in courses_of(membership.cohort):
        try:
            enrol(person=membership.person, course_key=course.translation_key, language=language, now=now)
        except CourseNotOffered:
            continue


@receiver(course_changed, dispatch_uid="learning.course_changed")
def order_new_summaries(sender: Any, course_key: UUID, **kwargs: Any) -> None:
    """Have the summaries of a course made anew when its editors changed it."""
    tasks.order_refresh(course_key)
