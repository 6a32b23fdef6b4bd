"""Papers of a quiz as records tell them, and the statistics kept until something is new."""

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from courses.models import CoursePage
from learning.models import Score
from learning.services.attempts import save_answers, start_attempt, submit
from quizzes.models import QuizPage
from reports.quiz_papers import quiz_papers
from reports.quiz_statistics import ALL, quiz_statistics, quiz_titles, readings_of, sat_quizzes
from tests.factories.learning import NOW, make_enrolment, right_answers, sit_quiz, wrong_answers
from tests.factories.pages import in_language, make_course, publish, step
from tests.factories.quiz_data import block_id
from tests.factories.quizzes import write_quiz

Q1 = block_id("quiz", "q1")


@pytest.fixture
def course(db: None) -> CoursePage:
    return make_course(lessons=1, order="free")


@pytest.fixture
def quiz(course: CoursePage) -> QuizPage:
    return write_quiz(step(course, "quiz"), attempts_allowed=0, pause_hours=0)


@pytest.fixture
def sit(course: CoursePage, quiz: QuizPage) -> Callable[..., Score]:
    def sit(answers: dict[str, Any] | None = None, language: str = "uz", enrolment: Any = None, **later: int) -> Score:
        mine = enrolment or make_enrolment(course, language=language)
        page = QuizPage.objects.get(pk=quiz.pk)
        return sit_quiz(mine, page, answers, language, NOW + timedelta(**later))

    return sit


def test_a_paper_tells_shares_choices_language_and_the_first_try(course: CoursePage, sit: Any, quiz: Any) -> None:
    enrolment = make_enrolment(course)
    sit(wrong_answers(), enrolment=enrolment)
    sit({Q1: right_answers()[Q1]}, "ru", enrolment, hours=1)
    first, second = quiz_papers(quiz.translation_key).papers
    assert (first.first, second.first) == (True, False)
    one, two, _three = second.responses
    assert (one.share, one.points, one.chosen, one.language) == (1.0, 1, tuple(right_answers()[Q1]), "ru")
    assert (two.share, two.chosen, two.language, two.seconds) == (0.0, (), "ru", None)
    assert first.responses[0].share == 0.0
    assert second.share == pytest.approx(1 / 4)


def test_reading_costs_four_queries(sit: Any, quiz: Any, django_assert_num_queries: Any) -> None:
    for number in range(3):
        sit(hours=number)
    with django_assert_num_queries(4):
        quiz_papers(quiz.translation_key)


def test_a_changed_question_is_another_question(sit: Any, quiz: Any) -> None:
    sit()
    data = json.loads(json.dumps(list(quiz.questions.raw_data)))
    data[0]["value"]["stem"] = "<p>Boshqa savol</p>"
    quiz.questions = json.dumps(data)
    publish(quiz)
    sit(hours=1)
    found = quiz_papers(quiz.translation_key)
    asked = [[response.question for response in paper.responses] for paper in found.papers]
    assert asked[0][0] != asked[1][0]
    assert asked[0][1:] == asked[1][1:]
    assert {key.partition(".")[0] for key in (asked[0][0], asked[1][0])} == {Q1}


def test_a_mended_translation_is_compared_from_then_on(sit: Any, quiz: Any) -> None:
    sit(language="ru")
    sit(language="uz", hours=1)
    russian = in_language(quiz, "ru")
    data = json.loads(json.dumps(list(russian.questions.raw_data)))
    data[0]["value"]["stem"] = "<p>Исправленный вопрос</p>"
    russian.questions = json.dumps(data)
    publish(russian)
    sit(language="ru", hours=2)
    languages = [
        [response.language for response in paper.responses] for paper in quiz_papers(quiz.translation_key).papers
    ]
    assert languages == [["", "ru", "ru"], ["uz"] * 3, ["ru"] * 3]
    item = quiz_statistics(quiz.translation_key).figures.items[0]
    assert item.figures.n == 3
    assert {line.language: line.n for line in item.languages} == {"uz": 1, "ru": 1}


