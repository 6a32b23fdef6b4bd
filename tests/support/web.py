"""A web server that can be killed and started again within a moment: gunicorn as `make serve` starts it.

Run as a program it imports the site once and then forks a server for every line on its standard input, answering with
the process id; the end of its input ends the servers too.
"""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


class WebServer:
    """Starts and kills servers on one port; there is at most one at a time."""

    def __init__(self, launcher: "subprocess.Popen[str]", port: int) -> None:
        self.launcher, self.port, self.group = launcher, port, 0

    def start(self) -> None:
        """Start a server and return as soon as it answers."""
        from tests.support.worker import wait_until

        assert self.launcher.stdin
        assert self.launcher.stdout
        self.launcher.stdin.write("start\n")
        self.launcher.stdin.flush()
        self.group = int(self.launcher.stdout.readline())
        wait_until(self.answers)

    def answers(self) -> bool:
        """Tell whether somebody answers on the port."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/healthz", timeout=5) as response:
                return bool(response.status == 200)
        except OSError:
            return False

    def kill(self) -> None:
        """End master and workers at once, by SIGKILL: nobody of them can tidy up."""
        os.killpg(self.group, signal.SIGKILL)
        self.group = 0


@pytest.fixture
def web_server(worker_environment: dict[str, str]) -> Iterator[WebServer]:
    """Return a server on the database of this test, not started yet."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    path = os.pathsep.join(str(ROOT / folder) for folder in ("site", "scripts", "."))
    launcher = subprocess.Popen(
        [sys.executable, __file__, str(port)],
        env={**worker_environment, "PYTHONPATH": path, "PORT": str(port)},
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    server = WebServer(launcher, port)
    yield server
    if server.group:
        server.kill()
    assert launcher.stdin
    launcher.stdin.close()
    launcher.wait(timeout=20)


def launch(port: int) -> None:
    """Fork a server for every line that is read; end with the input."""
    import serve

    import config.wsgi  # noqa: F401

    _warm_up()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    started = 0
    for _line in sys.stdin:
        started = os.fork()
        if started == 0:
            os.setsid()
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            _become_gunicorn(serve.commands(port, reload=False)["web"])
        print(started, flush=True)
    if started:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(started, signal.SIGKILL)


def _warm_up() -> None:
    """Do now what the first requests would: import, compile templates, read catalogues. No connection is kept."""
    from django.db import connections
    from django.test import Client

    for path in ("/uz/", "/uz/account/login/", "/uz/my/", "/uz/courses/"):
        Client().get(path, follow=True)
    connections.close_all()


def _become_gunicorn(command: list[str]) -> None:
    """Do in this process what the command line would do in a new one."""
    from gunicorn.app.wsgiapp import WSGIApplication

    sys.argv = command[2:]
    WSGIApplication("%(prog)s [OPTIONS] [APP_MODULE]").run()
    sys.exit(1)


if __name__ == "__main__":
    launch(int(sys.argv[1]))
