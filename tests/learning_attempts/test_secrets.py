"""Nothing that a browser gets before hand-in tells a right answer from a wrong one."""

import pytest
from django.core.management import call_command

from learning.services.attempts import submit
from tests.factories.pages import in_language
from tests.factories.question_types import TYPE_SECRETS, TYPES, question_id
from tests.factories.quizzes import SECRETS

from .conftest import NOW, RIGHT, Learner
from .pages import Q1, form, text, url
from .typed_forms import decide, place_of, right_form, write_types


@pytest.mark.parametrize("layout", ["one", "all"])
@pytest.mark.parametrize("language", ["uz", "ru", "en"])
def test_nothing_before_hand_in_gives_an_answer_away(make_learner, layout: str, language: str) -> None:
    learner = make_learner(layout=layout)
    attempt = learner.begin()
    paths = [f"/{language}/my/quizzes/{learner.quiz.translation_key}/", f"/{language}/my/attempts/"]
    paths += [url(attempt, tail, language) for tail in ("", "1/", "2/", "3/", "review/")]
    responses = [learner.client.get(path, follow=True) for path in paths]
    for key, letters in RIGHT.items():
        for headers in ({}, {"accept": "application/json"}):
            sent = form(**{key: letters})
            responses.append(learner.client.post(url(attempt, "save/", language), sent, headers=headers))
    responses.append(learner.client.post(url(attempt, "save/", language), {"question": Q1, f"answer-{Q1}": "x"}))
    for response in responses:
        everything = text(response) + repr(dict(response.headers))
        assert not [secret for secret in SECRETS if secret in everything], response.request["PATH_INFO"]


def test_options_differ_in_nothing_but_id_and_words(learner: Learner) -> None:
    """A right option must look like a wrong one: same tag, same attributes."""
    page = learner.client.get(url(learner.begin(), "1/"))
    lines = [line.strip() for line in text(page).splitlines() if 'class="choice"' in line]
    for option in page.context["question"].body.options:
        lines = [line.replace(option.id, "ID").replace(str(option.text.text), "WORDS") for line in lines]
    assert len(lines) == 3
    assert len(set(lines)) == 1


@pytest.fixture
def typed(learner: Learner) -> Learner:
    write_types(learner.quiz)
    return learner


@pytest.mark.parametrize("layout", ["one", "all"])
def test_no_type_gives_its_key_away_before_hand_in(typed: Learner, layout: str) -> None:
    write_types(typed.quiz, layout=layout)
    attempt = typed.begin()
    places = range(1, len(TYPES) + 1)
    paths = [f"/uz/my/quizzes/{typed.quiz.translation_key}/", "/uz/my/attempts/"]
    paths += [url(attempt, tail) for tail in ("", "review/", *(f"{place}/" for place in places))]
    responses = []
    for type_ in (type_ for type_ in TYPES if type_ not in ("scenario", "text", "gaps")):
        fields = {"question": question_id(type_), **right_form(attempt, type_)}
        if type_ == "numeric":
            fields[f"answer-{question_id(type_)}.number"] = "17"
        for headers in ({}, {"accept": "application/json"}):
            responses.append(typed.client.post(url(attempt, "save/"), fields, headers=headers))
    wrong = {"question": question_id("numeric"), f"answer-{question_id('numeric')}.number": "x"}
    responses.append(typed.client.post(url(attempt, "save/"), wrong))
    responses += [typed.client.get(path, follow=True) for path in paths]
    for response in responses:
        everything = text(response) + repr(dict(response.headers))
        assert not [secret for secret in TYPE_SECRETS if secret in everything], response.request["PATH_INFO"]


def test_nothing_outside_an_attempt_tells_of_the_questions(typed: Learner, client) -> None:
    quiz = in_language(typed.quiz, "uz")
    call_command("rebuild_search")
    paths = [quiz.url, "/uz/search/?q=MAXFIY", "/uz/search/?q=Savol", "/uz/search/?q=Vaziyat"]
    paths += [f"/api/v2/pages/{quiz.pk}/", "/api/v2/pages/?type=quizzes.QuizPage&fields=*", "/sitemap.xml"]
    paths += [f"/admin/pages/{quiz.pk}/view_draft/", f"/admin/pages/{quiz.pk}/edit/preview/?mode=questions"]
    paths += [f"/admin/quizzes/{quiz.pk}/try/"]
    for browser in (client, typed.client):
        for path in paths:
            response = browser.get(path)
            page = text(response).replace("q=MAXFIY", "").replace('value="MAXFIY"', "")
            told = (*TYPE_SECRETS[1:], "Savol matching", "MAXFIY-", "Vaziyat start")
            assert not [secret for secret in told if secret in page], path


def test_what_is_sent_is_a_place_and_never_a_partner(typed: Learner) -> None:
    attempt = typed.begin()
    page = typed.client.get(url(attempt, f"{place_of(attempt, 'matching')}/"))
    values = {option.value for row in page.context["question"].body.rows for option in row.options}
    assert values == {"1", "2", "3", "4"}


def test_after_hand_in_a_final_keeps_its_key_until_it_is_settled(typed: Learner) -> None:
    write_types(typed.quiz, review="after_pass_or_last")
    attempt = typed.begin()
    decide(typed, attempt, 0, "shout")
    submit(attempt=attempt, now=NOW)
    page = text(typed.client.get(url(attempt, "result/")))
    assert "MAXFIY-TUSHUNTIRISH matching" in page
    for secret in ("4321", "MAXFIY soʻz", ".partner", "Qaror call", "Vaziyat good"):
        assert secret not in page
