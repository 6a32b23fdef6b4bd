"""Learners at work: enrolled, confirming lessons, sitting quizzes, through the services that views call."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from accounts.models import User
from courses.models import CoursePage
from learning.models import Attempt, Enrolment, Score
from learning.services.attempts import save_answers, start_attempt, submit
from learning.services.enrolment import enrol
from learning.services.steps import confirm_lesson
from quizzes.models import QuizPage
from tests.factories.pages import step
from tests.factories.people import make_person
from tests.factories.quiz_data import block_id

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=ZoneInfo("Asia/Tashkent"))


def make_enrolment(
    course: CoursePage, person: User | None = None, language: str = "uz", now: datetime = NOW
) -> Enrolment:
    """Return the enrolment of a person (a new one by default) in a course."""
    return enrol(person=person or make_person(), course_key=course.translation_key, language=language, now=now)


def read_lessons(enrolment: Enrolment, *slugs: str, language: str = "uz", now: datetime = NOW) -> None:
    """Confirm lessons by slug, in the given order."""
    course = CoursePage.objects.get(translation_key=enrolment.course.translation_key, locale__language_code="uz")
    for slug in slugs:
        key = step(course, slug).translation_key
        confirm_lesson(enrolment=enrolment, activity_key=key, language=language, now=now)


def right_answers(quiz: str = "quiz") -> dict[str, list[str]]:
    """Return the fully right answers to `quiz_data.small_quiz`."""
    return {
        block_id(quiz, "q1"): [block_id(quiz, "q1", "a")],
        block_id(quiz, "q2"): [block_id(quiz, "q2", "a"), block_id(quiz, "q2", "b")],
        block_id(quiz, "q3"): ["true"],
    }


def wrong_answers(quiz: str = "quiz") -> dict[str, list[str]]:
    """Return answers that earn nothing."""
    return {block_id(quiz, "q1"): [block_id(quiz, "q1", "b")], block_id(quiz, "q3"): ["false"]}


def begin_quiz(
    enrolment: Enrolment,
    page: QuizPage,
    answers: dict[str, list[str]] | None = None,
    language: str = "uz",
    now: datetime = NOW,
) -> Attempt:
    """Begin a quiz and answer it, fully right unless told otherwise; it is not handed in."""
    attempt = start_attempt(
        person=enrolment.person, enrolment=enrolment, quiz_page=page, language=language, seed="test", now=now
    )
    given = right_answers(page.slug) if answers is None else answers
    save_answers(attempt=attempt, answers=given, language=language, now=now)
    return attempt


def sit_quiz(
    enrolment: Enrolment,
    page: QuizPage,
    answers: dict[str, list[str]] | None = None,
    language: str = "uz",
    now: datetime = NOW,
) -> Score:
    """Sit a quiz to its score; fully right unless told otherwise."""
    attempt = begin_quiz(enrolment, page, answers, language, now)
    return submit(attempt=attempt, now=now + timedelta(minutes=5))


def make_completed(course: CoursePage, person: User | None = None, now: datetime = NOW) -> Enrolment:
    """Return an enrolment whose course is complete: every lesson read, every quiz passed (no acknowledgement)."""
    enrolment = make_enrolment(course, person, now=now)
    for page in course.get_descendants().live().specific():
        if page.__class__.__name__ == "LessonPage":
            confirm_lesson(enrolment=enrolment, activity_key=page.translation_key, language="uz", now=now)
        elif isinstance(page, QuizPage):
            sit_quiz(enrolment, page, now=now)
    return Enrolment.objects.get(pk=enrolment.pk)
