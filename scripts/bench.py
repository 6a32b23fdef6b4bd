"""How fast pages are, against a bare Django view in the same run: figure, bar, verdict.

    make bench                              .venv/bin/python scripts/bench.py --seconds 3 --rounds 1

Everything is thrown away afterwards: a PostgreSQL cluster with the demo, gunicorn with production's settings.
Machines are noisy: rounds are interleaved, medians taken; nothing under 1.5 times is a difference.
"""

import argparse
import json
import os
import secrets
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path

import postgres
import prepare
from bench_client import Refused, rate, request_bytes
from check import PRODUCTION
from serve import die_with_parent

ROOT = Path(__file__).resolve().parents[1]
#: Page -> bar as a share of the bare view's rate.
BARS = {
    "home": 0.20,
    "catalogue": 0.20,
    "code in force": 0.20,
    "course, signed in": 0.06,
    "lesson, signed in": 0.06,
    "verification": 0.10,
}
#: Run inside the benched project: prints where the pages are and a learner's cookie.
ASK = """
import json
from django.conf import settings
from django.test import Client
from accounts.models import User
from certificates.models import Certificate
from courses.models import LessonPage
learner = User.objects.get(email="learner@saboq.example")
client = Client()
client.force_login(learner)
first = LessonPage.objects.live().filter(locale__language_code="uz").order_by("path").first()
code = Certificate.objects.values_list("code", flat=True).first()
print(json.dumps({
    "cookie": f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}",
    "lesson": first.get_url(), "certificate": code,
}))
"""


@contextmanager
def serving(target: str, path: str, environment: dict[str, str]):
    """Run gunicorn with three workers on a free port; yield the port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "--pythonpath", path, "--bind", f"127.0.0.1:{port}", "--preload"]
    command += ["--workers", "3", "--threads", "4", "--log-level", "error", "--keep-alive", "30", target]
    process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **environment}, preexec_fn=die_with_parent)
    try:
        for _ in range(300):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            if process.poll() is not None:
                sys.exit(f"bench: {target} did not start")
            time.sleep(0.1)
        yield port
    finally:
        process.terminate()
        process.wait()


def manage(*words: str, **environment: str) -> str:
    """Run a management command; return what it printed."""
    done = subprocess.run(
        [sys.executable, "manage.py", *words],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
    )
    if done.returncode:
        sys.exit(f"bench: {words[0]} failed:\n{done.stdout[-2000:]}{done.stderr[-4000:]}")
    return done.stdout


def lay_out(environment: dict[str, str]) -> dict[str, bytes]:
    """Fill the database with the demo; return the request of each page."""
    for words in (["migrate", "-v0"], ["createcachetable"], ["collectstatic", "--noinput", "-v0"], ["demo"]):
        print(f"bench: {words[0]}", flush=True)
        manage(*words, **environment)
    print("bench: background tasks", flush=True)
    manage("db_worker", "--batch", "--queue-name", "*", "--no-startup-delay", **environment)
    told = json.loads(manage("shell", "--no-imports", "-c", ASK, **environment).splitlines()[-1])
    pages = {
        "home": request_bytes("/uz/"),
        "catalogue": request_bytes("/uz/courses/"),
        "code in force": request_bytes("/uz/guidelines/online-practice-code/"),
        "course, signed in": request_bytes("/uz/courses/ethics-online/", cookie=told["cookie"]),
        "lesson, signed in": request_bytes(told["lesson"], cookie=told["cookie"]),
    }
    if told["certificate"]:
        pages["verification"] = request_bytes(f"/verify/{told['certificate']}/?lang=uz")
    return pages


def measure(
    ports: tuple[int, int], pages: dict[str, bytes], *, seconds: float, rounds: int
) -> dict[str, tuple[float, float]]:
    """Return page -> (answers per second, share of the bare view), medians of interleaved rounds."""
    site, bare = ports
    rates: dict[str, list[float]] = {name: [] for name in pages}
    shares: dict[str, list[float]] = {name: [] for name in pages}
    for number in range(rounds):
        yardstick = rate(bare, request_bytes("/"), seconds=seconds)
        print(f"bench: round {number + 1} of {rounds}: H = {yardstick:.0f}/s", flush=True)
        for name, request in list(pages.items()):
            try:
                rate(site, request, seconds=1)
                measured = rate(site, request, seconds=seconds)
            except Refused as error:
                print(f"bench: {name} is left out: {str(error).splitlines()[0]}")
                del pages[name]
                continue
            rates[name].append(measured)
            shares[name].append(measured / yardstick)
    return {name: (statistics.median(rates[name]), statistics.median(shares[name])) for name in pages}


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--seconds", type=float, default=10)
    arguments.add_argument("--rounds", type=int, default=3)
    asked = arguments.parse_args()
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
    os.chdir(ROOT)
    prepare.compile_messages()
    with ExitStack() as stack:
        try:
            url = stack.enter_context(postgres.throwaway())
        except postgres.Unavailable as error:
            sys.exit(f"bench: {error}")
        media = stack.enter_context(tempfile.TemporaryDirectory(prefix="saboq-bench-"))
        environment = {**PRODUCTION, "DATABASE_URL": url, "MEDIA_ROOT": media, "DEMO_PASSWORD": secrets.token_hex(8)}
        environment["EMAIL_URL"] = "dummymail://"
        pages = lay_out(environment)
        site = stack.enter_context(serving("config.wsgi:application", "site", environment))
        bare = stack.enter_context(serving("bench_bare:application", "scripts", {}))
        found = measure((site, bare), pages, seconds=asked.seconds, rounds=asked.rounds)
    print(f"\n{'page':<20} {'per second':>10} {'share of H':>11} {'bar':>6}  verdict")
    missed = [name for name in BARS if name not in found or found[name][1] < BARS[name]]
    for name, bar in BARS.items():
        per_second, share = found.get(name, (0.0, 0.0))
        print(f"{name:<20} {per_second:>10.0f} {share:>11.3f} {bar:>6.2f}  {'missed' if name in missed else 'met'}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
