"""A throw-away PostgreSQL cluster from the machine's own packages: private socket, no network, gone afterwards.

.venv/bin/python scripts/postgres.py COMMAND…      runs COMMAND with DATABASE_URL set, then removes the cluster
"""

import ctypes
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

INSTALL = "apt-get update && apt-get install -y --no-install-recommends postgresql"
PATIENCE_SECONDS = 30.0
#: Nothing here outlives the test run, so nothing needs to reach the disk.
OPTIONS = {
    "listen_addresses": "", "fsync": "off", "synchronous_commit": "off", "full_page_writes": "off",
    "max_connections": "80", "shared_buffers": "128MB", "autovacuum": "off", "log_min_messages": "fatal",
}  # fmt: skip
_PR_SET_PDEATHSIG = 1


class Unavailable(RuntimeError):
    """This machine has no PostgreSQL that can be started; the message says what to do."""


def programs() -> Path:
    """Return the folder of the newest PostgreSQL's programs.

    Raises:
        Unavailable: if none is installed.
    """
    found = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    if on_path := shutil.which("initdb"):
        found.append(Path(on_path).resolve().parent)
    if not found:
        raise Unavailable(f"PostgreSQL is not installed. As root:\n    {INSTALL}")
    return max(found, key=lambda folder: [int(part) for part in folder.parent.name.split(".") if part.isdecimal()])


def _unprivileged() -> dict[str, Any]:
    """Return how to start a process that PostgreSQL accepts: it refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        try:
            user = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    raise Unavailable("PostgreSQL does not run as root, and there is no user postgres or nobody")


def _end_with_parent() -> None:
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGQUIT)


@contextmanager
def throwaway() -> Iterator[str]:
    """Start a new cluster and yield the URL of a database on it; stop and remove it at the end, whatever happens.

    Raises:
        Unavailable: if PostgreSQL is missing or does not start.
    """
    bin_folder, account = programs(), _unprivileged()
    folder = Path(tempfile.mkdtemp(prefix="saboq-pg-", dir="/tmp"))  # a socket's path must stay short
    server: subprocess.Popen[bytes] | None = None
    try:
        if account:
            os.chown(folder, account["user"], account["group"])
        data, log = folder / "data", folder / "log"
        initdb = [str(bin_folder / "initdb"), "-D", str(data), "-U", "saboq", "-A", "trust", "-E", "UTF8"]
        made = subprocess.run(
            [*initdb, "--locale=C.UTF-8", "--no-sync"],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
            **account,
        )
        if made.returncode:
            raise Unavailable(f"initdb failed:\n{made.stderr.strip()}")
        settings = [f"-c{name}={value}" for name, value in OPTIONS.items()]
        with log.open("wb") as output:
            server = subprocess.Popen(
                [str(bin_folder / "postgres"), "-D", str(data), "-k", str(folder), *settings],
                cwd=folder,
                stdout=output,
                stderr=output,
                start_new_session=True,
                preexec_fn=_end_with_parent,
                **account,
            )
        createdb = [str(bin_folder / "createdb"), "-h", str(folder), "-U", "saboq", "saboq"]
        _wait_for(server, createdb, log)
        yield f"postgres://saboq@/{folder}/saboq"
    finally:
        if server is not None and server.poll() is None:
            server.send_signal(signal.SIGINT)  # fast shutdown: sessions are ended
            try:
                server.wait(timeout=PATIENCE_SECONDS)
            except subprocess.TimeoutExpired:
                os.killpg(server.pid, signal.SIGKILL)
                server.wait()
        shutil.rmtree(folder, ignore_errors=True)


def _wait_for(server: "subprocess.Popen[bytes]", createdb: list[str], log: Path) -> None:
    """Make the database as soon as the server answers."""
    latest = time.monotonic() + PATIENCE_SECONDS
    while True:
        if server.poll() is not None:
            raise Unavailable(f"PostgreSQL ended at once:\n{log.read_text(errors='replace')[-2000:]}")
        if subprocess.run(createdb, capture_output=True, check=False).returncode == 0:
            return
        if time.monotonic() > latest:
            raise Unavailable(f"PostgreSQL did not answer:\n{log.read_text(errors='replace')[-2000:]}")
        time.sleep(0.1)


def main() -> int:
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
    try:
        with throwaway() as url:
            return subprocess.run(sys.argv[1:], env={**os.environ, "DATABASE_URL": url}, check=False).returncode
    except Unavailable as error:
        sys.exit(f"postgres: {error}")


if __name__ == "__main__":
    sys.exit(main())
