"""Courses hold nobody's data; teachers are named in public by their own employer."""

from core.privacy import register_impersonal

from .models import (
    Course,
    CourseIndexPage,
    CoursePage,
    CourseTag,
    CourseText,
    CourseVersion,
    LessonPage,
    ModulePage,
    Programme,
    ProgrammePage,
    ProgrammeText,
    ProgrammeVersion,
)

register_impersonal(
    Course,
    CourseIndexPage,
    CoursePage,
    CourseTag,
    CourseText,
    CourseVersion,
    LessonPage,
    ModulePage,
    Programme,
    ProgrammePage,
    ProgrammeText,
    ProgrammeVersion,
)