def test_other_feedback_is_the_same_question(sit: Any, quiz: Any) -> None:
    sit()
    data = json.loads(json.dumps(list(quiz.questions.raw_data)))
    data[0]["value"]["feedback"] = "<p>Yangi izoh</p>"
    data[0]["value"]["name"] = "boshqa-nom"
    quiz.questions = json.dumps(data)
    publish(quiz)
    sit(hours=1)
    assert len(quiz_papers(quiz.translation_key).questions) == 3


def test_the_score_that_counts_is_the_last_one(sit: Any, quiz: Any) -> None:
    score = sit(wrong_answers())
    judged = {**score.questions, Q1: {**score.questions[Q1], "points": score.questions[Q1]["maximum"]}}
    before = quiz_statistics(quiz.translation_key).figures.items[0].figures.facility
    Score.objects.create(
        submission=score.submission, version=score.version, sequence=2, rules="2", reason="kalit", scale=score.scale,
        points=score.points + 1, maximum=score.maximum, passed=False, questions=judged, at=NOW,
    )  # fmt: skip
    assert (before, quiz_statistics(quiz.translation_key).figures.items[0].figures.facility) == (0.0, 1.0)


def test_a_paper_that_waits_for_a_trainer_is_left_out(sit: Any, quiz: Any) -> None:
    sit()
    score = sit(hours=1)
    Score.objects.create(
        submission=score.submission, version=score.version, sequence=2, rules="2", scale=score.scale, points=0,
        maximum=score.maximum, passed=False, questions=score.questions, waiting=1, at=NOW,
    )  # fmt: skip
    found = quiz_statistics(quiz.translation_key)
    assert (found.figures.quiz.n, found.waiting) == (1, 1)


def test_first_and_all(course: CoursePage, sit: Any, quiz: Any) -> None:
    enrolment = make_enrolment(course)
    sit(wrong_answers(), enrolment=enrolment)
    sit(enrolment=enrolment, hours=1)
    assert quiz_statistics(quiz.translation_key).figures.quiz.mean == 0.0
    assert quiz_statistics(quiz.translation_key, ALL).figures.quiz.mean == 0.5


def test_what_is_kept_is_made_anew_when_somebody_hands_in(sit: Any, quiz: Any, django_assert_num_queries: Any) -> None:
    sit()
    assert quiz_statistics(quiz.translation_key).figures.quiz.n == 1
    with django_assert_num_queries(2):
        assert quiz_statistics(quiz.translation_key).figures.quiz.n == 1
    sit(hours=1)
    assert quiz_statistics(quiz.translation_key).figures.quiz.n == 2


def test_an_open_attempt_counts_nothing(course: CoursePage, quiz: QuizPage) -> None:
    enrolment = make_enrolment(course)
    attempt = start_attempt(
        person=enrolment.person, enrolment=enrolment, quiz_page=quiz, language="uz", seed="s", now=NOW
    )
    save_answers(attempt=attempt, answers=right_answers(), language="uz", now=NOW)
    assert quiz_papers(quiz.translation_key).papers == []
    submit(attempt=attempt, now=NOW)
    assert len(quiz_papers(quiz.translation_key).papers) == 1


def test_a_quiz_is_called_as_it_read_last_also_when_its_page_is_gone(sit: Any, quiz: Any) -> None:
    attempt = sit(language="ru").submission.attempt
    key = quiz.translation_key
    QuizPage.objects.filter(translation_key=key).update(live=False)
    assert quiz_titles([key], "ru")[key].title == in_language(quiz, "ru").title
    assert sat_quizzes(type(attempt).objects.all())[key][0] == 1
    frozen = quiz_papers(key).questions.popitem()[1]
    assert set(readings_of(frozen)) == {"uz", "ru", "en"}
