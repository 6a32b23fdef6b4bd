"""In whatever order things are done: one open attempt at most, no answer after the end, used attempts counted."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from learning.chores import end_overdue_attempts
from learning.domain.allowances import Allowance
from learning.models import Attempt, DraftAnswer, Score, Submission
from learning.selectors_attempts import attempts_at
from learning.services.allowances import give_allowance
from learning.services.attempts import AttemptClosed, StartRefused, save_answers, submit
from tests.factories.cohorts import make_cohort, make_member
from tests.factories.people import make_trainer
from tests.factories.quizzes import answers

from .conftest import NOW, Learner

ALLOWED = 2
ACTS = st.lists(
    st.one_of(
        st.sampled_from(["start", "save", "submit", "tick", "minutes", "attempts"]),
        st.integers(1, 40),  # minutes that pass
    ),
    min_size=3,
    max_size=14,
)


class Play:
    """One run: acts on the real services, and what must hold after each of them."""

    def __init__(self, learner: Learner, trainer: Any, cohort: Any, member: Any) -> None:
        self.learner, self.trainer, self.cohort, self.member = learner, trainer, cohort, member
        self.now, self.extra = NOW, 0

    def act(self, what: str | int) -> None:
        if isinstance(what, int):
            self.now += timedelta(minutes=what)
        elif what == "start":
            self.start()
        elif what in ("minutes", "attempts"):
            self.allow(what)
        elif what == "tick":
            end_overdue_attempts(now=self.now)
        else:
            self.touch(what)
        self.holds()

    def start(self) -> None:
        over = Attempt.objects.exclude(state="open").count()
        try:
            self.learner.begin(hours=(self.now - NOW) / timedelta(hours=1))
        except StartRefused:
            assert Attempt.objects.exclude(state="open").count() >= ALLOWED + self.extra
            return
        assert over < ALLOWED + self.extra

    def allow(self, what: str) -> None:
        self.extra += what == "attempts"
        gives = Allowance(minutes=10) if what == "minutes" else Allowance(attempts=self.extra)
        give_allowance(
            actor=self.trainer, cohort=self.cohort, member=self.member, gives=gives, reason="Sabab", now=self.now,
            quiz_key=self.learner.quiz.translation_key, request_key=uuid.uuid4(),
        )  # fmt: skip

    def touch(self, what: str) -> None:
        attempt = Attempt.objects.order_by("-pk").first()
        if attempt is None:
            return
        try:
            if what == "save":
                save_answers(attempt=attempt, answers=answers("quiz", q1="b"), language="uz", now=self.now)
            else:
                submit(attempt=attempt, now=self.now)
        except AttemptClosed:
            attempt.refresh_from_db()
            assert attempt.state != "open" or (attempt.closes_at is not None and self.now >= attempt.closes_at)

    def holds(self) -> None:
        attempts = attempts_at(enrolment=self.learner.enrolment, quiz_key=self.learner.quiz.translation_key)
        assert sum(attempt.state == "open" for attempt in attempts) <= 1
        assert len(attempts) <= ALLOWED + self.extra
        assert [attempt.number for attempt in attempts] == list(range(len(attempts), 0, -1))
        submitted = sum(attempt.state == "submitted" for attempt in attempts)
        assert Submission.objects.count() == Score.objects.count() == submitted
        for draft in DraftAnswer.objects.select_related("attempt"):
            assert draft.saved_at < draft.attempt.closes_at
        for attempt in attempts:
            if attempt.state == "submitted":
                slack = timedelta(minutes=attempt.limits["rules"]["grace_minutes"])
                assert attempt.submitted_at <= attempt.closes_at + slack


class Undone(Exception):
    """Takes an example back."""


@pytest.mark.parametrize("overdue", ["hand_in", "grace", "abandon"])
def test_whatever_happens_in_whatever_order(make_learner: Any, overdue: str) -> None:
    learner = make_learner(time_limit=30, overdue=overdue, grace_minutes=5, attempts_allowed=ALLOWED, pause_hours=0)
    trainer = make_trainer()
    cohort = make_cohort(learner.course, trainer)
    member = make_member(cohort, learner.person)

    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(acts=ACTS)
    def play(acts: list[str | int]) -> None:
        try:
            with transaction.atomic():
                run = Play(learner, trainer, cohort, member)
                for what in acts:
                    run.act(what)
                raise Undone
        except Undone:
            pass

    play()
