"""Background tasks run as in production: by the database worker, never by a backend that runs them at once."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator

import pytest
from django.conf import settings
from django.db import connection
from django_tasks.base import TaskResultStatus
from django_tasks_db.management.commands import db_worker
from django_tasks_db.models import DBTaskResult

from tests.support.database import ROOT, test_database_url

RunTasks = Callable[..., int]


@pytest.fixture
def run_tasks(db: None, monkeypatch: pytest.MonkeyPatch) -> RunTasks:
    """Return a function that lets a real worker do all waiting tasks and returns how many it did.

    A task that fails fails the test, with its traceback; `run_tasks(may_fail=True)` leaves it to the test.
    """

    def run(*, may_fail: bool = False) -> int:
        before = set(DBTaskResult.objects.finished().values_list("id", flat=True))
        worker = db_worker.Worker(
            queue_names=["*"],
            interval=0,
            batch=True,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id="worker-of-a-test",
            excluded_queue_names=[],
        )
        with monkeypatch.context() as patch:
            if connection.in_atomic_block:  # the connection of a test that rolls back must not be closed
                patch.setattr(db_worker, "close_old_connections", lambda: None)
            worker.run()
        done = DBTaskResult.objects.finished().exclude(id__in=before)
        if not may_fail:
            for failed in done.filter(status=TaskResultStatus.FAILED):
                pytest.fail(f"task {failed.task_path} failed:\n{failed.traceback}")
        return done.count()

    return run


@pytest.fixture
def worker_environment(transactional_db: None) -> dict[str, str]:
    """Return the environment in which another process works on the database and files of this test."""
    return {
        **os.environ,
        "DATABASE_URL": test_database_url(),
        "DJANGO_SETTINGS_MODULE": "config.settings.test",
        "TEST_SCRATCH": str(settings.TEST_SCRATCH.parent),
        "PYTEST_XDIST_WORKER": settings.TEST_SCRATCH.name,
        "TEST_EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
    }


@pytest.fixture
def worker_process(worker_environment: dict[str, str]) -> Iterator["subprocess.Popen[bytes]"]:
    """A `manage.py db_worker` of its own beside the test, as `make serve` starts it."""
    command = [sys.executable, str(ROOT / "manage.py"), "db_worker", "--no-reload", "--interval", "0.1"]
    process = subprocess.Popen([*command, "--queue-name", "*", "--no-startup-delay"], env=worker_environment)
    yield process
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(timeout=20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def wait_until(condition: Callable[[], object], *, seconds: float = 30.0) -> None:
    """Return as soon as `condition` is true; fail the test if it is not within `seconds`."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            pytest.fail(f"did not happen within {seconds:g} s")
        time.sleep(0.05)
