"""The queue of background tasks: what a killed worker leaves behind is taken up again, what is done is cleared away.

django_tasks_db marks a task RUNNING and then works on it; a worker killed in between leaves it RUNNING for ever. Tasks
here are idempotent, so such a task is simply given to another worker, a bounded number of times.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Min, Q
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max

#: A task that runs longer than this has lost its worker. No task of ours takes minutes.
STUCK_AFTER = timedelta(minutes=10)
#: So many workers may die of one task before it is given up.
MOST_TRIES = 3
DONE_KEPT_FOR = timedelta(days=14)
FAILED_KEPT_FOR = timedelta(days=90)


class WorkerLost(Exception):
    """Recorded on a task whose workers died again and again."""


@dataclass(frozen=True)
class QueueState:
    """How the queue stands.

    Attributes:
        waiting: tasks that could run now.
        oldest_waiting: how long the oldest of them has waited; None if none waits.
        running: tasks in a worker's hands.
        longest_running: how long the oldest of them has been there; None if none runs.
        failed: tasks that ended in an error and are still kept.
    """

    waiting: int
    oldest_waiting: timedelta | None
    running: int
    longest_running: timedelta | None
    failed: int


def return_stuck_tasks(*, now: datetime) -> int:
    """Give tasks that lost their worker to another one; give up those that keep killing it. Returns how many."""
    stuck = DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING, started_at__lt=now - STUCK_AFTER)
    handled = 0
    for task_id, started_at, workers in list(stuck.values_list("id", "started_at", "worker_ids")):
        # Compare and set: a worker may finish, or another tick may handle it, at this very moment.
        same = DBTaskResult.objects.filter(id=task_id, status=TaskResultStatus.RUNNING, started_at=started_at)
        if len(workers) < MOST_TRIES:
            handled += same.update(status=TaskResultStatus.READY, started_at=None)
        else:
            handled += same.update(
                status=TaskResultStatus.FAILED,
                finished_at=now,
                exception_class_path=f"{WorkerLost.__module__}.{WorkerLost.__qualname__}",
                traceback=f"{len(workers)} workers died or hung with this task in hand",
            )
    return handled


def prune_finished_tasks(*, now: datetime) -> int:
    """Delete results of tasks that were done two weeks ago, or failed three months ago. Returns how many."""
    done = DBTaskResult.objects.filter(status=TaskResultStatus.SUCCESSFUL, finished_at__lt=now - DONE_KEPT_FOR)
    failed = DBTaskResult.objects.filter(status=TaskResultStatus.FAILED, finished_at__lt=now - FAILED_KEPT_FOR)
    return done.delete()[0] + failed.delete()[0]


def queue_state(*, now: datetime) -> QueueState:
    """Return how the queue stands at `now`, in five small queries."""
    ready = DBTaskResult.objects.ready()
    # A task that may run at once carries the latest date as run_after and waits since it was enqueued.
    at_once = Q(run_after=get_date_max())
    since = ready.order_by().aggregate(
        at_once=Min("enqueued_at", filter=at_once), deferred=Min("run_after", filter=~at_once)
    )
    oldest = min((moment for moment in since.values() if moment is not None), default=None)
    running = DBTaskResult.objects.running()
    longest = running.order_by().aggregate(at=Min("started_at"))["at"]
    return QueueState(
        waiting=ready.count(),
        oldest_waiting=None if oldest is None else now - oldest,
        running=running.count(),
        longest_running=None if longest is None else now - longest,
        failed=DBTaskResult.objects.failed().count(),
    )
