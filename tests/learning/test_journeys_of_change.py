"""Editors change a course in Wagtail's admin while somebody takes it: nothing that was done changes.

Learner, moderator and stranger touch pages and buttons only.
"""

import hashlib
from typing import Any

import pytest
from django.test import Client

from accounts.roles import MODERATOR
from accounts.site_roles import setup_roles
from courses.models import CoursePage
from learning.models import Attempt, CourseCompletion, Enrolment
from quizzes.models import QuizPage
from tests.factories.accounts import make_staff, signed_in
from tests.factories.guidelines import CODE_KEY, make_edition
from tests.factories.pages import make_course, step
from tests.factories.people import make_person
from tests.factories.quizzes import quiz_data, write_quiz
from tests.support import wagtail_admin
from tests.support.pressing import choose, follow, main, place, press, text
from tests.support.words import said

pytestmark = pytest.mark.django_db
COURSE = "/uz/courses/ethics-online/"
MINE = "/uz/my/courses/ethics-online/"
LESSON, QUIZ, CODE = (f"{COURSE}module-1/{slug}/" for slug in ("lesson-1", "quiz", "acknowledgement"))


@pytest.fixture
def course() -> CoursePage:
    """Return a course of two lessons, a quiz and an acknowledgement, in three languages."""
    make_edition()
    made = make_course(lessons=2, acknowledgement=CODE_KEY)
    write_quiz(step(made, "quiz"), attempts_allowed=3, pause_hours=0, shuffle_options=False)
    return made


@pytest.fixture
def learner(course: CoursePage) -> Client:
    """Return the browser of somebody who has just enrolled."""
    browser = signed_in(make_person())
    assert place(press(browser, browser.get(COURSE), "enrol/")) == MINE
    return browser


@pytest.fixture
def moderator(course: CoursePage) -> Client:
    """Return the browser of somebody who edits and publishes."""
    setup_roles()
    return signed_in(make_staff(MODERATOR))


def read_lessons(browser: Client) -> None:
    at = press(browser, browser.get(LESSON), "read/")
    assert place(press(browser, at, "read/")) == QUIZ


def sit(browser: Client, *answers: tuple[str, ...], language: str = "uz") -> Any:
    """Begin the quiz, answer its questions one by one, hand in; return the page of the result."""
    at = press(browser, browser.get(QUIZ.replace("/uz/", f"/{language}/")), "/")
    for number, labels in enumerate(answers, start=1):
        at = choose(browser, at, *labels, then="review" if number == len(answers) else str(number + 1))
    return press(browser, at, "hand-in/")


def in_uzbek(*options: str) -> tuple[str, ...]:
    return tuple(f"Variant {letter} [uz]" for letter in options)


WRONG = in_uzbek("b"), in_uzbek("c"), (said("False"),)
RIGHT = in_uzbek("a"), in_uzbek("a", "b"), (said("True"),)


def acknowledge(browser: Client, language: str = "uz") -> Any:
    """Follow the way from the step to the whole text and confirm it at its end."""
    at = follow(browser, browser.get(CODE.replace("/uz/", f"/{language}/")), "/acknowledge/")
    return press(browser, at, "/acknowledge/", agree="on")


def confirm_name(browser: Client) -> Any:
    page = browser.get("/uz/account/certificate-name/")
    return press(browser, page, "/certificate-name/", latin="Toʻrayeva Dilnoza", cyrillic="Тўраева Дилноза")


def question(answer: Any, number: int) -> str:
    """Return what a result says of one question."""
    return main(answer).split(f'aria-labelledby="question-{number}-title"')[1].split("</section>")[0]


def rewritten() -> list[dict[str, Any]]:
    """Return the quiz with other words, and c right where a was."""
    data = quiz_data("quiz")
    for block in data:
        block["value"]["stem"] = f"<p>Yangi savol {block['value']['name']}</p>"
    for option in data[0]["value"]["options"]:
        option["value"]["correct"] = option["value"]["text"].startswith("Variant c")
    return data


def test_the_quiz_edited_between_two_attempts(learner: Client, moderator: Client) -> None:
    read_lessons(learner)
    first = sit(learner, *WRONG)
    assert said("Not passed this time") in main(first)
    wagtail_admin.publish_edited(moderator, QuizPage.objects.get(locale__language_code="uz"), questions=rewritten())
    assert main(learner.get(place(first))) == main(first)

    second = sit(learner, in_uzbek("c"), *RIGHT[1:])
    assert said("Passed") in main(second)
    assert "Yangi savol q1" in question(second, 1)
    again = learner.get(place(first))
    assert [question(again, number) for number in (1, 2, 3)] == [question(first, number) for number in (1, 2, 3)]
    both = main(learner.get("/uz/my/attempts/"))
    assert all(place(result).removesuffix("result/") in both for result in (first, second))


