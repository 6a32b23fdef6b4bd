"""Beginning: one open attempt, the rules of the moment frozen on it, refusals that say why."""

from datetime import timedelta

import pytest

from learning.domain.attempt_frozen import read_limits
from learning.domain.attempt_rules import Refusal
from learning.models import Attempt, Enrolment
from learning.services.attempts import StartRefused, StepLocked, start_attempt, submit
from learning.services.enrolment import enrol
from quizzes.models import QuizPage
from quizzes.services import QuizNotReady, spec_from
from tests.factories.pages import make_course, publish, step
from tests.factories.people import make_person
from tests.factories.quizzes import write_quiz

from .conftest import NOW, RIGHT, WRONG, Learner


def test_a_second_start_returns_the_open_attempt(learner: Learner) -> None:
    first = learner.begin(seed="one")
    assert learner.begin(seed="two", language="ru") == first
    assert Attempt.objects.count() == 1


def test_rules_and_texts_are_frozen_on_the_attempt(learner: Learner) -> None:
    attempt = learner.begin()
    assert set(attempt.limits.pop("texts")) == {"uz", "ru", "en"}
    rules = read_limits(Attempt.objects.get(pk=attempt.pk).limits).rules
    assert rules == spec_from(attempt.version.payload).rules
    assert (rules.pass_percent, rules.attempts_allowed, rules.pause_hours, rules.layout) == (70, 3, 24, "one")


def test_every_question_and_option_is_drawn(learner: Learner) -> None:
    drawn = learner.begin().drawn
    assert [len(item["options"]) for item in drawn] == [3, 4, 2]


def test_attempts_are_numbered(learner: Learner) -> None:
    learner.sit(WRONG)
    assert learner.begin(hours=1).number == 2


def test_the_last_attempt_waits_and_says_until_when(learner: Learner) -> None:
    learner.sit(WRONG)
    learner.sit(WRONG, hours=1)
    with pytest.raises(StartRefused) as refused:
        learner.begin(hours=24)
    assert refused.value.standing.refusal is Refusal.PAUSE
    assert refused.value.standing.opens_at == NOW + timedelta(hours=25)
    assert learner.begin(hours=25).number == 3


def test_no_attempt_is_left_after_the_last(learner: Learner) -> None:
    for hours in (0, 1, 50):
        learner.sit(WRONG, hours=hours)
    with pytest.raises(StartRefused) as refused:
        learner.begin(hours=500)
    assert refused.value.standing.refusal is Refusal.NONE_LEFT


def test_a_passed_quiz_is_closed(learner: Learner) -> None:
    learner.sit(RIGHT)
    with pytest.raises(StartRefused) as refused:
        learner.begin(hours=1)
    assert refused.value.standing.refusal is Refusal.PASSED


def test_a_quiz_without_limit_may_be_sat_again_and_again(make_learner) -> None:
    learner = make_learner(attempts_allowed=0)
    for number in range(5):
        learner.sit(WRONG, hours=number)
    assert learner.begin(hours=6).number == 6


def test_more_attempts_on_the_page_open_the_quiz_again(learner: Learner) -> None:
    for hours in (0, 1, 50):
        learner.sit(WRONG, hours=hours)
    QuizPage.objects.filter(pk=learner.quiz.pk).update(attempts_allowed=5)
    assert learner.begin(hours=51).number == 4


def test_a_locked_step_cannot_be_begun(db: None) -> None:
    course = make_course("fixed-course", lessons=1)
    quiz = write_quiz(step(course, "quiz"))
    person = make_person()
    enrolment = enrol(person=person, course_key=course.translation_key, language="uz", now=NOW)
    with pytest.raises(StepLocked):
        start_attempt(person=person, enrolment=enrolment, quiz_page=quiz, language="uz", seed="s", now=NOW)
    assert Attempt.objects.count() == 0


def test_a_quiz_of_another_course_cannot_be_begun(learner: Learner) -> None:
    other = write_quiz(step(make_course("other", lessons=1), "quiz"))
    with pytest.raises(StepLocked):
        start_attempt(
            person=learner.person, enrolment=learner.enrolment, quiz_page=other, language="uz", seed="s", now=NOW
        )


def test_another_person_s_enrolment_opens_nothing(learner: Learner) -> None:
    with pytest.raises(StepLocked):
        start_attempt(
            person=make_person(),
            enrolment=learner.enrolment,
            quiz_page=learner.quiz,
            language="uz",
            seed="s",
            now=NOW,
        )


def test_a_course_that_was_left_opens_nothing(learner: Learner) -> None:
    Enrolment.objects.filter(pk=learner.enrolment.pk).update(state=Enrolment.State.LEFT)
    with pytest.raises(StepLocked):
        learner.begin()


def test_a_quiz_that_is_not_live_cannot_be_begun(learner: Learner) -> None:
    learner.enrolment.refresh_from_db()
    quiz = learner.quiz
    quiz.questions = "[]"
    publish(quiz)
    with pytest.raises(QuizNotReady):
        learner.begin()


def test_an_open_attempt_of_an_earlier_enrolment_is_given_up(make_learner) -> None:
    learner = make_learner(attempts_allowed=0)
    old = learner.begin()
    Enrolment.objects.filter(pk=learner.enrolment.pk).update(state=Enrolment.State.COMPLETED)
    learner.enrolment = enrol(
        person=learner.person, course_key=learner.course.translation_key, language="uz", now=NOW, anew=True
    )
    new = learner.begin()
    old.refresh_from_db()
    assert (old.state, new.number, new.enrolment) == (Attempt.State.ABANDONED, 1, learner.enrolment)


def test_an_empty_attempt_can_be_handed_in(learner: Learner) -> None:
    score = submit(attempt=learner.begin(), now=NOW)
    assert (score.points, score.passed, score.submission.answered) == (0, False, 0)
