"""Marking reflections: who may, what is refused, which mark counts, what follows from it."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from accounts.models import PrivilegedAct, User
from accounts.roles import ADMINISTRATOR, AUDITOR, TRAINER
from accounts.services import erase_person
from cohorts.models import CohortTrainer, Membership
from core import privacy
from courses.services_programmes import ensure_programme
from learning.models import ActivityCompletion, Mark, Score, Submission
from learning.services.marking import LONGEST_COMMENT, MarkedMeanwhile, mark_answer
from notices.models import Notice
from tests.factories.cohorts import make_cohort, make_member, make_programme
from tests.factories.learning import NOW, make_enrolment
from tests.factories.marking import (
    BEST,
    LOWEST,
    MIDDLE,
    REFLECTION,
    hand_in_reflection,
    levels,
    make_reflective_course,
    mark,
    write,
)
from tests.factories.people import make_person, make_trainer

pytestmark = pytest.mark.django_db


@pytest.fixture
def trainer() -> User:
    return make_trainer("trainer@example.test")


@pytest.fixture
def submission(trainer: User) -> Submission:
    return hand_in_reflection(trainer, make_person("learner@example.test"))


def result(submission: Submission) -> tuple[int, int, bool, int]:
    """Return points, maximum, passed and waiting of the score that counts; points as whole ones."""
    score = submission.scores.latest("sequence")
    return score.points // score.scale, score.maximum // score.scale, score.passed, score.waiting


def done(submission: Submission) -> bool:
    return ActivityCompletion.objects.filter(
        person=submission.person, activity_key=submission.attempt.quiz_key
    ).exists()


def test_what_waits_neither_passes_nor_fails(submission: Submission) -> None:
    assert result(submission) == (0, 6, False, 1)
    assert not done(submission)
    summary = submission.attempt.enrolment.summary
    assert summary.states[str(submission.attempt.quiz_key)] == "open"


def test_the_last_attempt_does_not_fail_while_it_waits(trainer: User) -> None:
    submission = hand_in_reflection(trainer, make_person(), attempts_allowed=1)
    state = str(submission.attempt.quiz_key)
    assert submission.attempt.enrolment.summary.states[state] == "open"
    mark(submission, trainer, LOWEST, LOWEST)
    submission.attempt.enrolment.summary.refresh_from_db()
    assert submission.attempt.enrolment.summary.states[state] == "failed"


def test_a_good_mark_completes_the_step_and_tells_the_learner(submission: Submission, trainer: User) -> None:
    seen_before = submission.attempt.enrolment.last_seen_at
    mark(submission, trainer, BEST, BEST)
    assert result(submission) == (6, 6, True, 0)
    assert done(submission)
    score = submission.scores.latest("sequence")
    assert (score.sequence, score.author, score.version) == (2, trainer, submission.attempt.version)
    notice = Notice.objects.get(kind="learning.marked")
    assert notice.person == submission.person
    assert notice.url.endswith(f"/{submission.attempt.uuid}/result/")
    act = PrivilegedAct.objects.get(verb="learning.mark_answer")
    assert (act.actor, act.subject, act.details["points"]) == (trainer, submission.person, 36)
    submission.attempt.enrolment.refresh_from_db()
    assert submission.attempt.enrolment.last_seen_at == seen_before


def test_the_same_form_twice_marks_once(submission: Submission, trainer: User) -> None:
    first = mark(submission, trainer)
    assert mark(submission, trainer) == first
    assert mark(submission, trainer, seen=1) == first
    assert (Mark.objects.count(), Score.objects.count(), Notice.objects.filter(kind="learning.marked").count()) == (
        1,
        2,
        1,
    )


def test_an_old_form_sent_again_after_somebody_elses_mark_changes_nothing(
    submission: Submission, trainer: User
) -> None:
    second = _second_trainer(submission)
    first = mark(submission, trainer, BEST, BEST)
    mark(submission, second, LOWEST, BEST, seen=1)
    assert mark(submission, trainer, BEST, BEST) == first
    assert result(submission)[0] == 3


def test_two_trainers_at_once_do_not_overwrite_each_other(submission: Submission, trainer: User) -> None:
    second = _second_trainer(submission)
    first = mark(submission, trainer, BEST, BEST)
    with pytest.raises(MarkedMeanwhile) as meanwhile:
        mark(submission, second, LOWEST, BEST)
    assert meanwhile.value.mark == first
    assert Mark.objects.count() == 1
    mark(submission, second, LOWEST, BEST, seen=1)
    assert list(submission.marks.values_list("sequence", "author")) == [(1, trainer.pk), (2, second.pk)]
    assert result(submission)[0] == 3


def test_a_lower_mark_never_takes_back_a_completion(submission: Submission, trainer: User) -> None:
    mark(submission, trainer, BEST, BEST)
    mark(submission, trainer, LOWEST, LOWEST, seen=1)
    assert result(submission) == (0, 6, False, 0)
    assert done(submission)
    assert ActivityCompletion.objects.filter(activity_key=submission.attempt.quiz_key).count() == 1


def test_a_better_mark_completes_later(submission: Submission, trainer: User) -> None:
    mark(submission, trainer, LOWEST, MIDDLE)
    assert not done(submission)
    mark(submission, trainer, BEST, BEST, seen=1)
    assert done(submission)


@pytest.mark.parametrize("roles", [(), (TRAINER,), (ADMINISTRATOR,), (AUDITOR,)], ids=str)
def test_who_does_not_lead_the_learners_group_may_not_mark(submission: Submission, roles: tuple[str, ...]) -> None:
    with pytest.raises(PermissionDenied):
        mark(submission, make_person(roles=roles))
    assert not Mark.objects.exists()


def test_a_trainer_whose_role_was_taken_may_not_mark(submission: Submission, trainer: User) -> None:
    trainer.groups.clear()
    with pytest.raises(PermissionDenied):
        mark(submission, User.objects.get(pk=trainer.pk))


def test_a_group_on_another_course_does_not_open_the_answer(submission: Submission) -> None:
    other = make_trainer()
    make_member(make_cohort(make_reflective_course("other"), other), submission.person)
    with pytest.raises(PermissionDenied):
        mark(submission, other)


def test_a_learner_who_left_the_group_is_not_marked_by_it(submission: Submission, trainer: User) -> None:
    Membership.objects.update(left_at=NOW)
    with pytest.raises(PermissionDenied):
        mark(submission, trainer)


def test_nobody_marks_their_own_work(trainer: User) -> None:
    submission = hand_in_reflection(trainer, trainer)
    with pytest.raises(PermissionDenied):
        mark(submission, trainer)


def test_a_group_on_a_programme_is_marked_in_its_courses_only() -> None:
    inside, outside = make_reflective_course("inside"), make_reflective_course("outside")
    trainer, learner = make_trainer(), make_person()
    group = make_cohort(None, trainer, programme=ensure_programme(page=make_programme(inside)))
    make_member(group, learner)
    mark(write(make_enrolment(inside, learner), inside), trainer)
    with pytest.raises(PermissionDenied):
        mark(write(make_enrolment(outside, learner), outside), trainer)


def test_each_criterion_needs_one_of_its_own_levels(submission: Submission, trainer: User) -> None:
    good = levels()
    first, second = good
    wrong = [{}, {first: good[first]}, {**good, "other": "x"}, {**good, first: good[second]}, {**good, first: ""}]
    for chosen in wrong:
        with pytest.raises(ValidationError):
            mark_answer(
                submission=submission, question=REFLECTION, levels=chosen, comment="", author=trainer, seen=0, now=NOW
            )
    assert not Mark.objects.exists()


def test_a_question_that_is_not_there_is_refused(submission: Submission, trainer: User) -> None:
    with pytest.raises(ValidationError):
        mark_answer(
            submission=submission, question="none", levels=levels(), comment="", author=trainer, seen=0, now=NOW
        )


def test_a_comment_is_bounded(submission: Submission, trainer: User) -> None:
    with pytest.raises(ValidationError):
        mark(submission, trainer, comment="a" * (LONGEST_COMMENT + 1))
    assert mark(submission, trainer, comment=" a\r\nb ").comment == "a\nb"


def test_an_empty_answer_waits_for_nobody_and_is_not_marked(trainer: User) -> None:
    learner = make_person()
    course = make_reflective_course()
    make_member(make_cohort(course, trainer), learner)
    submission = write(make_enrolment(course, learner), course, text="")
    assert result(submission)[3] == 0
    with pytest.raises(ValidationError):
        mark(submission, trainer)


def test_marks_go_with_the_learner_and_nothing_is_marked_after_that(submission: Submission, trainer: User) -> None:
    mark(submission, trainer, comment="Ismingiz bilan")
    erase_person(person=submission.person, actor=submission.person, reason="", now=NOW + timedelta(days=1))
    assert not Mark.objects.exists()
    assert result(submission)[0] == 6
    Membership.objects.update(left_at=None)
    with pytest.raises(ValidationError):
        mark(submission, trainer)


def test_a_learner_reads_the_marks_in_the_export(submission: Submission, trainer: User) -> None:
    mark(submission, trainer, MIDDLE, BEST, comment="Izoh")
    entry = next(entry for entry in privacy.registrations() if entry.model is Mark)
    assert entry.export is not None
    row = entry.export(submission.person)[0]
    assert {"Izoh", "Savol reflection [uz]"} <= set(row.values())
    assert "Mezon facts [uz]: Daraja facts1 (1); Mezon words [uz]: Daraja words3 (3)" in row.values()
    assert entry.export(trainer) == []


def test_a_trainer_who_was_erased_stays_as_a_number_on_the_mark(submission: Submission, trainer: User) -> None:
    mark(submission, trainer)
    erase_person(person=trainer, actor=trainer, reason="", now=NOW + timedelta(days=1))
    assert Mark.objects.get().author_id == trainer.pk
    assert "trainer@example.test" not in str(Mark.objects.get().author)


def _second_trainer(submission: Submission) -> User:
    second = make_trainer()
    cohort = Membership.objects.get(person=submission.person).cohort
    CohortTrainer.objects.create(cohort=cohort, person=second)
    return second
