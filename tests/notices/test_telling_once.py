from datetime import UTC, datetime

import pytest
from django.core import mail
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from notices.models import Notice
from notices.services import notify
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


def tell(person, **changed):
    details = {
        "kind": "certificates.issued", "subject_key": "certificate:1", "language": "ru", "subject": "Готово",
        "body": "Ваше удостоверение готово.", "url": "/ru/my/certificates/", "now": NOW, **changed,
    }  # fmt: skip
    return notify(person=person, **details)


def test_a_message_is_mailed_in_its_language_with_a_public_link(run_tasks):
    person = make_person()
    tell(person)
    run_tasks()
    (message,) = mail.outbox
    assert message.to == [person.email]
    assert "http://127.0.0.1:8000/ru/my/certificates/" in message.body
    assert '<html lang="ru">' in message.alternatives[0][0]
    notice = Notice.objects.get()
    assert (notice.state, notice.tries) == ("sent", 1)


def test_the_same_thing_is_told_once(run_tasks):
    person = make_person()
    assert tell(person) == tell(person, subject="other words")
    run_tasks()
    assert len(mail.outbox) == 1


def test_another_thing_is_another_message(run_tasks):
    person = make_person()
    tell(person)
    tell(person, subject_key="certificate:2")
    run_tasks()
    assert len(mail.outbox) == 2


def test_a_transaction_that_fails_tells_nothing():
    person = make_person()
    with pytest.raises(RuntimeError), transaction.atomic():
        tell(person)
        raise RuntimeError
    assert not Notice.objects.exists()
    assert not DBTaskResult.objects.exists()


def test_the_task_carries_no_words_and_no_address():
    tell(make_person())
    arguments = str(DBTaskResult.objects.get().args_kwargs)
    assert "@" not in arguments and "Готово" not in arguments


@pytest.mark.parametrize("url", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", "my/"])
def test_a_message_leads_to_this_site_only(url):
    with pytest.raises(ValueError, match="path of this site"):
        tell(make_person(), url=url)
