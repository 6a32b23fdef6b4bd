"""The background worker of django_tasks_db, with a heartbeat that `/readyz` listens to.

It carries the same name as the command it extends, so that nobody can start a worker whose silence goes unnoticed.
"""

import logging
from typing import Any

from django_tasks_db.compat import TASKS_LOGGER
from django_tasks_db.management.commands.db_worker import Command as DatabaseWorkerCommand

from core import heartbeat


class Command(DatabaseWorkerCommand):
    """Run background tasks, and say every few seconds that the worker lives."""

    help = "Run background tasks from the database, with a heartbeat"

    def configure_logging(self, verbosity: int) -> None:
        """Tell of tasks that fail; of every single task only with `--verbosity 2`."""
        super().configure_logging(verbosity)
        if verbosity == 1:
            logging.getLogger(TASKS_LOGGER).setLevel(logging.WARNING)

    def handle(self, *args: Any, **options: Any) -> None:
        """Beat beside the library's own loop."""
        heart = heartbeat.BeatingHeart(heartbeat.WORKER)
        heart.start()
        try:
            super().handle(*args, **options)
        finally:
            heart.stop()
