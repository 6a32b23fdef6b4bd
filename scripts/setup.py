"""Lay the environment: .venv, pinned packages, system libraries. Runs on any Python 3.11–3.13, before anything exists.

    python3 scripts/setup.py            what serving needs
    python3 scripts/setup.py --tests    and what tests and checks need

What is already there is skipped by digest, so the usual run takes a tenth of a second.
"""

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMPS = ROOT / ".make"
SUPPORTED = ((3, 11), (3, 13))

#: Debian package -> shared library that shows it is there (WeasyPrint draws with these).
LIBRARIES = {
    "libpango-1.0-0": "libpango-1.0.so.0",
    "libpangoft2-1.0-0": "libpangoft2-1.0.so.0",
    "libharfbuzz-subset0": "libharfbuzz-subset.so.0",
}
#: Debian package -> pattern of a program of it (tests use these).
PROGRAMS = {
    "postgresql": "/usr/lib/postgresql/*/bin/initdb",
    "chromium": "/usr/bin/chromium",
    "poppler-utils": "/usr/bin/pdftotext",
    "gettext": "/usr/bin/msgfmt",
}


def say(text: str) -> None:
    print(f"setup: {text}", flush=True)


def fail(text: str) -> None:
    sys.exit(f"setup: {text}")


def find_python() -> str:
    """Return a Python that Saboq supports: the one running this, else one on the path."""
    if SUPPORTED[0] <= sys.version_info[:2] <= SUPPORTED[1]:
        return sys.executable
    for minor in range(SUPPORTED[1][1], SUPPORTED[0][1] - 1, -1):
        if found := shutil.which(f"python3.{minor}"):
            return found
    fail(f"Python 3.11 to 3.13 is needed; this is {sys.version.split()[0]}. Name one: make serve PYTHON=python3.11")
    raise AssertionError


def install_packages(missing: list[str], *, purpose: str, required: bool) -> None:
    """Install Debian packages when root; otherwise print the one line that does."""
    line = f"apt-get update && apt-get install -y --no-install-recommends {' '.join(missing)}"
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        if required:
            fail(f"{purpose} needs system packages that are not here. As root:\n    {line}")
        say(f"{purpose} needs system packages that are not here. As root:\n    {line}")
        return
    say(f"installing {' '.join(missing)} ({purpose})")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-qq"], line.split(" && ")[1].split()):
        if subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False).returncode:
            (fail if required else say)(f"`{' '.join(command)}` failed; {purpose} will not work without it")
            return


def has_library(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def make_environment() -> None:
    """Make .venv, unless a working one is there."""
    if PYTHON.exists() and subprocess.run([str(PYTHON), "-c", ""], check=False).returncode == 0:
        return
    if VENV.exists():
        say("the environment in .venv does not work any more; making it anew")
        shutil.rmtree(VENV)
    python = find_python()
    say(f"making .venv with {python}")
    if subprocess.run([python, "-c", "import ensurepip"], stderr=subprocess.DEVNULL, check=False).returncode:
        version = subprocess.run(
            [python, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"],
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        install_packages([f"python{version}-venv"], purpose="making .venv", required=True)
    subprocess.run([python, "-m", "venv", str(VENV)], check=True)


def install_requirements(name: str) -> None:
    """Install requirements/<name>.txt with its hashes, unless this environment has just that."""
    file = ROOT / "requirements" / f"{name}.txt"
    made = (VENV / "pyvenv.cfg").stat().st_mtime_ns
    digest = hashlib.sha256(file.read_bytes() + str(made).encode()).hexdigest()
    stamp = STAMPS / f"requirements-{name}"
    if stamp.exists() and stamp.read_text() == digest:
        return
    say(f"installing requirements/{name}.txt (pinned and hashed; the first time takes a minute or two)")
    total = sum("==" in line for line in file.read_text().splitlines())
    command = [str(PYTHON), "-m", "pip", "install", "--require-hashes", "--disable-pip-version-check", "--no-input"]
    STAMPS.mkdir(exist_ok=True)
    log = STAMPS / "pip.log"
    with log.open("w") as complaints:
        pip = subprocess.Popen([*command, "-r", str(file)], stdout=subprocess.PIPE, stderr=complaints, text=True)
        assert pip.stdout is not None
        number = 0
        for line in pip.stdout:
            if line.startswith("Collecting "):
                number += 1
                say(f"  {number}/{total} {line.split()[1]}")
            elif line.startswith("Installing collected packages"):
                say("  unpacking")
        code = pip.wait()
    if code:
        fail(f"the packages of requirements/{name}.txt could not be installed:\n{log.read_text()}")
    stamp.write_text(digest)


def main() -> None:
    tests = "--tests" in sys.argv[1:]
    make_environment()
    install_requirements("base")
    if missing := [package for package, library in LIBRARIES.items() if not has_library(library)]:
        install_packages(missing, purpose="printing certificates", required=True)
    if tests:
        install_requirements("dev")
        if missing := [package for package, pattern in PROGRAMS.items() if not any(Path("/").glob(pattern[1:]))]:
            install_packages(missing, purpose="testing", required=False)


if __name__ == "__main__":
    main()
