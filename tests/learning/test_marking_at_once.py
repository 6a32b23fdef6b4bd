"""Trainers who mark at the same moment: one mark for one form, and nobody overwrites what they have not seen."""

from collections.abc import Callable

import pytest

from cohorts.models import CohortTrainer, Membership
from learning.models import ActivityCompletion, Mark, Score
from learning.services.marking import MarkedMeanwhile
from tests.factories.marking import BEST, LOWEST, hand_in_reflection, mark
from tests.factories.people import make_person, make_trainer
from tests.support.together import at_once

pytestmark = pytest.mark.django_db(transaction=True)


def told(act: Callable[[], Mark]) -> Callable[[], object]:
    """Return the act, answering with the mark's author or with whose mark came between."""

    def acting() -> object:
        try:
            return act().author_id
        except MarkedMeanwhile as meanwhile:
            return ("meanwhile", meanwhile.mark.author_id)

    return acting


def test_two_trainers_at_the_same_moment_make_one_mark() -> None:
    first, second = make_trainer(), make_trainer()
    submission = hand_in_reflection(first, make_person())
    CohortTrainer.objects.create(cohort=Membership.objects.get().cohort, person=second)
    answers = at_once(
        [told(lambda: mark(submission, first, BEST, BEST)), told(lambda: mark(submission, second, LOWEST, BEST))] * 3
    )
    row = Mark.objects.get()
    assert set(answers) == {row.author_id, ("meanwhile", row.author_id)}
    assert Score.objects.count() == 2


def test_one_form_sent_many_times_at_once_marks_once() -> None:
    trainer = make_trainer()
    submission = hand_in_reflection(trainer, make_person())
    answers = at_once([told(lambda: mark(submission, trainer))] * 8)
    assert set(answers) == {trainer.pk}
    assert (Mark.objects.count(), Score.objects.count(), ActivityCompletion.objects.count()) == (1, 2, 1)
