"""The demo's simulated sittings: stored once, judged by the real rules, and only the spoiled question is named."""

import json
from typing import Any

import pytest

from accounts.models import User
from cohorts.models import Membership
from courses.models import CoursePage
from home.demo.sample_quiz import KEY, SPOILED
from home.demo.sittings import AGAIN, PEOPLE, ensure_sittings, items_of
from learning.models import Attempt, Enrolment, Score, Submission, SubmittedAnswer
from quizzes.domain.judging import judge
from quizzes.models import QuizPage
from quizzes.services import spec_from, wording_from
from reports.quiz_statistics import quiz_statistics
from tests.factories.learning import NOW
from tests.factories.pages import in_language, make_course, publish, step
from tests.factories.quiz_data import block_id


def statements(language: str) -> list[dict[str, Any]]:
    """Return raw data of 22 statements; the third is the one that gets spoiled."""
    names = [SPOILED if number == 2 else f"s{number}" for number in range(22)]
    return [
        {
            "type": "truefalse",
            "id": block_id("demo", name),
            "value": {
                "name": name,
                "stem": f"<p>Gap {name} [{language}]</p>",
                "points": 1,
                "critical": False,
                "difficulty": "easy",
                "competence": "",
                "feedback": "",
                "articles": [],
                "answer": "true",
                "if_true": f"ha [{language}]",
                "if_false": f"yoʻq [{language}]",
            },
        }
        for name in names
    ]


@pytest.fixture
def course(db: None) -> CoursePage:
    course = make_course("ethics-online", lessons=1)
    for language in ("uz", "ru", "en"):
        page = in_language(step(course, "quiz"), language)
        page.questions = json.dumps(statements(language))
        publish(page)
    return course


def test_the_page_would_name_the_spoiled_question_and_no_other(course: CoursePage) -> None:
    assert ensure_sittings(course_slug="ethics-online", now=NOW) == PEOPLE + AGAIN == 300
    for basis, count in (("first", PEOPLE), ("all", PEOPLE + AGAIN)):
        found = quiz_statistics(KEY, basis)
        assert found.figures.quiz.n == count
        named = {
            found.questions[item.figures.question].question.name: item.suspect.language
            for item in found.figures.items
            if item.suspect
        }
        assert named == {SPOILED: "ru"}
        assert found.figures.flagged == 1


def test_facilities_are_near_the_known_ones(course: CoursePage) -> None:
    ensure_sittings(course_slug="ethics-online", now=NOW)
    found = quiz_statistics(KEY)
    spec = spec_from(Attempt.objects.filter(quiz_key=KEY).first().version.payload)
    known = {item.question: item.facility() for item in items_of(spec)}
    for item in found.figures.items:
        question = found.questions[item.figures.question].question
        if question.name != SPOILED:
            assert item.figures.facility == pytest.approx(known[question.id], abs=0.1)


def test_the_rows_are_those_of_real_sittings(course: CoursePage) -> None:
    ensure_sittings(course_slug="ethics-online", now=NOW)
    for submission in Submission.objects.select_related("attempt__version").order_by("pk")[:20]:
        answers = dict(submission.answers.values_list("question", "value"))
        judged = judge(spec_from(submission.attempt.version.payload), answers)
        score = submission.scores.get()
        assert (score.points, score.maximum, score.passed) == (judged.points, judged.maximum, judged.passed)
        assert submission.answered == len(answers)
        assert submission.attempt.submitted_at == submission.at <= NOW


def test_twice_stores_nothing_more(course: CoursePage) -> None:
    ensure_sittings(course_slug="ethics-online", now=NOW)
    counts = [model.objects.count() for model in (User, Enrolment, Attempt, SubmittedAnswer, Score)]
    assert ensure_sittings(course_slug="ethics-online", now=NOW) == 0
    assert [model.objects.count() for model in (User, Enrolment, Attempt, SubmittedAnswer, Score)] == counts


def test_simulated_people_stand_nowhere_else(course: CoursePage) -> None:
    ensure_sittings(course_slug="ethics-online", now=NOW)
    people = User.objects.filter(email__startswith="taqlid-")
    assert people.count() == PEOPLE
    assert not any(person.has_usable_password() or person.is_active for person in people)
    assert not Membership.objects.exists()
    assert not Enrolment.objects.exclude(state=Enrolment.State.LEFT).exists()


def test_the_course_keeps_its_own_words(course: CoursePage) -> None:
    ensure_sittings(course_slug="ethics-online", now=NOW)
    page = QuizPage.objects.get(translation_key=step(course, "quiz").translation_key, locale__language_code="ru")
    assert f"Gap {SPOILED} [ru]" in page.questions.raw_data[2]["value"]["stem"]
    text = Attempt.objects.filter(quiz_key=KEY).first().version.texts.get(language="ru")
    spoiled = wording_from(text.payload).questions[2]
    assert "не нужно" in spoiled.stem.text
