from .pages import CourseIndexPage, CoursePage, CourseTag, LessonPage, ModulePage, ProgrammePage
from .records import Course, CourseText, CourseVersion, Programme, ProgrammeText, ProgrammeVersion

__all__ = [
    "Course",
    "CourseIndexPage",
    "CoursePage",
    "CourseTag",
    "CourseText",
    "CourseVersion",
    "LessonPage",
    "ModulePage",
    "Programme",
    "ProgrammePage",
    "ProgrammeText",
    "ProgrammeVersion",
]
