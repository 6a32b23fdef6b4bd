"""Tasks that a worker in another process can import."""

import time
from pathlib import Path

from django_tasks import task


@task()
def add(one: int, other: int) -> int:
    return one + other


@task()
def note_then_sleep(path: str) -> None:
    """The first worker writes "begun" and hangs until it is killed; the next one finishes."""
    log = Path(path)
    if not log.exists():
        log.write_text("begun\n")
        time.sleep(120)
    with log.open("a") as notes:
        notes.write("done\n")
