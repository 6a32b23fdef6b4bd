"""The pages of a sitting, as a browser without JavaScript goes through them."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from core.citations import CitedArticle
from learning.models import Attempt, DraftAnswer, Submission
from learning.services.attempts import submit
from tests.factories.people import make_person
from tests.factories.quiz_data import block_id
from tests.factories.quizzes import SECRETS, answers, ids

from .conftest import NOW, RIGHT, WRONG, Learner

Q1, Q2, Q3 = (block_id("quiz", key) for key in ("q1", "q2", "q3"))


def form(then: str = "stay", **letters: str) -> dict[str, object]:
    """Return what the form of these questions sends."""
    chosen = answers("quiz", **letters)
    shown = [block_id("quiz", key) for key in letters]
    return {"question": shown, "then": then} | {f"answer-{key}": list(value) for key, value in chosen.items()}


def url(attempt: Attempt, tail: str = "", language: str = "uz") -> str:
    return f"/{language}/my/attempts/{attempt.uuid}/{tail}"


def text(response) -> str:
    return response.content.decode()


def test_the_whole_way_works_with_forms_alone(learner: Learner) -> None:
    start = learner.client.get(f"/uz/my/quizzes/{learner.quiz.translation_key}/")
    assert start.status_code == 200
    begun = learner.client.post(start.request["PATH_INFO"], follow=True)
    attempt = Attempt.objects.get()
    assert begun.request["PATH_INFO"] == url(attempt, "1/")
    save = url(attempt, "save/")
    second = learner.client.post(save, form("2", q1="a"), follow=True)
    assert second.request["PATH_INFO"] == url(attempt, "2/")
    learner.client.post(save, form("3", q2="ab"))
    review = learner.client.post(save, form("review", q3="true"), follow=True)
    assert review.request["PATH_INFO"] == url(attempt, "review/")
    result = learner.client.post(url(attempt, "hand-in/"), follow=True)
    assert result.request["PATH_INFO"] == url(attempt, "result/")
    assert result.context["result"].percent == 100


def test_an_attempt_is_resumed_at_the_first_question_without_an_answer(learner: Learner) -> None:
    attempt = learner.begin()
    learner.answer(attempt, q1="a")
    assert learner.client.get(url(attempt)).headers["Location"] == url(attempt, "2/")


def test_a_saved_answer_is_shown_as_chosen(learner: Learner) -> None:
    attempt = learner.begin()
    learner.answer(attempt, q2="ac")
    question = learner.client.get(url(attempt, "2/")).context["question"]
    assert {option.id for option in question.options if option.chosen} == set(ids("quiz", "q2", "ac"))


def test_questions_stand_in_a_fieldset_with_a_legend(learner: Learner) -> None:
    page = text(learner.client.get(url(learner.begin(), "2/")))
    assert page.count("<fieldset") == page.count("<legend") == 1
    assert page.count('type="checkbox"') == 4


def test_all_questions_can_stand_on_one_page_and_be_saved_at_once(make_learner) -> None:
    learner = make_learner(layout="all")
    attempt = learner.begin()
    page = text(learner.client.get(url(attempt)))
    assert page.count("<fieldset") == 3
    learner.client.post(url(attempt, "save/"), form("review", **RIGHT))
    assert DraftAnswer.objects.count() == 3


def test_a_script_is_told_when_its_answer_was_saved(learner: Learner) -> None:
    attempt = learner.begin()
    response = learner.client.post(url(attempt, "save/"), form(q1="a"), headers={"accept": "application/json"})
    at = timezone.localtime(DraftAnswer.objects.get().saved_at).strftime("%H:%M")
    assert response.json().keys() == {"message"}
    assert at in response.json()["message"]


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
    for option in page.context["question"].options:
        lines = [line.replace(option.id, "ID").replace(str(option.text.text), "WORDS") for line in lines]
    assert len(lines) == 3
    assert len(set(lines)) == 1


def test_the_page_follows_the_language_of_its_address(learner: Learner) -> None:
    attempt = learner.begin(language="uz")
    for language in ("uz", "ru", "en"):
        assert f"Savol q1 [{language}]" in text(learner.client.get(url(attempt, "1/", language)))


def test_words_in_another_language_are_marked(learner: Learner) -> None:
    from quizzes.models import QuizPage
    from tests.factories.pages import in_language

    QuizPage.objects.filter(pk=in_language(learner.quiz, "en").pk).update(live=False)
    page = text(learner.client.get(url(learner.begin(), "1/", "en")))
    assert '<div class="prose" id="stem-1" lang="uz"><p>Savol q1 [uz]</p></div>' in page


def test_the_result_explains_every_choice(learner: Learner) -> None:
    attempt = learner.begin()
    learner.answer(attempt, q1="b", q2="ab", q3="true")
    submit(attempt=attempt, now=NOW)
    page = text(learner.client.get(url(attempt, "result/")))
    assert "MAXFIY-IZOH b [uz]" in page
    assert page.count("MAXFIY-TUSHUNTIRISH") == 3
    assert "MAXFIY-IZOH ha [uz]" in page


def test_the_result_cites_articles_of_the_edition_in_force(learner: Learner, monkeypatch) -> None:
    pair = ("online-practice-code", "consent.online")
    article = CitedArticle(
        *pair, "9", "Rozilik", "9-modda", "/uz/guidelines/online-practice-code/#consent.online", True
    )
    asked: list[tuple] = []

    def resolver(wanted, language):
        asked.append((list(wanted), language))
        return {pair: article}

    monkeypatch.setattr("core.citations._resolver", resolver)
    attempt = learner.begin()
    submit(attempt=attempt, now=NOW)
    page = text(learner.client.get(url(attempt, "result/", "ru")))
    assert page.count(f'href="{article.url}"') == 3
    assert asked == [([pair], "ru")]


def test_right_answers_wait_for_a_pass_or_the_last_attempt(make_learner) -> None:
    learner = make_learner(review="after_pass_or_last", pause_hours=0)
    shown = []
    for hours in (0, 1, 2):
        score = learner.sit(WRONG, hours=hours)
        shown.append(learner.client.get(url(score.submission.attempt, "result/")).context["result"])
    assert [result.right_answers_shown for result in shown] == [False, False, True]
    early = [option for question in shown[0].questions for option in question.options]
    assert {option.correct for option in early} == {None}
    assert all(option.feedback is None for option in early if not option.chosen)


def test_right_answers_that_wait_are_not_in_the_page(make_learner) -> None:
    learner = make_learner(review="after_pass_or_last")
    score = learner.sit({"q1": "b"})
    page = text(learner.client.get(url(score.submission.attempt, "result/")))
    assert "MAXFIY-IZOH b" in page
    assert "MAXFIY-IZOH a" not in page


def test_a_foreign_attempt_is_not_found(learner: Learner) -> None:
    attempt = learner.begin()
    stranger = Client()
    stranger.force_login(make_person())
    for tail in ("", "1/", "review/", "result/"):
        assert stranger.get(url(attempt, tail)).status_code == 404
    assert stranger.post(url(attempt, "save/"), form(q1="a")).status_code == 404
    assert stranger.post(url(attempt, "hand-in/")).status_code == 404
    assert not Submission.objects.exists()


def test_a_visitor_is_sent_to_sign_in(learner: Learner) -> None:
    attempt = learner.begin()
    for path in (url(attempt), url(attempt, "1/"), "/uz/my/attempts/"):
        response = Client().get(path)
        assert response.status_code == 302
        assert "/account/" in response.headers["Location"]


def test_reading_never_writes(learner: Learner) -> None:
    attempt = learner.begin()
    for tail in ("save/", "hand-in/"):
        assert learner.client.get(url(attempt, tail)).status_code == 405
    assert not Submission.objects.exists()


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"question": Q1, f"answer-{Q1}": "not-an-option"},
        {"question": Q1, f"answer-{Q1}": list(ids("quiz", "q1", "ab"))},
        {"question": Q1, f"answer-{Q2}": list(ids("quiz", "q2", "a"))},
        {"question": block_id("nowhere"), f"answer-{block_id('nowhere')}": "true"},
        {"question": [str(number) for number in range(300)]},
        {"question": Q2, f"answer-{Q2}": ["x"] * 11},
        {"question": Q1, f"answer-{Q1}": "x" * 300_000},
        {"question": Q1, f"answer-{Q1}": "\x00"},
    ],
    ids=["empty", "option", "two", "hidden", "question", "many", "choices", "large", "zero"],
)
def test_a_bad_form_is_refused_in_words_and_stores_nothing(learner: Learner, sent: dict) -> None:
    attempt = learner.begin()
    response = learner.client.post(url(attempt, "save/"), sent)
    assert response.status_code == 400
    assert 'role="alert"' in text(response)
    assert not DraftAnswer.objects.exists()
    scripted = learner.client.post(url(attempt, "save/"), sent, headers={"accept": "application/json"})
    assert scripted.status_code == 400
    assert scripted.json()["message"]


def test_what_was_chosen_beside_a_bad_answer_is_not_lost(make_learner) -> None:
    learner = make_learner(layout="all")
    sent = form(q1="c", q2="", q3="true") | {f"answer-{Q2}": [*ids("quiz", "q2", "d"), "forged"]}
    response = learner.client.post(url(learner.begin(), "save/"), sent)
    chosen = {option.id for item in response.context["sitting"].questions for option in item.options if option.chosen}
    assert chosen == {*ids("quiz", "q1", "c"), *ids("quiz", "q2", "d"), "true"}


def test_a_button_cannot_lead_off_the_site(learner: Learner) -> None:
    attempt = learner.begin()
    for then in ("https://elsewhere.example/", "//elsewhere.example", "99", "0", "-1", "²"):
        response = learner.client.post(url(attempt, "save/"), form(then, q1="a"))
        assert response.headers["Location"] == url(attempt)


def test_saving_after_hand_in_leads_to_the_result(learner: Learner) -> None:
    attempt = learner.begin()
    submit(attempt=attempt, now=NOW)
    response = learner.client.post(url(attempt, "save/"), form("2", q1="a"))
    assert response.headers["Location"] == url(attempt, "result/")
    scripted = learner.client.post(url(attempt, "save/"), form(q1="a"), headers={"accept": "application/json"})
    assert scripted.status_code == 409


def test_the_result_of_an_open_attempt_leads_back_to_it(learner: Learner) -> None:
    attempt = learner.begin()
    assert learner.client.get(url(attempt, "result/")).headers["Location"] == url(attempt)


def test_a_place_that_does_not_exist_is_not_found(learner: Learner) -> None:
    attempt = learner.begin()
    assert learner.client.get(url(attempt, "4/")).status_code == 404
    assert learner.client.get(url(attempt, "0/")).status_code == 404


def test_past_attempts_are_listed_with_their_results(learner: Learner) -> None:
    learner.sit(WRONG)
    learner.begin(hours=1)
    lines = learner.client.get("/ru/my/attempts/").context["lines"]
    assert [(line.number, line.state, line.percent, line.title) for line in lines] == [
        (2, "open", None, "Test quiz [ru]"),
        (1, "submitted", 0, "Test quiz [ru]"),
    ]


def test_the_start_page_says_when_the_last_attempt_opens(learner: Learner) -> None:
    now = timezone.now()
    from learning.services.attempts import start_attempt

    for _number in range(2):
        attempt = start_attempt(
            person=learner.person,
            enrolment=learner.enrolment,
            quiz_page=learner.quiz,
            language="uz",
            seed="s",
            now=now,
        )
        submit(attempt=attempt, now=now)
    path = f"/en/my/quizzes/{learner.quiz.translation_key}/"
    page = learner.client.get(path)
    opens = timezone.localtime(now + timedelta(hours=24)).strftime("%H:%M")
    assert opens in text(page)
    assert '<form method="post"' not in text(page).split("<main")[1]
    assert learner.client.post(path).headers["Location"] == path
    assert Attempt.objects.count() == 2


def test_somebody_who_is_not_enrolled_is_led_to_the_course(learner: Learner) -> None:
    stranger = Client()
    stranger.force_login(make_person())
    path = f"/ru/my/quizzes/{learner.quiz.translation_key}/"
    for response in (stranger.get(path), stranger.post(path)):
        assert response.headers["Location"] == "/ru/courses/ethics-online/"
    assert not Attempt.objects.exists()


def test_a_quiz_that_does_not_exist_is_not_found(learner: Learner) -> None:
    assert learner.client.get(f"/uz/my/quizzes/{block_id('none')}/").status_code == 404
