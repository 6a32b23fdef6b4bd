"""Time is up: what becomes of the attempt, whoever comes first, and what its pages say. A GET ends nothing."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from learning.chores import end_overdue_attempts
from learning.domain.attempt_rules import Refusal
from learning.models import ActivityCompletion, Attempt, DraftAnswer, Score, Submission
from learning.services.attempts import AttemptClosed, StartRefused, TimeIsUp, submit
from learning.services.handing_in import end_if_over

from .conftest import NOW, RIGHT, Learner
from .pages import form, text, url

LIMIT = NOW + timedelta(minutes=30)
LATE = LIMIT + timedelta(minutes=1)
AGES = LIMIT + timedelta(days=3)


def begun(make_learner: Any, **rules: Any) -> tuple[Learner, Attempt]:
    """Return a learner with right answers saved in an attempt of thirty minutes."""
    learner = make_learner(time_limit=30, **rules)
    attempt = learner.begin()
    learner.answer(attempt, **RIGHT)
    return learner, attempt


def save_at(attempt: Attempt, when: Any) -> None:
    from learning.services.attempts import save_answers
    from tests.factories.quizzes import answers

    save_answers(attempt=attempt, answers=answers("quiz", q1="b"), language="uz", now=when)


def test_the_end_is_set_when_the_attempt_begins(make_learner) -> None:
    _learner, attempt = begun(make_learner)
    assert attempt.closes_at == LIMIT


def test_the_closing_of_the_quiz_ends_an_attempt_earlier(make_learner) -> None:
    closes = NOW + timedelta(minutes=10)
    assert make_learner(time_limit=30, closes_at=closes).begin().closes_at == closes


def test_a_quiz_without_a_limit_never_ends(learner: Learner) -> None:
    assert learner.begin().closes_at is None


@pytest.mark.parametrize(("field", "refusal"), [("opens_at", Refusal.NOT_OPEN), ("closes_at", Refusal.CLOSED)])
def test_outside_its_dates_a_quiz_cannot_be_begun(make_learner, field: str, refusal: Refusal) -> None:
    when = NOW + timedelta(hours=1) if field == "opens_at" else NOW
    with pytest.raises(StartRefused) as refused:
        make_learner(**{field: when}).begin()
    assert refused.value.standing.refusal is refusal


def test_a_late_answer_changes_nothing_and_hands_in_what_was_saved_as_at_the_limit(make_learner) -> None:
    _learner, attempt = begun(make_learner)
    with pytest.raises(TimeIsUp):
        save_at(attempt, LATE)
    attempt.refresh_from_db()
    score = Score.objects.get()
    assert (attempt.state, attempt.submitted_at, score.submission.at) == (Attempt.State.SUBMITTED, LIMIT, LIMIT)
    assert score.passed
    assert not DraftAnswer.objects.exists()


@pytest.mark.parametrize("by", ["learner", "tick", "start"])
def test_whoever_comes_first_hands_in_once(make_learner, by: str) -> None:
    learner, attempt = begun(make_learner)
    if by == "learner":
        submit(attempt=attempt, now=AGES)
    elif by == "tick":
        assert end_overdue_attempts(now=AGES) == 1
    else:
        with pytest.raises(StartRefused):
            learner.begin(hours=100)
    assert end_overdue_attempts(now=AGES) == 0
    assert submit(attempt=attempt, now=AGES).passed
    attempt.refresh_from_db()
    assert attempt.submitted_at == LIMIT
    assert (Submission.objects.count(), Score.objects.count(), ActivityCompletion.objects.count()) == (1, 1, 1)


def test_the_tick_leaves_attempts_alone_whose_time_runs(make_learner) -> None:
    _learner, attempt = begun(make_learner)
    assert end_overdue_attempts(now=LIMIT - timedelta(seconds=1)) == 0
    assert end_if_over(attempt=attempt, now=NOW).state == Attempt.State.OPEN


def test_in_the_grace_period_it_can_be_handed_in_and_not_answered(make_learner) -> None:
    _learner, attempt = begun(make_learner, overdue="grace", grace_minutes=5)
    with pytest.raises(TimeIsUp):
        save_at(attempt, LATE)
    assert end_overdue_attempts(now=LATE) == 0
    assert submit(attempt=attempt, now=LATE).submission.at == LATE


@pytest.mark.parametrize("rules", [{"overdue": "grace", "grace_minutes": 5}, {"overdue": "abandon"}])
def test_what_was_not_handed_in_in_time_has_no_score_and_counts_as_used(make_learner, rules: dict) -> None:
    learner, attempt = begun(make_learner, **rules)
    with pytest.raises(AttemptClosed):
        submit(attempt=attempt, now=AGES)
    attempt.refresh_from_db()
    assert attempt.state == Attempt.State.ABANDONED
    assert not Submission.objects.exists()
    assert learner.begin(hours=100).number == 2


def test_attempts_given_up_are_used_up_until_the_step_fails(make_learner) -> None:
    learner, _attempt = begun(make_learner, overdue="abandon", attempts_allowed=1)
    assert end_overdue_attempts(now=AGES) == 1
    with pytest.raises(StartRefused) as refused:
        learner.begin(hours=100)
    assert refused.value.standing.refusal is Refusal.NONE_LEFT
    learner.enrolment.summary.refresh_from_db()
    assert learner.enrolment.summary.states[str(learner.quiz.translation_key)] == "failed"


def test_reading_ends_nothing_and_nobody_is_stuck(make_learner) -> None:
    learner, attempt = begun(make_learner)  # long ago, by the server's clock
    Attempt.objects.filter(pk=attempt.pk).update(closes_at=timezone.now() - timedelta(minutes=1))
    for tail in ("", "1/", "review/"):
        page = learner.client.get(url(attempt, tail, "en"))
        assert "learning/attempt_time_up.html" in [template.name for template in page.templates]
    assert "See what became of it" in text(learner.client.get(f"/en/my/quizzes/{learner.quiz.translation_key}/"))
    assert Attempt.objects.get().state == Attempt.State.OPEN
    result = learner.client.post(url(attempt, "hand-in/", "en"), follow=True)
    assert "Time was up at" in text(result)
    assert Attempt.objects.get().ended_by_time


@pytest.mark.parametrize("headers", [{}, {"accept": "application/json"}])
def test_a_late_form_is_told_so(make_learner, headers: dict) -> None:
    learner, attempt = begun(make_learner)
    Attempt.objects.filter(pk=attempt.pk).update(closes_at=timezone.now() - timedelta(minutes=1))
    answer = learner.client.post(url(attempt, "save/", "en"), form(q1="b"), headers=headers, follow=True)
    assert answer.status_code == (409 if headers else 200)
    assert "what came later was not saved" in text(answer)
    assert Score.objects.get().passed


def test_the_deadline_stands_on_every_page_of_a_running_attempt(make_learner) -> None:
    learner, attempt = begun(make_learner)
    Attempt.objects.filter(pk=attempt.pk).update(closes_at=timezone.now() + timedelta(minutes=20))
    for tail in ("1/", "review/"):
        assert "data-deadline" in text(learner.client.get(url(attempt, tail)))


def test_an_entry_test_completes_its_step_whatever_the_result(make_learner) -> None:
    learner = make_learner(completes="handed_in", attempts_allowed=1)
    assert not learner.sit({"q1": "b"}).passed
    assert ActivityCompletion.objects.get().activity_key == learner.quiz.translation_key


def test_an_average_completes_the_step_when_it_reaches_the_mark(make_learner) -> None:
    learner = make_learner(counts="average", pass_percent=50, pause_hours=0)
    learner.sit({"q1": "b"})
    assert not ActivityCompletion.objects.exists()
    learner.sit(RIGHT, hours=1)
    assert ActivityCompletion.objects.count() == 1
    learner.enrolment.summary.refresh_from_db()
    best = learner.enrolment.summary.best[str(learner.quiz.translation_key)]
    assert (best["points"] * 2, best["passed"]) == (best["maximum"], True)
