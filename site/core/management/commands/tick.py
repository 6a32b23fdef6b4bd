"""The only scheduler: `manage.py tick` every few minutes, or `manage.py tick --every 60` as one long process."""

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import close_old_connections
from django.utils import timezone

from core import heartbeat, ticking


class Command(BaseCommand):
    """Do once what is due now; safe to run at any time, twice, or beside another tick."""

    help = "Do what is due: take up stuck tasks, send what waits, clear away what is done."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Offer --every."""
        parser.add_argument("--every", type=float, help="stay, and tick again after so many seconds")

    def handle(self, *args: Any, every: float | None = None, **options: Any) -> None:
        """Tick once, or for ever."""
        if every is None:
            if not self._tick():
                raise CommandError("a chore failed; the log says why")
            return
        if every <= 0:
            raise CommandError("--every must be more than zero seconds")
        while True:
            close_old_connections()
            self._tick()
            close_old_connections()
            time.sleep(every)

    def _tick(self) -> bool:
        now = timezone.now()
        outcomes = ticking.run(now=now, after_each=self._say)
        heartbeat.beat(heartbeat.TICK, now=now)
        return not any(outcome.error for outcome in outcomes)

    def _say(self, outcome: ticking.Outcome) -> None:
        if outcome.error:
            self.stderr.write(f"tick: {outcome.name} failed: {outcome.error}")
        elif outcome.handled:
            self.stdout.write(f"tick: {outcome.name}: {outcome.handled}")
