"""A killed worker leaves its task RUNNING; the tick gives it to another, a bounded number of times."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from django_tasks import task
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from core import taskqueue

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@task()
def add(one: int, other: int) -> int:
    return one + other


def running_since(age: timedelta, *, workers: int = 1) -> DBTaskResult:
    row = add.enqueue(1, 2).db_result
    row.status, row.started_at, row.worker_ids = TaskResultStatus.RUNNING, NOW - age, ["w"] * workers
    row.save()
    return row


def test_a_task_that_lost_its_worker_is_done_by_the_next_one(run_tasks):
    row = running_since(timedelta(minutes=11))
    call_command("tick")
    assert run_tasks() == 1
    row.refresh_from_db()
    assert (row.status, row.return_value, len(row.worker_ids)) == (TaskResultStatus.SUCCESSFUL, 3, 2)


def test_a_task_in_a_workers_hands_is_left_there():
    row = running_since(timedelta(minutes=9))
    assert taskqueue.return_stuck_tasks(now=NOW) == 0
    row.refresh_from_db()
    assert row.status == TaskResultStatus.RUNNING


def test_a_task_that_keeps_killing_workers_is_given_up_and_says_so(run_tasks):
    row = running_since(timedelta(minutes=11), workers=taskqueue.MOST_TRIES)
    assert taskqueue.return_stuck_tasks(now=NOW) == 1
    assert run_tasks() == 0
    row.refresh_from_db()
    assert row.status == TaskResultStatus.FAILED
    assert row.exception_class_path == "core.taskqueue.WorkerLost"
    assert row.task_result.errors[0].exception_class is taskqueue.WorkerLost


def test_returning_twice_changes_nothing_more():
    running_since(timedelta(minutes=11))
    assert [taskqueue.return_stuck_tasks(now=NOW) for _ in range(2)] == [1, 0]


@pytest.mark.parametrize(
    ("status", "days", "kept"),
    [
        (TaskResultStatus.SUCCESSFUL, 13, True),
        (TaskResultStatus.SUCCESSFUL, 15, False),
        (TaskResultStatus.FAILED, 15, True),
        (TaskResultStatus.FAILED, 91, False),
        (TaskResultStatus.READY, 400, True),
    ],
)
def test_results_are_kept_as_long_as_somebody_may_ask(status, days, kept):
    row = add.enqueue(1, 2).db_result
    moment = NOW - timedelta(days=days)
    DBTaskResult.objects.filter(id=row.id).update(status=status, enqueued_at=moment, finished_at=moment)
    taskqueue.prune_finished_tasks(now=NOW)
    assert DBTaskResult.objects.filter(id=row.id).exists() is kept


def test_a_deferred_task_waits_from_its_hour_on_not_from_when_it_was_asked_for():
    deferred = add.using(run_after=NOW - timedelta(minutes=2)).enqueue(1, 2).db_result
    DBTaskResult.objects.filter(id=deferred.id).update(enqueued_at=NOW - timedelta(days=3))
    assert taskqueue.queue_state(now=NOW).oldest_waiting == timedelta(minutes=2)
    at_once = add.enqueue(1, 2).db_result
    DBTaskResult.objects.filter(id=at_once.id).update(enqueued_at=NOW - timedelta(minutes=7))
    assert taskqueue.queue_state(now=NOW).oldest_waiting == timedelta(minutes=7)


def test_a_task_for_later_does_not_wait_yet():
    add.using(run_after=NOW + timedelta(hours=1)).enqueue(1, 2)
    assert taskqueue.queue_state(now=NOW).waiting == 0


def test_a_task_enqueued_in_a_transaction_that_fails_was_never_there():
    from django.db import transaction

    with pytest.raises(ZeroDivisionError), transaction.atomic():
        add.enqueue(1, 2)
        raise ZeroDivisionError
    assert not DBTaskResult.objects.exists()
