"""Whoever joins a cohort is enrolled in what the cohort learns."""

import logging
from datetime import datetime
from typing import Any

from django.db import transaction
from django.dispatch import receiver

from cohorts.models import Membership
from cohorts.signals import member_joined
from cohorts.subjects import courses_of

from .services.enrolment import CourseNotOffered, enrol

logger = logging.getLogger("saboq.learning")


@receiver(member_joined, dispatch_uid="learning.enrol_member")
def enrol_member(sender: object, membership: Membership, now: datetime, **kwargs: Any) -> None:
    """Enrol a new member in the cohort's course, or in every course of its programme, in their own language.

    A course whose page is not live keeps nobody from joining: the grid shows the member as not enrolled.
    """
    person = membership.person
    for course in courses_of(membership.cohort):
        try:
            with transaction.atomic():
                enrol(person=person, course_key=course.translation_key, language=person.preferred_language, now=now)
        except CourseNotOffered:
            logger.warning("cohort %s: course %s is not offered", membership.cohort.uuid, course.key)
