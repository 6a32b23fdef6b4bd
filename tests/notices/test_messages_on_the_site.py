from datetime import UTC, datetime

import pytest

from notices.models import Notice
from notices.selectors import unread
from notices.services import notify
from tests.factories.accounts import signed_in
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
LIST = "/uz/my/notices/"


def told(person, key="1", url="/uz/account/data/"):
    return notify(
        person=person, kind="test", subject_key=key, language="uz", subject=f"Xabar {key}", body="b", url=url, now=NOW
    )  # fmt: skip


def test_looking_at_the_list_marks_nothing_as_read():
    person = make_person()
    told(person)
    page = signed_in(person).get(LIST)
    assert "Xabar 1" in page.content.decode()
    assert unread(person).count() == 1


def test_a_message_is_opened_and_read():
    person = make_person()
    notice = told(person)
    answer = signed_in(person).post(f"{LIST}{notice.pk}/read/", {"open": "1"})
    assert answer.headers["Location"] == "/uz/account/data/"
    assert not unread(person).exists()


def test_reading_twice_is_no_error_and_keeps_the_first_time():
    person = make_person()
    notice, browser = told(person), signed_in(person)
    browser.post(f"{LIST}{notice.pk}/read/")
    first = Notice.objects.get().read_at
    assert browser.post(f"{LIST}{notice.pk}/read/").status_code == 302
    assert Notice.objects.get().read_at == first


def test_all_are_read_at_once():
    person = make_person()
    told(person, "1")
    told(person, "2")
    signed_in(person).post(f"{LIST}read/")
    assert not unread(person).exists()


def test_messages_of_others_do_not_exist():
    notice = told(make_person())
    browser = signed_in(make_person())
    assert browser.post(f"{LIST}{notice.pk}/read/").status_code == 404
    assert "Xabar 1" not in browser.get(LIST).content.decode()
    assert Notice.objects.get().read_at is None


def test_a_get_does_not_read():
    person = make_person()
    notice = told(person)
    assert signed_in(person).get(f"{LIST}{notice.pk}/read/").status_code == 405
