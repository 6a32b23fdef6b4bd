"""The pages of a sitting, as a browser without JavaScript goes through them."""

from datetime import timedelta

from django.utils import timezone

from learning.models import Attempt, DraftAnswer
from learning.services.attempts import start_attempt, submit
from quizzes.models import QuizPage
from tests.factories.pages import in_language
from tests.factories.quizzes import ids

from .conftest import RIGHT, Learner
from .pages import form, text, url


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
    assert {option.id for option in question.body.options if option.chosen} == set(ids("quiz", "q2", "ac"))


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


def test_the_page_follows_the_language_of_its_address(learner: Learner) -> None:
    attempt = learner.begin(language="uz")
    for language in ("uz", "ru", "en"):
        assert f"Savol q1 [{language}]" in text(learner.client.get(url(attempt, "1/", language)))


def test_words_in_another_language_are_marked(learner: Learner) -> None:
    QuizPage.objects.filter(pk=in_language(learner.quiz, "en").pk).update(live=False)
    page = text(learner.client.get(url(learner.begin(), "1/", "en")))
    assert '<div class="prose" id="stem-1" lang="uz"><p>Savol q1 [uz]</p></div>' in page


def test_a_place_that_does_not_exist_is_not_found(learner: Learner) -> None:
    attempt = learner.begin()
    assert learner.client.get(url(attempt, "4/")).status_code == 404
    assert learner.client.get(url(attempt, "0/")).status_code == 404


def test_the_start_page_says_when_the_last_attempt_opens(learner: Learner) -> None:
    now = timezone.now()
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
