"""Bring messages, database and demo up to date: what is already so is found out without Django, in milliseconds.

.venv/bin/python scripts/prepare.py [--no-demo]
"""

import hashlib
import os
import secrets
import sqlite3
import sys
import time
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
STAMPS = ROOT / ".make"
DEFAULT_DATABASE = ROOT / "var" / "saboq.sqlite3"


def say(text: str) -> None:
    print(f"prepare: {text}", flush=True)


def digest(files: Iterable[Path]) -> str:
    """Return one digest of the names and contents of `files`."""
    total = hashlib.sha256()
    for file in sorted(set(files)):
        total.update(f"{file.relative_to(ROOT)}\0".encode())
        total.update(hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()


def stamped(name: str) -> str:
    file = STAMPS / name
    return file.read_text() if file.exists() else ""


def stamp(name: str, text: str) -> None:
    STAMPS.mkdir(exist_ok=True)
    (STAMPS / name).write_text(text)


# ---- Messages ----
def catalogues() -> list[Path]:
    return sorted(ROOT.glob("locale/**/*.po"))


def compile_messages() -> None:
    """Write a .mo beside every .po (with Babel: serving needs no gettext)."""
    due = digest(catalogues())
    if stamped("messages") == due and all(file.with_suffix(".mo").exists() for file in catalogues()):
        return
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    for source in catalogues():
        say(f"compiling {source.relative_to(ROOT)}")
        with source.open("rb") as words:
            catalogue = read_po(words)
        target = source.with_suffix(".mo")
        building = target.with_suffix(".mo.part")
        with building.open("wb") as compiled:
            write_mo(compiled, catalogue)
        building.replace(target)
    stamp("messages", due)


# ---- Database ----
def sqlite_file() -> Path | None:
    """Return the SQLite file that DATABASE_URL names (the default one without it); None for another engine."""
    url = os.environ.get("DATABASE_URL", "")
    if not url:
        return DEFAULT_DATABASE
    return Path(url.removeprefix("sqlite:///")) if url.startswith("sqlite:///") else None


def database_state(file: Path) -> str:
    """Return what identifies this very database and its schema; "" if there is none yet.

    The identity is a random number in the file's `user_version`, given when Saboq first migrates it, so that a file
    that was removed and made anew is not taken for the old one.
    """
    if not file.exists():
        return ""
    try:
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection:
            (identity,) = connection.execute("PRAGMA user_version").fetchone()
            applied = connection.execute("SELECT app, name FROM django_migrations ORDER BY app, name").fetchall()
    except sqlite3.Error:
        return ""
    return f"{identity} {hashlib.sha256(repr(applied).encode()).hexdigest()}" if identity else ""


def schema_digest() -> str:
    files = [*ROOT.glob("site/*/migrations/*.py"), *ROOT.glob("site/*/data/*"), ROOT / "requirements" / "base.txt"]
    return digest(file for file in files if file.is_file())


def database_is_due() -> bool:
    file = sqlite_file()
    state = database_state(file) if file else ""
    return not state or stamped("database") != f"{schema_digest()} {state}"


def migrate() -> None:
    """Migrate and make the cache table; both do nothing where nothing is to be done."""
    from django.core.management import call_command

    say("migrating the database (a new one takes most of a minute)")
    before = time.monotonic()
    call_command("migrate", verbosity=1 if not stamped("database") else 0, interactive=False)
    call_command("createcachetable", verbosity=0)
    say(f"the database is migrated ({time.monotonic() - before:.0f} s)")
    file = sqlite_file()
    if file is None:
        return
    with closing(sqlite3.connect(file)) as connection:
        if connection.execute("PRAGMA user_version").fetchone() == (0,):
            connection.execute(f"PRAGMA user_version = {secrets.randbelow(2**31 - 1) + 1}")
    stamp("database", f"{schema_digest()} {database_state(file)}")


# ---- Demo ----
def demo_sources() -> list[Path]:
    """Return the content and the code that loads it."""
    code = ("loading/**/*.py", "demo/**/*.py", "management/commands/demo*.py", "management/commands/load_content.py")
    patterns = ["content/**/*", *(f"site/*/{pattern}" for pattern in code)]
    return [file for pattern in patterns for file in ROOT.glob(pattern) if file.is_file()]


def has_demo() -> bool:
    return any(ROOT.glob("site/*/management/commands/demo.py"))


def demo_state() -> tuple[str, str]:
    """Return a digest of what the demo is made of, with its database, and one of the wished password ("" = none)."""
    file = sqlite_file()
    identity = database_state(file).partition(" ")[0] if file else os.environ.get("DATABASE_URL", "")
    sources = hashlib.sha256(f"{digest(demo_sources())} {identity}".encode()).hexdigest()
    wished = os.environ.get("DEMO_PASSWORD", "")
    return sources, hashlib.sha256(f"{sources} {wished}".encode()).hexdigest() if wished else ""


def demo_is_due() -> bool:
    if not has_demo():
        return False
    sources, password = demo_state()
    done = [*stamped("demo").split(), "", ""]
    return done[0] != sources or (bool(password) and done[1] != password)


def load_demo() -> None:
    """Load content and demo people; the command is idempotent and says what it changed."""
    from django.core.management import call_command

    say("loading content and demo people (the first time takes a minute or two)")
    before = time.monotonic()
    call_command("demo")
    say(f"content and demo people are there ({time.monotonic() - before:.0f} s)")
    sources, password = demo_state()
    stamp("demo", f"{sources} {password or ([*stamped('demo').split(), '', ''])[1]}")


def prepare(*, demo: bool = True) -> None:
    """Do what is due, in one process; without anything due this takes a fraction of a second."""
    compile_messages()
    if not database_is_due() and not (demo and demo_is_due()):
        return
    sys.path.insert(0, str(ROOT / "site"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
    import django

    django.setup()
    from django.db import connections

    if database_is_due():
        migrate()
    if demo and demo_is_due():
        load_demo()
    connections.close_all()


if __name__ == "__main__":
    os.chdir(ROOT)
    prepare(demo="--no-demo" not in sys.argv[1:])
