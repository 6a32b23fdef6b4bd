"""Work for the background worker. Tasks carry numbers of rows, never words or addresses."""

from datetime import datetime

from django.utils import timezone
from django_tasks import task

from . import sending


@task()
def deliver(notice_id: int) -> None:
    """Send one message by mail; sending again does nothing."""
    sending.send(notice_id=notice_id, now=timezone.now())


def resend_waiting(*, now: datetime) -> int:
    """Take up messages whose task was lost or whose sending failed (called by the tick); return how many."""
    sending.give_up(now=now)
    waiting = sending.overdue(now=now)
    for notice_id in waiting:
        deliver.enqueue(notice_id)
    return len(waiting)