def test_the_quiz_edited_in_the_middle_of_an_attempt(learner: Client, moderator: Client) -> None:
    read_lessons(learner)
    at = press(learner, learner.get(QUIZ), "/")
    at = choose(learner, at, *RIGHT[0], then="2")
    wagtail_admin.publish_edited(moderator, QuizPage.objects.get(locale__language_code="uz"), questions=rewritten())
    at = choose(learner, at, *RIGHT[1], then="3")
    assert "Savol q3 [uz]" in main(at)
    result = press(learner, choose(learner, at, *RIGHT[2], then="review"), "hand-in/")
    assert said("Passed") in main(result)
    assert "Savol q1 [uz]" in question(result, 1)


def test_a_lesson_that_was_read_is_deleted(course: CoursePage, learner: Client, moderator: Client) -> None:
    at = press(learner, learner.get(LESSON), "read/")
    lesson = step(course, "lesson-1")
    for page in (lesson, *lesson.get_translations()):
        wagtail_admin.delete(moderator, page)
    taken_along = text(learner.get("/uz/account/data/download.html"))
    assert "Dars lesson-1" in taken_along
    assert place(press(learner, at, "read/")) == QUIZ
    assert said("Passed") in main(sit(learner, *RIGHT))
    acknowledge(learner)
    assert learner.get(MINE).context["is_completed"]
    assert "Dars lesson-1" in text(learner.get("/uz/account/data/download.html"))


def test_the_language_changed_at_every_turn(learner: Client) -> None:
    at = press(learner, learner.get(LESSON), "read/")
    russian = learner.get(place(at).replace("/uz/", "/ru/"))
    assert place(press(learner, russian, "read/")) == QUIZ.replace("/uz/", "/ru/")
    at = press(learner, learner.get(QUIZ), "/")
    at = choose(learner, at, "Variant a [uz]", then="2")
    at = learner.get(place(at).replace("/uz/", "/ru/"))
    at = choose(learner, at, "Variant a [ru]", "Variant b [ru]", then="3")
    at = learner.get(place(at).replace("/ru/", "/en/"))
    at = choose(learner, at, said("True", "en"), then="review")
    result = press(learner, at, "hand-in/")
    assert said("Passed", "en") in main(result)
    assert "Variant a [uz]" in main(learner.get(place(result).replace("/en/", "/uz/")))
    acknowledge(learner, "en")
    finished = learner.get(MINE)
    assert finished.context["is_completed"]
    taken_along = learner.get("/uz/account/data/download.json").content.decode()
    assert [taken_along.count(title) for title in ("Dars lesson-1", "Dars lesson-2 [ru]", "Test quiz [en]")] == [
        1,
        1,
        1,
    ]
    mine = Attempt.objects.get()
    answered = mine.submission.answers.order_by("pk").values_list("language", flat=True)
    assert (mine.language, sorted(answered)) == ("uz", ["en", "ru", "uz"])
    assert Enrolment.objects.count() == CourseCompletion.objects.count() == 1


def test_the_course_page_is_deleted(course: CoursePage, learner: Client, moderator: Client, run_tasks: Any) -> None:
    read_lessons(learner)
    result = place(sit(learner, *RIGHT))
    acknowledge(learner)
    confirm_name(learner)
    run_tasks()
    certificates = learner.get("/uz/my/certificates/")
    paper = follow(learner, certificates, "/uz.pdf").request["PATH_INFO"]
    verification = follow(learner, certificates, "/verify/").request["PATH_INFO"]
    kept = (result, "/ru" + result.removeprefix("/uz"), "/uz/my/transcript/", "/ru/my/certificates/")

    def reads() -> list[str]:
        shown = [main(learner.get(address)) for address in kept]
        return [*shown, main(Client().get(verification)), read_paper(learner, paper)]

    before = reads()
    assert [said("Passed") in before[0], "Kurs ethics-online" in before[2]] == [True, True]
    for page in (course, *course.get_translations()):
        wagtail_admin.delete(moderator, page)
    assert Client().get(COURSE).status_code == 404
    assert reads() == before
    assert "Kurs ethics-online" in main(learner.get("/uz/my/"))
    assert learner.get(MINE).context["is_completed"]


def read_paper(browser: Client, address: str) -> str:
    """Return the digest of a paper's bytes."""
    answer = browser.get(address)
    assert answer["Content-Type"] == "application/pdf"
    return hashlib.sha256(answer.getvalue()).hexdigest()
