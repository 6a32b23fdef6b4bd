"""Question statistics as editors, trainers and managers read them."""

import csv
import re
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from accounts.roles import EDITOR, MANAGER
from accounts.site_roles import setup_roles
from courses.models import CoursePage
from courses.services import freeze_course
from home.demo.response_model import Fault, SimulatedItem, simulate
from home.demo.sittings import Held, make_sitters, store
from quizzes.models import QuizPage
from quizzes.services import freeze
from reports.quiz_statistics import quiz_statistics
from tests.factories.accounts import make_staff
from tests.factories.cohorts import make_cohort
from tests.factories.learning import NOW
from tests.factories.pages import make_course, publish, step
from tests.factories.people import make_person, make_trainer
from tests.factories.quiz_data import block_id
from tests.factories.quizzes import write_quiz

from .conftest import signed_in

Q1, Q2, Q3 = (block_id("quiz", key) for key in ("q1", "q2", "q3"))


@pytest.fixture
def quiz(course: CoursePage) -> QuizPage:
    return write_quiz(step(course, "quiz"))


@pytest.fixture
def editor(db: Any) -> Client:
    return browser(make_staff(EDITOR, "editor@example.test"))


def browser(person: User) -> Client:
    """Return a browser in which somebody is signed in who has a second factor already, or needs none."""
    client = Client()
    client.force_login(person)
    return client


def sit(course: CoursePage, quiz: QuizPage, people: int, *, again: int = 0, fault: Fault | None = None) -> None:
    """Store simulated sittings of the quiz."""
    frozen = freeze(page=quiz, now=NOW)
    joined = freeze_course(course_key=course.translation_key, now=NOW)
    items = [SimulatedItem(Q1, -1), SimulatedItem(Q2, 0), SimulatedItem(Q3, 0.5)]
    simulated = simulate(items, people=people, again=again, languages={"uz": 0.6, "ru": 0.4}, fault=fault, seed=1)
    store(simulated, Held(frozen.version, dict(frozen.texts), make_sitters(joined, people, NOW), NOW))


def address(name: str, quiz: QuizPage, *args: str) -> str:
    return reverse(f"teaching:{name}", args=[quiz.translation_key, *args])


def key_of(quiz: QuizPage, question: str) -> str:
    items = quiz_statistics(quiz.translation_key).figures.items
    return next(item.figures.question for item in items if item.figures.question.startswith(question))


def text_of(answer: Any) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def test_the_page_names_the_question_and_the_language(course: CoursePage, quiz: QuizPage, editor: Client) -> None:
    sit(course, quiz, 300, fault=Fault(Q1, "ru", 0.1))
    shown = editor.get(address("statistics_quiz", quiz).replace("/uz/", "/en/"))
    (fault,) = shown.context["faults"]
    assert (fault.name, fault.key) == ("q1", key_of(quiz, Q1))
    assert "Probable translation fault: Russian ↔ Uzbek" in text_of(shown)
    listed = editor.get(reverse("teaching:statistics"))
    assert [line["flagged"] for line in listed.context["lines"]] == [1]
    question = editor.get(address("statistics_question", quiz, fault.key).replace("/uz/", "/en/"))
    assert [row["language"] for row in question.context["languages"] if row["apart"]] == ["ru"]
    assert [reading["language"] for reading in question.context["readings"]] == ["uz", "ru", "en"]
    assert "Savol q1 [ru]" in text_of(question)


def test_first_and_all_sittings_are_a_link_apart(course: CoursePage, quiz: QuizPage, editor: Client) -> None:
    sit(course, quiz, 40, again=7)
    first, every = (editor.get(address("statistics_quiz", quiz), {"basis": basis}) for basis in ("first", "all"))
    assert (first.context["figures"].n, every.context["figures"].n) == (40, 47)
    assert 'href="?basis=all"' in first.content.decode()
    assert editor.get(address("statistics_quiz", quiz), {"basis": "x"}).context["figures"].n == 40


def test_each_picture_says_what_its_table_says(course: CoursePage, quiz: QuizPage, editor: Client) -> None:
    sit(course, quiz, 50)
    shown = editor.get(address("statistics_quiz", quiz))
    assert [bar.value for bar in shown.context["chart"].bars] == [
        str(count) for _range, count in shown.context["table"]
    ]
    assert sum(count for _range, count in shown.context["table"]) == 50
    question = editor.get(address("statistics_question", quiz, key_of(quiz, Q1)))
    lines = question.context["options"]
    drawn = [bar.value for bar in question.context["options_chart"].bars]
    assert drawn == [value for line in lines for value in (line.strong, line.weak)]
    assert [line.right for line in lines] == [True, False, False]
    for answer in (shown, question):
        page = answer.content.decode()
        assert "style=" not in page
        assert page.count('<svg class="chart"') == page.count('role="img" aria-labelledby')


def test_few_sittings_are_marked(course: CoursePage, quiz: QuizPage, editor: Client) -> None:
    sit(course, quiz, 12)
    page = text_of(editor.get(address("statistics_quiz", quiz).replace("/uz/", "/en/")))
    assert "These figures rest on 12 sittings" in page
    assert page.count("Too few answers: read with care") == 3


