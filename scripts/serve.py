"""Run web, worker and tick under one parent on 127.0.0.1:$PORT; they start together and end together.

make serve                 PORT=9000 make serve                 RELOAD=1 make serve (reload changed code)
"""

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import prepare

ROOT = Path(__file__).resolve().parents[1]
MANAGE = [sys.executable, str(ROOT / "manage.py")]
PEOPLE = ("learner", "trainer", "editor", "moderator", "manager", "auditor", "admin")
PATIENCE_SECONDS = 15.0
_PR_SET_PDEATHSIG = 1


def say(text: str) -> None:
    print(f"serve: {text}", flush=True)


def port() -> int:
    """Return $PORT, checked and free."""
    text = os.environ.get("PORT", "") or "8000"
    if not text.isdecimal() or not 1 <= int(text) <= 65_535:
        sys.exit(f"serve: PORT must be a number from 1 to 65535, not {text!r}")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", int(text)))
        except OSError as error:
            sys.exit(f"serve: cannot use 127.0.0.1:{text} ({error.strerror}). Name another: PORT=8001 make serve")
    return int(text)


def commands(number: int, *, reload: bool) -> dict[str, list[str]]:
    """Return the three processes by name."""
    web = [sys.executable, "-m", "gunicorn", "--pythonpath", "site", "--bind", f"127.0.0.1:{number}"]
    web += ["--workers", "2", "--threads", "4", "--log-level", "warning", "--timeout", "60"]
    web += ["--reload"] if reload else ["--preload"]
    return {
        "web": [*web, "config.wsgi:application"],
        "worker": [
            *MANAGE,
            "db_worker",
            "--skip-checks",
            "--queue-name",
            "*",
            "--reload" if reload else "--no-reload",
        ],
        "tick": [*MANAGE, "tick", "--skip-checks", "--every", "60"],
    }


def die_with_parent() -> None:
    """Ask the kernel to end this process when its parent dies, even by SIGKILL (Linux)."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


class Stopped(Exception):
    """Somebody asked for the end."""


def on_signal(number: int, frame: object) -> None:
    raise Stopped(signal.Signals(number).name)


def answers(number: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{number}/healthz", timeout=5):
            return True
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False


def announce(number: int, seconds: float) -> None:
    here = f"http://127.0.0.1:{number}"
    say(f"Saboq answers after {seconds:.1f} s")
    rows = {"site": f"{here}/", "admin": f"{here}/admin/", "mail sent": f"{here}/dev/mail/"}
    rows |= {"styles": f"{here}/styleguide/", "state": f"{here}/readyz"}
    for name, address in rows.items():
        say(f"  {name:<10} {address}")
    if prepare.has_demo():
        say("  sign in as " + ", ".join(f"{name}@saboq.example" for name in PEOPLE))
        say("  password: the one printed when the demo was first loaded; DEMO_PASSWORD=… make serve sets another")
    say("  Ctrl-C ends it all")


def start(name: str, command: list[str]) -> "subprocess.Popen[bytes]":
    say(f"starting {name}")
    return subprocess.Popen(command, start_new_session=True, preexec_fn=die_with_parent)


def wait_for_answer(web: "subprocess.Popen[bytes]", number: int) -> bool:
    """Return True as soon as the site answers, False if it ends before."""
    while web.poll() is None:
        if answers(number):
            return True
        time.sleep(0.1)
    return False


def first_to_end(processes: dict[str, "subprocess.Popen[bytes]"]) -> str:
    """Wait until one of the processes ends; return its name."""
    while True:
        for name, process in processes.items():
            if process.poll() is not None:
                return name
        time.sleep(0.3)


def end(processes: dict[str, "subprocess.Popen[bytes]"]) -> None:
    """End all of them: politely, then not."""
    for process in processes.values():
        if process.poll() is None:
            process.terminate()
    latest = time.monotonic() + PATIENCE_SECONDS
    for name, process in processes.items():
        try:
            process.wait(timeout=max(0.1, latest - time.monotonic()))
        except subprocess.TimeoutExpired:
            say(f"{name} does not end by itself; it is killed")
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def main() -> int:
    started = time.monotonic()
    os.chdir(ROOT)
    number = port()
    reload = os.environ.get("RELOAD", "") not in ("", "0")
    os.environ["PORT"] = str(number)
    os.environ.setdefault("PUBLIC_URL", f"http://127.0.0.1:{number}")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
    for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(name, on_signal)
    processes: dict[str, subprocess.Popen[bytes]] = {}
    try:
        prepare.prepare()
        for name, command in commands(number, reload=reload).items():
            processes[name] = start(name, command)
            # The others would only slow down what somebody is waiting for.
            if name == "web" and wait_for_answer(processes[name], number):
                announce(number, time.monotonic() - started)
        ended = first_to_end(processes)
        say(f"{ended} ended by itself (code {processes[ended].returncode}); the others end with it")
        return 1
    except Stopped as stopped:
        say(f"{stopped}: ending")
        return 0
    finally:
        for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(name, signal.SIG_IGN)
        end(processes)
        say("all ended")


if __name__ == "__main__":
    sys.exit(main())
