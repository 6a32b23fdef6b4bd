"""Reflections that wait for a trainer, handed in through the services that views call."""

from datetime import datetime, timedelta
from typing import Any

from accounts.models import User
from courses.models import CoursePage
from learning.models import Enrolment, Mark, Submission
from learning.services.marking import mark_answer
from quizzes.models import QuizPage
from tests.factories.cohorts import make_cohort, make_member
from tests.factories.learning import NOW, make_enrolment, sit_quiz
from tests.factories.pages import make_course, step
from tests.factories.question_types import part, question_id, write_types

REFLECTION = question_id("reflection")
TEXT = "Men avval soʻradim.\nKeyin kutdim."
#: Shares of the question's points that levels bring: 0, 1 or 3 points for each of two criteria.
LOWEST, MIDDLE, BEST = 0, 1, 3


def levels(facts: int = BEST, words: int = BEST) -> dict[str, str]:
    """Return the levels of these points for the two criteria of `question_types`."""
    return {
        part("reflection", name): part("reflection", name, str(points))
        for name, points in (("facts", facts), ("words", words))
    }


def make_reflective_course(slug: str = "reflecting", **rules: Any) -> CoursePage:
    """Return a course with a lesson and a quiz of one reflection that is worth 6 points."""
    course = make_course(slug, lessons=1, order="free")
    write_types(quiz_of(course), ("reflection",), **rules)
    return course


def quiz_of(course: CoursePage) -> QuizPage:
    """Return the quiz of such a course."""
    page = step(course, "quiz")
    assert isinstance(page, QuizPage)
    return page


def write(enrolment: Enrolment, course: CoursePage, *, now: datetime = NOW, text: str = TEXT) -> Submission:
    """Hand in a reflection."""
    answers: Any = {REFLECTION: {"text": text}}
    return sit_quiz(enrolment, quiz_of(course), answers, now=now).submission


def hand_in_reflection(trainer: User, learner: User, *, now: datetime = NOW, **rules: Any) -> Submission:
    """Return the reflection of a learner in a group of its own that the trainer leads."""
    course = make_reflective_course(**rules)
    make_member(make_cohort(course, trainer, name="Mulohaza guruhi"), learner)
    return write(make_enrolment(course, learner, now=now), course, now=now)


def mark(
    submission: Submission, author: User, facts: int = BEST, words: int = BEST, *, seen: int = 0, **fields: Any
) -> Mark:
    """Mark a reflection as its trainer would."""
    fields = {"comment": "Yaxshi kuzatuv", "now": NOW + timedelta(hours=1), **fields}
    return mark_answer(
        submission=submission, question=REFLECTION, levels=levels(facts, words), author=author, seen=seen, **fields
    )
