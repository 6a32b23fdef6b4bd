"""A whole site of its own for the journeys: real content, demo people, web server and worker as in production."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.database import ROOT, sqlite_template

PASSWORD = "yoʻl-boshida-2026"


@dataclass(frozen=True)
class RunningSite:
    """Where the journeys' site answers.

    Attributes:
        url: address without a closing slash.
        password: of all demo people.
    """

    url: str
    password: str = PASSWORD


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningSite]:
    """Load the demo into a fresh database and run web and worker beside the tests."""
    folder = tmp_path_factory.mktemp("journeys")
    database = folder / "site.sqlite3"
    shutil.copyfile(sqlite_template(), database)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("TEST_", "PYTEST_"))},
        "DATABASE_URL": f"sqlite:///{database}",
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
        "MEDIA_ROOT": str(folder / "media"),
        "MAIL_FOLDER": str(folder / "mail"),
        "PUBLIC_URL": url,
        "DEMO_PASSWORD": PASSWORD,
    }
    manage = [sys.executable, str(ROOT / "manage.py")]
    for command in ("createcachetable", "demo"):
        done = subprocess.run([*manage, command], env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr[-3000:]
    web = [sys.executable, "-m", "gunicorn", "--pythonpath", "site", "--bind", f"127.0.0.1:{port}"]
    processes = [
        subprocess.Popen([*web, "--threads", "4", "config.wsgi:application"], env=environment, cwd=ROOT),
        subprocess.Popen([*manage, "db_worker", "--no-reload", "--queue-name", "*"], env=environment),
    ]
    try:
        _wait_for(f"{url}/healthz", processes[0])
        yield RunningSite(url)
    finally:
        for process in processes:
            process.send_signal(signal.SIGTERM)
        for process in processes:
            try:
                process.wait(timeout=15)
            except subprocess.TimeoutExpired:
                process.kill()


@pytest.fixture(scope="session")
def pictures() -> Path | None:
    """Return the folder for pictures of the way (`JOURNEY_PICTURES`), or None."""
    folder = os.environ.get("JOURNEY_PICTURES")
    return Path(folder) if folder else None


def _wait_for(url: str, process: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        assert process.poll() is None, "the web server ended"
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"{url} did not answer within a minute")
