"""A wrong key is corrected: who is judged anew, what stays, who is told, and what is refused."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from accounts.models import PrivilegedAct, User
from accounts.services import erase_person
from accounts.site_roles import setup_roles
from learning.attempt_result import result
from learning.models import ActivityCompletion, Enrolment, Score
from learning.selectors_rekeying import TooManySittings, differing_questions, live_spec, preview
from learning.services import rekeying
from learning.services.rekeying import Corrected, PreviewOutOfDate, correct_key
from notices.models import Notice
from quizzes.models import QuizPage, QuizVersion
from tests.factories.accounts import make_staff
from tests.factories.learning import NOW, make_enrolment, read_lessons, sit_quiz
from tests.factories.pages import make_course, step
from tests.factories.people import make_person
from tests.factories.rekeying import Q1, Q2, answers, correct_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(db: None) -> QuizPage:
    setup_roles()
    page = step(make_course(lessons=1), "quiz")
    page.pass_percent = 100
    page.save_revision().publish()
    return QuizPage.objects.get(pk=page.pk)


@pytest.fixture
def moderator(page: QuizPage) -> User:
    return make_staff("moderator")


def sat(page: QuizPage, name: str, first: str, **more: Any) -> Enrolment:
    """Return the enrolment of somebody who read the lesson and sat the quiz."""
    course = page.get_parent().get_parent().specific
    enrolment = make_enrolment(course, make_person(f"{name}@example.test"))
    read_lessons(enrolment, "lesson-1")
    sit_quiz(enrolment, page, answers(first, **more))
    return enrolment


def correct(page: QuizPage, author: User, *, seen: str = "", reason: str = "Kalit xato edi") -> Corrected:
    found = preview(quiz_key=page.translation_key, questions=[Q1], now=live_spec(page.translation_key))
    return correct_key(
        page=page, questions=[Q1], seen=seen or found.fingerprint, reason=reason, author=author, now=timezone.now()
    )


def scores(enrolment: Enrolment) -> list[Score]:
    return list(Score.objects.filter(submission__attempt__enrolment=enrolment).order_by("sequence"))


def done(enrolment: Enrolment, page: QuizPage) -> bool:
    return ActivityCompletion.objects.filter(enrolment=enrolment, activity_key=page.translation_key).exists()


def test_everybody_who_was_asked_gets_a_further_score_and_the_first_stays(page: QuizPage, moderator: User) -> None:
    gains, loses, neither = sat(page, "gains", "c"), sat(page, "loses", "a"), sat(page, "neither", "b")
    correct_page(page)
    assert correct(page, moderator) == Corrected(judged=3, changed=2, waiting=False)
    assert [(score.points, score.passed) for score in scores(gains)] == [(6, False), (8, True)]
    assert [(score.points, score.passed) for score in scores(loses)] == [(8, True), (6, False)]
    assert [score.points for score in scores(neither)] == [6, 6]
    last = scores(gains)[-1]
    assert (last.author, last.reason) == (moderator, "Kalit xato edi")
    first = scores(gains)[0].version
    assert last.version != first
    assert (
        {text.language for text in last.version.texts.all()} == {text.language for text in first.texts.all()} != set()
    )


def test_who_passes_now_is_completed_and_a_completion_stays_where_a_result_falls(
    page: QuizPage, moderator: User
) -> None:
    gains, loses = sat(page, "gains", "c"), sat(page, "loses", "a")
    assert (done(gains, page), done(loses, page)) == (False, True)
    correct_page(page)
    correct(page, moderator)
    assert (done(gains, page), done(loses, page)) == (True, True)
    states = {item.person.email: item.state for item in Enrolment.objects.select_related("person")}
    assert set(states.values()) == {Enrolment.State.COMPLETED}
    assert Enrolment.objects.get(pk=loses.pk).summary.states[str(page.translation_key)] == "done"


def test_only_those_whose_result_changes_are_told_once_in_their_language(page: QuizPage, moderator: User) -> None:
    gains, neither = sat(page, "gains", "c"), sat(page, "neither", "b")
    User.objects.filter(pk=gains.person_id).update(preferred_language="ru")
    correct_page(page)
    correct(page, moderator)
    notice = Notice.objects.get(kind="learning.corrected")
    assert (notice.person, notice.language) == (gains.person, "ru")
    assert "Kalit xato edi" in notice.body
    assert str(gains.attempts.get().uuid) in notice.url
    assert not Notice.objects.filter(person=neither.person, kind="learning.corrected").exists()


def test_the_review_and_the_points_follow_the_newest_score(page: QuizPage, moderator: User) -> None:
    gains = sat(page, "gains", "c")
    correct_page(page)
    correct(page, moderator)
    shown = result(gains.attempts.select_related("version", "enrolment").get(), language="uz", now=NOW)
    assert (shown.percent, shown.passed) == (100, True)
    assert shown.questions[0].outcome == "right"


def test_sent_twice_it_is_done_once(page: QuizPage, moderator: User) -> None:
    gains = sat(page, "gains", "c")
    correct_page(page)
    seen = preview(quiz_key=page.translation_key, questions=[Q1], now=live_spec(page.translation_key)).fingerprint
    correct(page, moderator, seen=seen)
    with pytest.raises(PreviewOutOfDate):
        correct(page, moderator, seen=seen)
    with pytest.raises(PreviewOutOfDate):
        correct(page, moderator)  # a new look finds nothing left to do
    assert len(scores(gains)) == 2
    assert PrivilegedAct.objects.filter(verb="learning.correct_key").count() == 1
    assert not differing_questions(quiz_key=page.translation_key, now=live_spec(page.translation_key))


def test_what_was_not_seen_is_not_done(page: QuizPage, moderator: User) -> None:
    sat(page, "gains", "c")
    correct_page(page)
    seen = preview(quiz_key=page.translation_key, questions=[Q1], now=live_spec(page.translation_key)).fingerprint
    correct_page(page, right="b")
    with pytest.raises(PreviewOutOfDate):
        correct(page, moderator, seen=seen)
    assert Score.objects.count() == 1
    assert not PrivilegedAct.objects.filter(verb="learning.correct_key").exists()


@pytest.mark.parametrize("role", ["editor", "auditor", "trainer", "administrator"])
def test_only_who_may_publish_the_quiz_may_correct(page: QuizPage, role: str) -> None:
    sat(page, "gains", "c")
    correct_page(page)
    with pytest.raises(PermissionDenied):
        correct(page, make_staff(role))
    assert Score.objects.count() == 1


@pytest.mark.parametrize("reason", ["", "  \n ", "x" * 501])
def test_a_reason_is_needed(page: QuizPage, moderator: User, reason: str) -> None:
    sat(page, "gains", "c")
    correct_page(page)
    with pytest.raises(ValidationError):
        correct(page, moderator, reason=reason or " ")
    assert Score.objects.count() == 1


def test_points_and_rules_stay_as_they_were_sat(page: QuizPage, moderator: User) -> None:
    gains = sat(page, "gains", "c")
    page.pass_percent = 10
    correct_page(page, points=5, critical=True)
    correct(page, moderator)
    before, after = scores(gains)
    assert (before.maximum, after.maximum) == (8, 8)


def test_a_question_that_was_not_chosen_keeps_its_key(page: QuizPage, moderator: User) -> None:
    gains = sat(page, "gains", "c")
    correct_page(page)
    found = preview(quiz_key=page.translation_key, questions=[Q2], now=live_spec(page.translation_key))
    assert found.lines == ()
    assert len(scores(gains)) == 1


def test_what_was_erased_with_its_person_is_left_as_it_is(page: QuizPage, moderator: User) -> None:
    gone, stays = sat(page, "gone", "c"), sat(page, "stays", "c")
    erase_person(person=gone.person, actor=gone.person, reason="", now=timezone.now())
    correct_page(page)
    assert correct(page, moderator).judged == 1
    assert (len(scores(gone)), len(scores(stays))) == (1, 2)


def test_a_correction_of_a_correction_counts(page: QuizPage, moderator: User) -> None:
    first, second = sat(page, "first", "b"), sat(page, "second", "c")
    correct_page(page)
    correct(page, moderator)
    correct_page(page, right="b")
    correct(page, moderator)
    assert [score.points for score in scores(first)] == [6, 6, 8]
    assert [score.points for score in scores(second)] == [6, 8, 6]


def test_many_sittings_are_judged_by_the_worker(page: QuizPage, moderator: User, monkeypatch: Any) -> None:
    gains = sat(page, "gains", "c")
    correct_page(page)
    monkeypatch.setattr(rekeying, "AT_ONCE", 0)
    assert correct(page, moderator).waiting
    assert len(scores(gains)) == 1
    ordered = DBTaskResult.objects.get(task_path=rekeying.tasks.judge_anew.module_path)
    for _time in range(2):  # a task that is done again does nothing
        rekeying.tasks.judge_anew.call(*ordered.args_kwargs["args"])
    assert [score.points for score in scores(gains)] == [6, 8]
    assert Notice.objects.filter(kind="learning.corrected").count() == 1


def test_more_than_can_be_judged_is_refused(page: QuizPage, monkeypatch: Any) -> None:
    sat(page, "one", "c")
    sat(page, "two", "c")
    correct_page(page)
    monkeypatch.setattr("learning.selectors_rekeying.MOST", 1)
    with pytest.raises(TooManySittings):
        preview(quiz_key=page.translation_key, questions=[Q1], now=live_spec(page.translation_key))


def test_the_preview_asks_no_more_for_more_people(page: QuizPage, django_assert_num_queries: Any) -> None:
    for number in range(4):
        sat(page, f"p{number}", "c")
    correct_page(page)
    now = live_spec(page.translation_key)
    with django_assert_num_queries(4):
        assert len(preview(quiz_key=page.translation_key, questions=[Q1], now=now).lines) == 4
    assert QuizVersion.objects.count() == 1
