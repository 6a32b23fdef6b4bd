from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.core.mail import EmailMultiAlternatives

from notices.models import Notice
from notices.sending import CLAIM_LASTS, MAX_TRIES, send
from notices.tasks import resend_waiting
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


def waiting(**changed):
    details = {
        "person": make_person(), "kind": "test", "subject_key": "1", "language": "uz", "subject": "s", "body": "b",
        "created_at": NOW - timedelta(hours=1), **changed,
    }  # fmt: skip
    return Notice.objects.create(**details)


@pytest.fixture
def broken(monkeypatch):
    def fail(self, fail_silently=False):
        raise OSError("mail.example refused olim@example.test")

    monkeypatch.setattr(EmailMultiAlternatives, "send", fail)


def test_sending_twice_sends_one_mail():
    notice = waiting()
    assert send(notice_id=notice.pk, now=NOW)
    assert not send(notice_id=notice.pk, now=NOW)
    assert len(mail.outbox) == 1


def test_while_one_worker_sends_another_keeps_away():
    notice = waiting(claimed_at=NOW - timedelta(minutes=1), tries=1)
    assert not send(notice_id=notice.pk, now=NOW)
    assert not mail.outbox


def test_what_a_dead_worker_had_claimed_is_sent_later():
    notice = waiting(claimed_at=NOW - CLAIM_LASTS - timedelta(seconds=1), tries=1)
    assert send(notice_id=notice.pk, now=NOW)


def test_a_failure_is_kept_for_the_next_tick_and_logged_without_names(broken, caplog):
    notice = waiting()
    assert not send(notice_id=notice.pk, now=NOW)
    notice.refresh_from_db()
    assert (notice.state, notice.tries, notice.claimed_at) == ("waiting", 1, None)
    assert "@" not in caplog.text


def test_after_some_tries_it_is_given_up(broken):
    notice = waiting()
    for _try in range(MAX_TRIES + 3):
        send(notice_id=notice.pk, now=NOW)
    notice.refresh_from_db()
    assert (notice.state, notice.tries) == ("failed", MAX_TRIES)


def test_the_tick_takes_up_what_lost_its_task(run_tasks):
    waiting()
    assert resend_waiting(now=NOW) == 1
    run_tasks()
    assert len(mail.outbox) == 1
    assert resend_waiting(now=NOW) == 0


def test_the_tick_leaves_fresh_messages_to_their_own_task():
    waiting(created_at=NOW)
    assert resend_waiting(now=NOW) == 0


def test_the_tick_gives_up_what_died_at_its_last_try():
    notice = waiting(tries=MAX_TRIES, claimed_at=NOW - timedelta(hours=1))
    assert resend_waiting(now=NOW) == 0
    notice.refresh_from_db()
    assert notice.state == "failed"


def test_a_closed_account_gets_no_mail():
    notice = waiting()
    notice.person.is_active = False
    notice.person.save()
    assert not send(notice_id=notice.pk, now=NOW)
    assert not mail.outbox


def test_the_tick_knows_the_chore():
    from core import ticking

    assert "notices.resend_waiting" in ticking.names()
