"""Two people confirm the same correction at the same moment."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.utils import timezone

from accounts.models import PrivilegedAct
from accounts.site_roles import setup_roles
from learning.models import Score
from learning.selectors_rekeying import live_spec, preview
from learning.services.rekeying import PreviewOutOfDate, correct_key
from notices.models import Notice
from tests.factories.accounts import make_staff
from tests.factories.learning import make_enrolment, sit_quiz
from tests.factories.pages import make_course, step
from tests.factories.people import make_person
from tests.factories.rekeying import Q1, answers, correct_page


@pytest.mark.django_db(transaction=True)
def test_many_hands_at_once_correct_once() -> None:
    setup_roles()
    course = make_course(lessons=0)
    page = step(course, "quiz")
    for option in "cab":
        sit_quiz(make_enrolment(course, make_person()), page, answers(option))
    correct_page(page)
    moderator = make_staff("moderator")
    key = page.translation_key
    seen = preview(quiz_key=key, questions=[Q1], now=live_spec(key)).fingerprint

    def confirm(_number: int) -> bool:
        try:
            correct_key(
                page=page, questions=[Q1], seen=seen, reason="Kalit xato edi", author=moderator, now=timezone.now()
            )
        except PreviewOutOfDate:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(confirm, range(4))) == [False, False, False, True]
    assert sorted(Score.objects.values_list("sequence", flat=True)) == [1, 1, 1, 2, 2, 2]
    assert Notice.objects.filter(kind="learning.corrected").count() == 2
    assert PrivilegedAct.objects.filter(verb="learning.correct_key").count() == 1
