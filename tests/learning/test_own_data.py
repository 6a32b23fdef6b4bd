"""What a person can take along of learning, and what erasure leaves."""

import pytest
from django.utils.translation import override

from core.privacy import registrations
from core.records import declared_erasure
from learning.models import ActivityCompletion, DraftAnswer, Score, Submission, SubmittedAnswer
from learning.services.attempts import save_answers, start_attempt
from tests.factories.learning import make_completed, make_enrolment, right_answers, sit_quiz
from tests.factories.pages import make_course, make_quiz_page, step

pytestmark = pytest.mark.django_db


def of_learning():
    return [entry for entry in registrations() if entry.model._meta.app_label == "learning"]


def exported(person):
    return {entry.model.__name__: entry.export(person) for entry in of_learning()}


@pytest.fixture
def busy(now):
    """A learner who completed a course and has a quiz of another one under way."""
    enrolment = make_completed(make_course(lessons=1))
    course = make_course("second", lessons=0, quiz=False)
    quiz = make_quiz_page(step(course, "module-1"), "second-quiz")
    attempt = start_attempt(
        person=enrolment.person,
        enrolment=make_enrolment(course, enrolment.person),
        quiz_page=quiz,
        language="uz",
        seed="s",
        now=now,
    )
    save_answers(attempt=attempt, answers=right_answers("second-quiz"), language="uz", now=now)
    return enrolment.person


def test_everything_a_learner_did_is_in_the_export(busy):
    found = exported(busy)
    counts = {name: len(rows) for name, rows in found.items()}
    assert counts == {
        "Enrolment": 2,
        "ProgressSummary": 2,
        "ActivityCompletion": 2,
        "CourseCompletion": 1,
        "Attempt": 2,
        "DraftAnswer": 3,
        "Submission": 1,
        "SubmittedAnswer": 3,
        "Score": 1,
        "Mark": 0,
        "QuizAllowance": 0,
    }


def test_states_kinds_and_languages_are_said_in_words(busy):
    with override("ru"):
        found = exported(busy)
    assert {row["Состояние"] for row in found["Attempt"]} == {"В процессе", "Сдано"}
    assert {row["Язык"] for row in found["Attempt"]} == {"Узбекский"}
    assert {row["Вид"] for row in found["ActivityCompletion"]} == {"Урок", "Тест"}


def test_nothing_of_somebody_else_is_in_it(busy):
    other = make_completed(make_course("other", lessons=1)).person
    assert len(exported(other)["ActivityCompletion"]) == 2
    assert len(exported(busy)["ActivityCompletion"]) == 2


def test_erasure_takes_the_answers_and_leaves_the_proof(busy):
    other = make_enrolment(make_course("other", lessons=0))
    sit_quiz(other, step(_page_of(other), "quiz"))
    proof = [list(model.objects.order_by("pk").values()) for model in (ActivityCompletion, Submission, Score)]
    with declared_erasure():
        for entry in of_learning():
            if entry.erase:
                entry.erase(busy)
    assert not DraftAnswer.objects.filter(attempt__person=busy).exists()
    assert not SubmittedAnswer.objects.filter(submission__person=busy).exists()
    assert SubmittedAnswer.objects.filter(submission__person=other.person).count() == 3
    after = [list(model.objects.order_by("pk").values()) for model in (ActivityCompletion, Submission, Score)]
    assert after == proof


def test_whatever_stays_says_why(busy):
    assert all(entry.keeps or entry.erase for entry in of_learning())


def _page_of(enrolment):
    from courses.models import CoursePage

    return CoursePage.objects.get(translation_key=enrolment.course.translation_key, locale__language_code="uz")
