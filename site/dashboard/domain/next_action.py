"""The one thing a learner should do next. Pure: the desk is given, the choice is a rule."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What is to be done; a template finds the words."""

    RETURN_TO_QUIZ = "return_to_quiz"
    CONFIRM_NAME = "confirm_name"
    TAKE_STEP = "take_step"
    SEE_COURSE = "see_course"
    CHOOSE_COURSE = "choose_course"
    CHOOSE_ANOTHER = "choose_another"


@dataclass(frozen=True)
class CourseOnDesk:
    """A course in progress.

    Attributes:
        title, language: and the language it is really in.
        url: the learner's own page of it.
        done, total: numbers of steps.
        step_title, step_language, step_url: the step to take now; "" when there is none.
        is_offered: whether its page still stands.
    """

    title: str
    language: str
    url: str
    done: int
    total: int
    step_title: str
    step_language: str
    step_url: str
    is_offered: bool


@dataclass(frozen=True)
class NextAction:
    """What to do next, with the words it needs.

    Attributes:
        kind: one of `Kind`.
        title: of the quiz, the step or the course ("" where none is named).
        course: title of the course that a step belongs to.
        language: the language that `title` is really in.
        url: where it is done.
    """

    kind: Kind
    title: str
    course: str
    language: str
    url: str


def choose(
    *,
    courses: Sequence[CourseOnDesk],
    sitting: tuple[str, str] | None,
    name_waits: bool,
    certificates_url: str,
    catalogue_url: str,
    has_past: bool,
) -> NextAction:
    """Return the next thing to do: a quiz under way, a certificate that waits, the next step, else a course to choose.

    Args:
        courses: in progress, the last used first.
        sitting: (title, url) of a quiz that is open.
        name_waits: a certificate waits for its holder to confirm the printed name.
        has_past: courses were completed or left before.
    """
    if sitting is not None:
        title, url = sitting
        return NextAction(Kind.RETURN_TO_QUIZ, title, "", "", url)
    if name_waits:
        return NextAction(Kind.CONFIRM_NAME, "", "", "", certificates_url)
    for course in courses:
        if course.step_url:
            return NextAction(Kind.TAKE_STEP, course.step_title, course.title, course.step_language, course.step_url)
    for course in courses:
        if course.is_offered:
            return NextAction(Kind.SEE_COURSE, course.title, "", course.language, course.url)
    return NextAction(Kind.CHOOSE_ANOTHER if has_past else Kind.CHOOSE_COURSE, "", "", "", catalogue_url)
