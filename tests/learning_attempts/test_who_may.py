"""Whose attempt it is: others find nothing, visitors sign in, those not enrolled are led to the course."""

from django.test import Client

from learning.models import Attempt, Submission
from tests.factories.people import make_person
from tests.factories.quiz_data import block_id

from .conftest import Learner
from .pages import form, url


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


def test_somebody_who_is_not_enrolled_is_led_to_the_course(learner: Learner) -> None:
    stranger = Client()
    stranger.force_login(make_person())
    path = f"/ru/my/quizzes/{learner.quiz.translation_key}/"
    for response in (stranger.get(path), stranger.post(path)):
        assert response.headers["Location"] == "/ru/courses/ethics-online/"
    assert not Attempt.objects.exists()


def test_a_quiz_that_does_not_exist_is_not_found(learner: Learner) -> None:
    assert learner.client.get(f"/uz/my/quizzes/{block_id('none')}/").status_code == 404
