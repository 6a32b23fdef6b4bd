"""Acts of one person in two tabs never wait for each other for ever."""

from collections.abc import Callable
from contextlib import suppress
from threading import Barrier, BrokenBarrierError
from typing import Any

import pytest
from django.db import connection

from certificates.models import Certificate, Series
from certificates.services import issuing
from guidelines.models import Edition
from guidelines.services import acknowledge
from learning.models import ActivityCompletion, CourseCompletion, Score
from learning.services import attempts, counting, handing_in
from tests.factories.certificates import NOW, make_holder
from tests.factories.guidelines import ARTICLE_KEYS, CODE_KEY, make_edition
from tests.factories.learning import begin_quiz, make_enrolment
from tests.factories.pages import make_course, step
from tests.support.together import at_once

pytestmark = pytest.mark.django_db(transaction=True)


def stop_after(step: Callable[..., Any], door: Barrier) -> Callable[..., Any]:
    """Return a step after which a transaction stays open until the other one has come as far (SQLite: a moment)."""

    def stopping(*args: Any, **kwargs: Any) -> Any:
        answer = step(*args, **kwargs)
        with suppress(BrokenBarrierError):
            door.wait(timeout=5 if connection.vendor == "postgresql" else 0.1)
        return answer

    return stopping


def test_two_courses_completed_in_two_tabs(monkeypatch: pytest.MonkeyPatch) -> None:
    person = make_holder()
    courses = [make_course(slug, lessons=0) for slug in ("one", "two")]
    sittings = [begin_quiz(make_enrolment(course, person), step(course, "quiz"), now=NOW) for course in courses]
    monkeypatch.setattr(handing_in, "append_score", stop_after(handing_in.append_score, Barrier(2)))
    scores = at_once([lambda sitting=sitting: attempts.submit(attempt=sitting, now=NOW) for sitting in sittings])
    assert [score.passed for score in scores] == [True, True]
    assert CourseCompletion.objects.count() == 2
    assert sorted(Certificate.objects.values_list("number", flat=True)) == [1, 2]
    assert Series.objects.get().last_number == 2


def test_a_code_acknowledged_for_two_courses_while_a_quiz_of_the_second_is_handed_in(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    edition: Edition = make_edition()
    person, door = make_holder(), Barrier(2)
    make_enrolment(make_course("one", lessons=0, quiz=False, acknowledgement=CODE_KEY), person)
    second = make_course("two", lessons=1, acknowledgement=CODE_KEY, order="free")
    sitting = begin_quiz(make_enrolment(second, person), step(second, "quiz"), now=NOW)
    # The first tab has the person and wants the second enrolment; the other has that and writes about the person.
    monkeypatch.setattr(issuing, "printable_person", stop_after(issuing.printable_person, door))
    monkeypatch.setattr(counting, "count_result", stop_after(counting.count_result, door))
    at_once(
        [
            lambda: acknowledge(person=person, edition=edition, language="uz", articles_shown=ARTICLE_KEYS, now=NOW),
            lambda: attempts.submit(attempt=sitting, now=NOW),
        ]
    )
    assert Score.objects.count() == 1
    assert ActivityCompletion.objects.count() == 3
    assert Certificate.objects.count() == CourseCompletion.objects.count() == 1
