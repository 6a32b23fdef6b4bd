"""Signs of life: the worker and the tick write when they last lived, `/readyz` reads it."""

import logging
import threading
from datetime import datetime, timedelta

from django.db import DatabaseError, connection
from django.utils import timezone

from core.models import Heartbeat

WORKER = "worker"
TICK = "tick"
EVERY_SECONDS = 15.0

logger = logging.getLogger("saboq.heartbeat")


def beat(name: str, *, now: datetime) -> None:
    """Write that the process called `name` lives at `now`. Any number of processes may share a name."""
    if not Heartbeat.objects.filter(name=name).update(beaten_at=now):
        Heartbeat.objects.update_or_create(name=name, defaults={"beaten_at": now})


def age(name: str, *, now: datetime) -> timedelta | None:
    """Return how long ago `name` last gave a sign of life; None if it never did."""
    beaten_at = Heartbeat.objects.filter(name=name).values_list("beaten_at", flat=True).first()
    return None if beaten_at is None else now - beaten_at


class BeatingHeart(threading.Thread):
    """Beats beside a long-running loop, on a database connection of its own, until the process ends."""

    def __init__(self, name: str, *, every: float = EVERY_SECONDS) -> None:
        super().__init__(name=f"heartbeat-{name}", daemon=True)
        self._of = name
        self._every = every
        self._stopped = threading.Event()

    def run(self) -> None:
        """Beat every few seconds; a database that is away for a moment is tried again at the next beat."""
        while not self._stopped.is_set():
            try:
                beat(self._of, now=timezone.now())
            except DatabaseError as error:
                logger.warning("no heartbeat of %s: %s", self._of, error)
                connection.close()
            self._stopped.wait(self._every)
        connection.close()

    def stop(self) -> None:
        """End after the beat in hand."""
        self._stopped.set()
