"""The form for a wrong key, as somebody who publishes quizzes meets it."""

import re
from typing import Any

import pytest
from django.test import Client

from accounts.site_roles import setup_roles
from learning.models import Score
from learning.services.attempts import submit
from quizzes.models import QuizPage
from tests.factories.accounts import make_staff
from tests.factories.learning import NOW, begin_quiz, make_enrolment, sit_quiz
from tests.factories.pages import make_course, step
from tests.factories.people import make_person
from tests.factories.rekeying import Q1, answers, correct_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(db: None) -> QuizPage:
    setup_roles()
    course = make_course(lessons=0)
    page = step(course, "quiz")
    for name, option in (("Gulnora", "c"), ("Malika", "a"), ("Sevara", "b")):
        person = make_person(f"{name.lower()}@example.test", first_name=name)
        sit_quiz(make_enrolment(course, person), page, answers(option))
    return page


@pytest.fixture
def moderator(page: QuizPage) -> Client:
    client = Client()
    client.force_login(make_staff("moderator"))
    return client


def address(page: QuizPage) -> str:
    return f"/admin/quizzes/{page.pk}/correct-key/"


def hidden(html: str) -> dict[str, Any]:
    """Return the hidden fields of the form that judges anew."""
    form = html[html.rindex("<form") :]
    found: dict[str, list[str]] = {}
    for name, value in re.findall(r'<input type="hidden" name="(question|seen)" value="([^"]*)"', form):
        found.setdefault(name, []).append(value)
    return found


def test_nothing_differs_nothing_is_offered(page: QuizPage, moderator: Client) -> None:
    answer = moderator.get(address(page))
    assert answer.status_code == 200
    assert answer.context["candidates"] == []
    assert '<form class="form" method="post"' not in answer.content.decode()


def test_the_form_shows_whose_result_changes_and_how_without_names_and_does_it(
    page: QuizPage, moderator: Client
) -> None:
    correct_page(page)
    first = moderator.get(address(page))
    assert [item.name for item in first.context["candidates"]] == ["q1"]
    assert first.context["effect"] is None

    shown = moderator.get(address(page), {"question": Q1})
    effect = shown.context["effect"]
    assert (effect.judged, effect.changed, len(effect.rows)) == (3, 2, 2)
    assert {(row.before.points, row.after.points) for row in effect.rows} == {("3", "4"), ("4", "3")}
    text = shown.content.decode()
    assert not [name for name in ("Gulnora", "Malika", "Sevara") if name in text]
    assert Score.objects.count() == 3

    done = moderator.post(address(page), {**hidden(text), "reason": "c toʻgʻri edi"}, follow=True)
    assert done.status_code == 200
    assert Score.objects.count() == 6
    assert done.context["candidates"] == []


def test_without_a_reason_nothing_happens_and_the_preview_stays(page: QuizPage, moderator: Client) -> None:
    correct_page(page)
    text = moderator.get(address(page), {"question": Q1}).content.decode()
    answer = moderator.post(address(page), {**hidden(text), "reason": ""})
    assert answer.status_code == 422
    assert answer.context["effect"].changed == 2
    assert Score.objects.count() == 3


def test_an_old_preview_is_refused_and_what_was_typed_stays(page: QuizPage, moderator: Client) -> None:
    correct_page(page)
    text = moderator.get(address(page), {"question": Q1}).content.decode()
    correct_page(page, right="b")
    answer = moderator.post(address(page), {**hidden(text), "reason": "Kalit xato edi"})
    assert answer.status_code == 422
    assert answer.context["error"]
    assert "Kalit xato edi" in answer.content.decode()
    assert hidden(answer.content.decode()) != hidden(text)
    assert Score.objects.count() == 3


def test_of_two_tabs_the_second_does_nothing(page: QuizPage, moderator: Client) -> None:
    correct_page(page)
    text = moderator.get(address(page), {"question": Q1}).content.decode()
    sent = {**hidden(text), "reason": "Kalit xato edi"}
    assert moderator.post(address(page), sent).status_code == 302
    again = moderator.post(address(page), sent)
    assert again.status_code == 422
    assert again.context["error"]
    assert Score.objects.count() == 6


def test_a_question_with_other_options_is_named_and_not_judged_anew(page: QuizPage, moderator: Client) -> None:
    from tests.factories.quiz_data import small_quiz

    options = small_quiz("quiz")[0]["value"]["options"][1:]
    options[0]["value"]["correct"] = True
    correct_page(page, options=options)
    shown = moderator.get(address(page), {"question": Q1})
    (item,) = shown.context["candidates"]
    assert item.obstacle
    assert shown.context["effect"] is None


def test_attempts_under_way_are_counted_and_found_once_they_are_handed_in(page: QuizPage, moderator: Client) -> None:
    course = page.get_parent().get_parent().specific
    attempt = begin_quiz(make_enrolment(course, make_person("late@example.test")), page, answers("c"))
    assert moderator.get(address(page)).context["under_way"] == 0  # its key is that of now
    correct_page(page)
    assert moderator.get(address(page)).context["under_way"] == 1
    submit(attempt=attempt, now=NOW)
    shown = moderator.get(address(page), {"question": Q1}).context
    assert (shown["under_way"], shown["effect"].judged) == (0, 4)


@pytest.mark.parametrize("role", ["editor", "auditor", "administrator"])
def test_for_those_who_may_not_publish_there_is_no_such_page(page: QuizPage, role: str) -> None:
    client = Client()
    client.force_login(make_staff(role))
    assert client.get(address(page)).status_code == 404
    assert client.post(address(page), {"question": Q1, "reason": "x", "seen": ""}).status_code == 404
