"""A learner at a quiz of three questions, the only step of a course after one lesson that may be skipped."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from courses.models import CoursePage
from learning.models import Attempt, Enrolment, Score
from learning.services.attempts import save_answers, start_attempt, submit
from learning.services.enrolment import enrol
from quizzes.models import QuizPage
from tests.factories.pages import make_course, step
from tests.factories.people import make_person
from tests.factories.quizzes import answers, write_quiz

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
RIGHT = {"q1": "a", "q2": "ab", "q3": "true"}
WRONG = {"q1": "b", "q2": "cd", "q3": "false"}


@dataclass
class Learner:
    """A person enrolled in the course, and short ways to act as them."""

    person: User
    enrolment: Enrolment
    course: CoursePage
    quiz: QuizPage
    client: Client

    def begin(self, *, language: str = "uz", seed: str = "seed", hours: float = 0) -> Attempt:
        return start_attempt(
            person=self.person,
            enrolment=self.enrolment,
            quiz_page=self.quiz,
            language=language,
            seed=seed,
            now=NOW + timedelta(hours=hours),
        )

    def answer(self, attempt: Attempt, *, language: str = "uz", **letters: str) -> None:
        save_answers(attempt=attempt, answers=answers("quiz", **letters), language=language, now=NOW)

    def sit(self, letters: dict[str, str], *, hours: float = 0) -> Score:
        attempt = self.begin(hours=hours)
        self.answer(attempt, **letters)
        return submit(attempt=attempt, now=NOW + timedelta(hours=hours))


@pytest.fixture
def make_learner(db: None) -> Callable[..., Learner]:
    def make(**fields: Any) -> Learner:
        course = make_course("ethics-online", lessons=1, order="free")
        quiz = write_quiz(step(course, "quiz"), **fields)
        person = make_person()
        enrolment = enrol(person=person, course_key=course.translation_key, language="uz", now=NOW)
        client = Client()
        client.force_login(person)
        return Learner(person, enrolment, course, quiz, client)

    return make


@pytest.fixture
def learner(make_learner: Callable[..., Learner]) -> Learner:
    return make_learner()
