"""Courses that were relied on."""

from datetime import datetime

from courses.models import CoursePage, CourseVersion
from courses.services import freeze_course


def make_version(course: CoursePage, now: datetime) -> CourseVersion:
    """Return the frozen version of a course as it stands."""
    return freeze_course(course_key=course.translation_key, now=now)
