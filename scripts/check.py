"""Every check that is not a test: `make check`. Runs all of them, says what each found, fails if any failed.

.venv/bin/python scripts/check.py [NAME…]
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import prepare
import rules

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
MANAGE = [sys.executable, "manage.py"]
#: Values that are safe and belong to nobody, so that production's settings can be checked anywhere.
PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "config.settings.production",
    "SECRET_KEY": "check-" + "0123456789abcdefghijklmnopqrstuvwxyz" * 2,
    "ALLOWED_HOSTS": "saboq.example",
    "PUBLIC_URL": "https://saboq.example",
    "EMAIL_URL": "smtp+tls://user:password@mail.saboq.example:587",
    "DATABASE_URL": f"sqlite:///{ROOT / '.make' / 'check.sqlite3'}",
}

Check = Callable[[], int]


def command(*words: str, **environment: str) -> Check:
    """Return a check that runs a command in the project's root."""

    def run() -> int:
        variables = {**os.environ, "PYTHONPATH": "site", **environment}
        return subprocess.run([*words], cwd=ROOT, env=variables, check=False).returncode

    return run


CHECKS: dict[str, Check] = {
    "format": command(str(BIN / "ruff"), "format", "--check", "."),
    "lint": command(str(BIN / "ruff"), "check", "."),
    "types": command(str(BIN / "mypy"), DJANGO_SETTINGS_MODULE="config.settings.test"),
    "layers": command(str(BIN / "lint-imports"), DJANGO_SETTINGS_MODULE="config.settings.test"),
    "templates": command(str(BIN / "djlint"), "site", "--lint", "--quiet"),
    "own rules": rules.check,
    "migrations": command(*MANAGE, "makemigrations", "--check", "--dry-run"),
    "production settings": command(*MANAGE, "check", "--deploy", "--fail-level", "WARNING", **PRODUCTION),
    "messages": command(sys.executable, "scripts/messages.py", "check"),
}


def main() -> int:
    os.chdir(ROOT)
    prepare.STAMPS.mkdir(exist_ok=True)
    wanted = sys.argv[1:] or list(CHECKS)
    if unknown := [name for name in wanted if name not in CHECKS]:
        sys.exit(f"check: there is no {', '.join(unknown)}; there are {', '.join(CHECKS)}")
    failed = []
    for name in wanted:
        print(f"\n==== check: {name}", flush=True)
        started = time.monotonic()
        if CHECKS[name]():
            failed.append(name)
        print(f"{name}: {'FAILED' if name in failed else 'good'} ({time.monotonic() - started:.0f} s)", flush=True)
    print(f"\ncheck: {'FAILED: ' + ', '.join(failed) if failed else 'all good'}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
