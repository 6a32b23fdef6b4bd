"""The worker is killed by SIGKILL while it draws papers: they are made later, once, and nothing else changes."""

import signal
import subprocess
import time
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from certificates import papers_store
from certificates.models import Certificate, CertificateFile
from certificates.tasks import render_paper
from core.taskqueue import return_stuck_tasks
from notices.models import Notice
from tests.factories.certificates import make_holder
from tests.factories.learning import make_completed
from tests.factories.pages import make_course

from .invariants import broken

pytestmark = [pytest.mark.worker, pytest.mark.django_db(transaction=True)]


def in_hand() -> bool:
    tasks = DBTaskResult.objects.filter(task_path=render_paper.module_path, status=TaskResultStatus.RUNNING)
    return tasks.exists()


def kill_at_work(worker: "subprocess.Popen[bytes]") -> None:
    """Kill the worker as soon as it has taken a paper into its hands (it draws for tens of milliseconds)."""
    end = time.monotonic() + 30
    while not in_hand():
        assert time.monotonic() < end, "the worker began no paper"
    worker.send_signal(signal.SIGKILL)
    worker.wait()


def test_papers_begun_by_a_killed_worker_are_made_later_and_once(worker_process: Any, run_tasks: Any) -> None:
    make_completed(make_course(lessons=1, quiz=False), make_holder())
    issued = Certificate.objects.values().get()
    told = Notice.objects.count()
    kill_at_work(worker_process)
    assert in_hand(), "it was killed between two papers"
    assert broken() == []

    assert return_stuck_tasks(now=timezone.now() + timedelta(minutes=11)) == 1
    run_tasks()
    files = CertificateFile.objects.all()
    assert sorted(files.values_list("language", flat=True)) == ["en", "ru", "uz"]
    assert papers_store.stored_paths() == set(files.values_list("path", flat=True))
    papers = DBTaskResult.objects.filter(task_path=render_paper.module_path)
    assert set(papers.values_list("status", flat=True)) == {TaskResultStatus.SUCCESSFUL}
    assert papers.count() == 3
    assert Certificate.objects.values().get() == issued
    assert Notice.objects.count() == told
    assert broken() == []