def test_choices_of_fewer_than_five_are_not_shown(course: CoursePage, quiz: QuizPage, editor: Client) -> None:
    sit(course, quiz, 4)
    key = key_of(quiz, Q1)
    shown = editor.get(address("statistics_question", quiz, key).replace("/uz/", "/en/"))
    assert shown.context["options"] == []
    assert "fewer could point at a person" in text_of(shown)
    assert "Variant" not in editor.get(address("statistics_question_file", quiz, key)).content.decode()


def test_files_hold_the_tables(course: CoursePage, quiz: QuizPage, editor: Client) -> None:
    sit(course, quiz, 60, fault=Fault(Q3, "ru", 0.0))
    answer = editor.get(address("statistics_quiz_file", quiz), {"separator": "semicolon"})
    assert answer["Content-Type"].startswith("text/csv")
    rows = list(csv.reader(StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert [row[0] for row in rows[1:]] == ["q1", "q2", "q3"]
    figures = quiz_statistics(quiz.translation_key).figures.items[0].figures
    assert rows[1][4] == "60"
    assert float(rows[1][5]) == pytest.approx(figures.facility, abs=1e-4)
    assert float(rows[1][7]) == pytest.approx(figures.discrimination, abs=1e-4)
    one = editor.get(address("statistics_question_file", quiz, key_of(quiz, Q1))).content.decode("utf-8-sig")
    table = list(csv.reader(StringIO(one)))
    assert [row[0] for row in table[1:4]] == ["A", "B", "C"]
    assert [row[1] for row in table[6:]] == [
        str(line.n) for line in quiz_statistics(quiz.translation_key).figures.items[0].languages
    ]


def test_a_title_is_no_formula(course: CoursePage, quiz: QuizPage, editor: Client) -> None:
    data = list(quiz.questions.raw_data)
    data[0]["value"]["name"] = "=1+1"
    publish(quiz)
    sit(course, quiz, 6)
    rows = list(csv.reader(StringIO(editor.get(address("statistics_quiz_file", quiz)).content.decode("utf-8-sig"))))
    assert rows[1][0] == "'=1+1"


def test_a_trainer_sees_quizzes_of_courses_they_lead(course: CoursePage, quiz: QuizPage) -> None:
    sit(course, quiz, 5)
    leading, elsewhere = make_trainer("leading@example.test"), make_trainer("elsewhere@example.test")
    make_cohort(course, leading)
    make_cohort(make_course("second", lessons=1, quiz=False), elsewhere)
    other = signed_in(elsewhere)
    assert signed_in(leading).get(address("statistics_quiz", quiz)).status_code == 200
    assert other.get(address("statistics_quiz", quiz)).status_code == 404
    assert other.get(reverse("teaching:statistics")).context["lines"] == []


def test_a_manager_sees_figures_and_no_key(course: CoursePage, quiz: QuizPage) -> None:
    sit(course, quiz, 30)
    manager = browser(make_staff(MANAGER, "manager@example.test"))
    page = manager.get(address("statistics_quiz", quiz))
    key = key_of(quiz, Q1)
    assert page.status_code == 200
    assert key not in page.content.decode()
    assert manager.get(address("statistics_question", quiz, key)).status_code == 404
    assert manager.get(address("statistics_question_file", quiz, key)).status_code == 404


def test_a_learner_finds_nothing(course: CoursePage, quiz: QuizPage) -> None:
    sit(course, quiz, 3)
    learner = browser(make_person())
    for url in (reverse("teaching:statistics"), address("statistics_quiz", quiz)):
        assert learner.get(url).status_code == 404


def test_what_is_not_there_is_not_found(course: CoursePage, quiz: QuizPage, editor: Client) -> None:
    assert editor.get(address("statistics_quiz", quiz)).status_code == 404
    sit(course, quiz, 3)
    assert editor.get(address("statistics_question", quiz, "no-such.question")).status_code == 404


def test_the_cost_does_not_grow_with_sittings(
    course: CoursePage, quiz: QuizPage, editor: Client, django_assert_max_num_queries: Any
) -> None:
    sit(course, quiz, 80)
    url = address("statistics_quiz", quiz)
    with django_assert_max_num_queries(24):
        editor.get(url)
    with django_assert_max_num_queries(20):
        editor.get(url)
    key = key_of(quiz, Q1)
    with django_assert_max_num_queries(20):
        editor.get(address("statistics_question", quiz, key))


def test_the_admin_leads_to_the_statistics_of_a_quiz_that_was_sat(
    course: CoursePage, quiz: QuizPage, editor: Client
) -> None:
    setup_roles()
    edit = reverse("wagtailadmin_pages:edit", args=[quiz.pk])
    link = address("statistics_quiz", quiz).split("/", 2)[2]
    assert link not in editor.get(edit).content.decode()
    sit(course, quiz, 3)
    assert link in editor.get(edit).content.decode()
    assert reverse("teaching:statistics").split("/", 2)[2] in editor.get(reverse("wagtailadmin_home")).content.decode()


def test_the_time_shown_is_the_mean(course: CoursePage, quiz: QuizPage, editor: Client) -> None:
    sit(course, quiz, 30)
    items = quiz_statistics(quiz.translation_key).figures.items
    assert all(item.figures.seconds and 5 <= item.figures.seconds <= 100 for item in items)
    assert timedelta(seconds=items[0].figures.seconds or 0) < timedelta(seconds=items[2].figures.seconds or 0)
