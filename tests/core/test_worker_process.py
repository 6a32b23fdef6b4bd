"""The worker as `make serve` starts it: a process of its own, heard by its heartbeat, survived when it is killed."""

import signal
from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from core import heartbeat
from core.taskqueue import return_stuck_tasks
from tests.support.worker import wait_until

from . import tasks_for_tests as tasks

pytestmark = [pytest.mark.worker, pytest.mark.django_db(transaction=True)]


def status(result) -> str:
    return DBTaskResult.objects.get(id=result.id).status


def test_the_worker_does_what_waits_and_is_heard(worker_process):
    result = tasks.add.enqueue(20, 22)
    wait_until(lambda: status(result) == "SUCCESSFUL")
    assert DBTaskResult.objects.get(id=result.id).return_value == 42
    assert heartbeat.age(heartbeat.WORKER, now=timezone.now()) < timedelta(seconds=30)


def test_a_task_whose_worker_is_killed_is_done_later_and_once(worker_process, run_tasks, tmp_path):
    log = tmp_path / "log"
    result = tasks.note_then_sleep.enqueue(str(log))
    wait_until(log.exists)
    worker_process.send_signal(signal.SIGKILL)
    worker_process.wait()
    assert status(result) == "RUNNING"
    assert return_stuck_tasks(now=timezone.now() + timedelta(minutes=11)) == 1
    run_tasks()
    assert status(result) == "SUCCESSFUL"
    assert log.read_text() == "begun\ndone\n"


def test_the_worker_ends_when_asked(worker_process):
    wait_until(lambda: heartbeat.age(heartbeat.WORKER, now=timezone.now()) is not None)
    worker_process.send_signal(signal.SIGTERM)
    assert worker_process.wait(timeout=15) == 0
