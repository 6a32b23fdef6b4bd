"""Sending one message once, whatever dies in between.

A worker claims the row by a conditional update, sends outside any transaction (a slow mail server must not hold the
database's write lock), then notes the outcome. A claim that nobody finished is free again after `CLAIM_LASTS`: a
worker killed between sending and noting costs one mail too many at the very worst.
"""

import logging
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import F, Q

from accounts.mail import compose

from .models import Notice

logger = logging.getLogger("saboq.notices")

MAX_TRIES = 5
CLAIM_LASTS = timedelta(minutes=10)


def send(*, notice_id: int, now: datetime) -> bool:
    """Send a waiting message; return whether it left now."""
    if not _claim(notice_id, now):
        return False
    notice = Notice.objects.select_related("person").get(pk=notice_id)
    if not notice.person.is_active:
        _finish(notice, state=Notice.State.FAILED)
        return False
    try:
        compose(subject=f"Saboq: {notice.subject}", text=_text(notice), to=notice.person.email,
                language=notice.language).send()  # fmt: skip
    except Exception as error:
        # The number only: no address and no words of a message belong in a log.
        logger.warning("notice %s was not sent: %s", notice_id, type(error).__name__)
        _finish(notice, state=Notice.State.FAILED if notice.tries >= MAX_TRIES else Notice.State.WAITING)
        return False
    _finish(notice, state=Notice.State.SENT, sent_at=now)
    return True


def overdue(*, now: datetime) -> list[int]:
    """Return messages that still wait and that nobody is sending."""
    rows = Notice.objects.filter(_free(now), state=Notice.State.WAITING, created_at__lt=now - timedelta(minutes=2))
    return list(rows.order_by("created_at").values_list("pk", flat=True)[:500])


def give_up(*, now: datetime) -> int:
    """Mark as failed what was tried too often (a worker may have died at the last try)."""
    rows = Notice.objects.filter(_free(now), state=Notice.State.WAITING, tries__gte=MAX_TRIES)
    return rows.update(state=Notice.State.FAILED)


def _claim(notice_id: int, now: datetime) -> bool:
    free = Notice.objects.filter(_free(now), pk=notice_id, state=Notice.State.WAITING, tries__lt=MAX_TRIES)
    return free.update(claimed_at=now, tries=F("tries") + 1) == 1


def _finish(notice: Notice, *, state: str, sent_at: datetime | None = None) -> None:
    Notice.objects.filter(pk=notice.pk).update(state=state, sent_at=sent_at, claimed_at=None)


def _free(now: datetime) -> Q:
    return Q(claimed_at__isnull=True) | Q(claimed_at__lt=now - CLAIM_LASTS)


def _text(notice: Notice) -> str:
    return f"{notice.body}\n\n{settings.PUBLIC_URL}{notice.url}" if notice.url else notice.body
