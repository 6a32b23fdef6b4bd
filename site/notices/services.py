"""Verbs of the outbox: tell somebody something once, mark it read."""

from datetime import datetime

from django.db import transaction
from django.utils.http import url_has_allowed_host_and_scheme

from accounts.models import User

from .models import Notice
from .tasks import deliver


@transaction.atomic
def notify(
    *,
    person: User,
    kind: str,
    subject_key: str,
    language: str,
    subject: str,
    body: str,
    url: str,
    now: datetime,
) -> Notice:
    """Tell a person something, on the site and by mail. The same kind about the same thing is told once.

    Args:
        person: the reader.
        kind: what sort of message, like "certificates.issued".
        subject_key: what it is about, like "certificate:SB-482".
        language: language of the words; usually `person.preferred_language`.
        subject: one line.
        body: plain text in paragraphs.
        url: path on this site that the message leads to ("" = none).
        now: the moment.

    Raises:
        ValueError: when `url` is not a path of this site.
    """
    if url and not (url.startswith("/") and url_has_allowed_host_and_scheme(url, allowed_hosts=None)):
        raise ValueError("a notice leads to a path of this site")
    notice, created = Notice.objects.get_or_create(
        person=person,
        kind=kind,
        subject_key=subject_key,
        defaults={
            "language": language,
            "subject": subject[:200],
            "body": body,
            "url": url,
            "created_at": now,
        },
    )
    if created:
        # Inside the transaction: the task is a row of it, and goes with it at a rollback.
        deliver.enqueue(notice.pk)
    return notice


def mark_read(*, person: User, notice_id: int, now: datetime) -> bool:
    """Mark a person's own message as read; return False when there is no such message of theirs."""
    own = Notice.objects.filter(person=person, pk=notice_id)
    return bool(own.filter(read_at__isnull=True).update(read_at=now)) or own.exists()


def mark_all_read(*, person: User, now: datetime) -> int:
    """Mark all messages of a person as read; return how many were not."""
    return Notice.objects.filter(person=person, read_at__isnull=True).update(read_at=now)
