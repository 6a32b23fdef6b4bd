"""After a correction the statistics are of the right key, over everybody who was asked."""

import pytest
from django.utils import timezone

from accounts.site_roles import setup_roles
from learning.selectors_rekeying import live_spec, preview
from learning.services.rekeying import correct_key
from reports.quiz_statistics import quiz_statistics, wordings_of
from tests.factories.accounts import make_staff
from tests.factories.learning import make_enrolment, sit_quiz
from tests.factories.pages import make_course, step
from tests.factories.people import make_person
from tests.factories.rekeying import Q1, answers, correct_page

pytestmark = pytest.mark.django_db


def test_the_share_who_knew_it_is_that_of_the_right_key() -> None:
    setup_roles()
    course = make_course(lessons=0)
    page = step(course, "quiz")
    for option in "aacb":
        sit_quiz(make_enrolment(course, make_person()), page, answers(option))
    key = page.translation_key
    (before,) = _figures(key)
    assert before.facility == pytest.approx(1 / 2)

    correct_page(page)
    seen = preview(quiz_key=key, questions=[Q1], now=live_spec(key)).fingerprint
    correct_key(
        page=page,
        questions=[Q1],
        seen=seen,
        reason="Kalit xato edi",
        author=make_staff("moderator"),
        now=timezone.now(),
    )
    (after,) = _figures(key)
    assert (after.facility, after.n) == (pytest.approx(1 / 4), 4)
    found = quiz_statistics(key)
    assert set(wordings_of(found.questions.values(), "uz")) == set(found.questions)


def _figures(key):
    """Return the figures of every version of the question that papers of the quiz show."""
    found = quiz_statistics(key)
    ids = {place for place, frozen in found.questions.items() if frozen.question.id == Q1}
    return [item.figures for item in found.figures.items if item.figures.question in ids]
