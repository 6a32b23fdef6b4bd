"""Web, worker and tick live and end together, as `scripts/serve.py` starts them."""

import os
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests.support.database import ROOT
from tests.support.worker import wait_until

pytestmark = [pytest.mark.worker, pytest.mark.django_db(transaction=True)]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def answer(port: int, path: str) -> int:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=10) as response:
            return response.status
    except urllib.error.HTTPError as error:
        return error.code
    except OSError:
        return 0


def children(parent: int) -> list[int]:
    listed = subprocess.run(["ps", "-o", "pid=", "--ppid", str(parent)], capture_output=True, text=True).stdout
    return [int(line) for line in listed.split()]


def lives(pid: int) -> bool:
    return Path(f"/proc/{pid}").exists()


@pytest.fixture
def site(worker_environment, tmp_path):
    """Return a running `serve` with nothing to prepare, and its port."""
    port = free_port()
    code = "import prepare, serve, sys; prepare.prepare = lambda: None; sys.exit(serve.main())"
    environment = {**worker_environment, "PORT": str(port), "PYTHONPATH": str(ROOT / "scripts"), "RELOAD": ""}
    environment["DJANGO_SETTINGS_MODULE"] = "config.settings.test"
    with (tmp_path / "log").open("wb") as log:
        process = subprocess.Popen([sys.executable, "-c", code], env=environment, cwd=ROOT, stdout=log, stderr=log)
    process.log = tmp_path / "log"
    process.port = port
    yield process
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)


def is_ready(site) -> bool:
    return answer(site.port, "/readyz") == 200


def test_all_three_come_up_and_end_with_the_parent(site):
    wait_until(lambda: is_ready(site), seconds=90)
    started = children(site.pid)
    assert len(started) == 3
    site.send_signal(signal.SIGTERM)
    assert site.wait(timeout=30) == 0
    wait_until(lambda: not any(lives(pid) for pid in started))
    assert answer(site.port, "/healthz") == 0
    assert "all ended" in site.log.read_text()


def test_when_one_dies_the_others_end_and_the_parent_says_which(site):
    wait_until(lambda: len(children(site.pid)) == 3, seconds=90)
    started = children(site.pid)
    os.kill(started[1], signal.SIGKILL)
    assert site.wait(timeout=30) == 1
    wait_until(lambda: not any(lives(pid) for pid in started))
    assert "worker ended by itself" in site.log.read_text()


def test_a_parent_that_is_killed_leaves_nobody_behind(site):
    wait_until(lambda: is_ready(site), seconds=90)
    started = children(site.pid)
    site.kill()
    site.wait()
    wait_until(lambda: answer(site.port, "/healthz") == 0)
    wait_until(lambda: not any(lives(pid) for pid in started))


def test_a_port_in_use_is_told_before_anything_starts(worker_environment):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        environment = {**worker_environment, "PORT": str(taken.getsockname()[1])}
        done = subprocess.run(
            [sys.executable, str(ROOT / "scripts" / "serve.py")], env=environment, capture_output=True, text=True
        )
    assert done.returncode != 0
    assert "cannot use 127.0.0.1" in done.stderr
