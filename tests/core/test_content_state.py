"""The state of the content: a new word for every change, seen exactly when the change is."""

import threading

import pytest
import time_machine
from django.db import connection, transaction
from django.utils import timezone
from wagtail.models import Page

from core import content_state
from core.kept import kept
from core.models import ContentChange
from home.models import ContactSettings
from tests.factories.pages import make_course, make_home, step


@pytest.mark.django_db
def test_a_change_has_a_new_word_and_no_word_comes_twice():
    words = {content_state.current()}
    for number in range(5):
        content_state.note()
        words.add(content_state.current())
        assert len(words) == number + 2


@pytest.mark.django_db
def test_asking_changes_nothing():
    assert content_state.current() == content_state.current()


@pytest.mark.django_db
def test_saving_and_deleting_what_visitors_see_is_a_change():
    home = make_home()
    for change in (
        lambda: home.save(),
        lambda: ContactSettings.objects.create(phone="+998711234567"),
        lambda: ContactSettings.objects.first().delete(),
        lambda: home.unpublish(),
        lambda: home.delete(),
    ):
        before = content_state.current()
        change()
        assert content_state.current() != before


@pytest.mark.django_db
def test_moving_a_step_is_a_change():
    course = make_course(lessons=2)
    first, second = (Page.objects.get(pk=step(course, slug).pk) for slug in ("lesson-1", "lesson-2"))
    before = content_state.current()
    second.move(first, pos="left")
    assert content_state.current() != before


@pytest.mark.django_db
def test_saving_a_draft_is_none_and_publishing_it_is_one():
    home = make_home()
    before = content_state.current()
    home.title = "Yangi"
    revision = home.save_revision()
    assert content_state.current() == before
    revision.publish()
    assert content_state.current() != before


@pytest.mark.django_db
def test_a_change_that_is_rolled_back_leaves_no_trace_and_its_word_is_not_used_again():
    before, inside = content_state.current(), set()
    for _time in range(3):
        with transaction.atomic():
            content_state.note()
            inside.add(content_state.current())
            transaction.set_rollback(True)
        assert content_state.current() == before
    assert len(inside) == 3


@pytest.mark.django_db(transaction=True)
def test_nobody_else_sees_a_change_before_it_is_committed():
    before, seen = content_state.current(), []

    def look():
        try:
            seen.append(content_state.current())
        finally:
            connection.close()

    def elsewhere():
        thread = threading.Thread(target=look)
        thread.start()
        thread.join()

    with transaction.atomic():
        content_state.note()
        elsewhere()
    elsewhere()
    assert seen[0] == before
    assert seen[1] == content_state.current() != before


@pytest.mark.django_db
def test_within_a_request_the_state_is_read_once_and_again_after_a_change(django_assert_num_queries):
    with content_state.one_request():
        with django_assert_num_queries(1):
            before = content_state.current()
            assert content_state.current() == before
        content_state.note()
        assert content_state.current() != before


@pytest.mark.django_db
def test_folding_many_changes_into_one_has_a_new_word_too():
    for _time in range(content_state.MOST_ROWS + 5):
        content_state.note()
    before = content_state.current()
    assert content_state.fold(now=timezone.now()) > content_state.MOST_ROWS
    assert ContentChange.objects.count() == 1
    assert content_state.current() != before
    assert content_state.fold(now=timezone.now()) == 0


@pytest.mark.django_db
def test_what_is_kept_is_made_once_and_anew_after_a_change():
    made = []

    def make():
        made.append(1)
        return {"number": len(made)}

    assert [kept("n", make)["number"], kept("n", make)["number"]] == [1, 1]
    content_state.note()
    assert kept("n", make)["number"] == 2


@pytest.mark.django_db
def test_what_is_kept_is_made_anew_each_day():
    with time_machine.travel("2026-08-31T18:59:00Z", tick=False):  # 23:59 in Tashkent
        assert kept("day", lambda: "before") == "before"
    with time_machine.travel("2026-08-31T19:00:00Z", tick=False):
        assert kept("day", lambda: "after") == "after"


@pytest.mark.django_db
def test_nothing_is_kept_for_somebody_to_change():
    kept("list", lambda: [1]).append(2)
    assert kept("list", lambda: [1]) == [1]
    kept("list", lambda: [1]).append(3)
    assert kept("list", lambda: [1]) == [1]


@pytest.mark.django_db
def test_nothing_may_be_kept_as_a_value_too():
    made = []
    for _time in range(2):
        assert kept("none", lambda: made.append(1)) is None
    assert made == [1]
