"""Test databases are copies of one that was migrated before: migrating takes most of a minute, copying none.

The template is rebuilt when a migration, the data it loads or a library changes; Django still runs what is missing.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / ".make"


def _schema_digest() -> str:
    """Return a digest of all that decides what a freshly migrated database holds."""
    files = [*ROOT.glob("site/*/migrations/*.py"), *ROOT.glob("site/*/data/*")]
    files += [ROOT / "site" / "core" / "triggers.py", ROOT / "requirements" / "base.txt"]
    digest = hashlib.sha256()
    for file in sorted(files):
        digest.update(f"{file.relative_to(ROOT)}\0".encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    CACHE.mkdir(exist_ok=True)
    with (CACHE / "test-database.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _migrate(url: str) -> None:
    environment = {**os.environ, "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "config.settings.test"}
    environment.pop("PYTEST_XDIST_WORKER", None)
    command = [sys.executable, str(ROOT / "manage.py"), "migrate", "--verbosity", "0"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise pytest.UsageError(f"the test database cannot be migrated:\n{done.stderr[-4000:]}")


def sqlite_template() -> Path:
    """Return a migrated SQLite file, made now if there is none for the present migrations."""
    template = CACHE / f"test-database-{_schema_digest()}.sqlite3"
    with _one_at_a_time():
        if not template.exists():
            building = CACHE / f"building-{os.getpid()}.sqlite3"
            building.unlink(missing_ok=True)
            _migrate(f"sqlite:///{building}")
            for old in CACHE.glob("test-database-*.sqlite3"):
                old.unlink()
            building.replace(template)
    return template


def postgresql_template() -> str:
    """Return the name of a migrated database on the server, filled now (from a kept dump, if there is one)."""
    name = f"saboq_template_{_schema_digest()}"
    with _one_at_a_time(), connection._nodb_cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        if cursor.fetchone() is None:
            building = f"saboq_building_{os.getpid()}"
            cursor.execute(f"DROP DATABASE IF EXISTS {building}")
            cursor.execute(f"CREATE DATABASE {building}")
            _fill(building, CACHE / f"test-database-{_schema_digest()}.sql")
            cursor.execute(f"ALTER DATABASE {building} RENAME TO {name}")
    return name


def _fill(database: str, dump: Path) -> None:
    """Restore the dump into a new database; migrate it and keep a dump where there is none."""
    if dump.exists():
        _postgresql("psql", "--quiet", "--no-psqlrc", "--set=ON_ERROR_STOP=1", f"--file={dump}", database)
        return
    _migrate(_beside(database))
    building = CACHE / f"building-{os.getpid()}.sql"
    _postgresql("pg_dump", "--no-owner", f"--file={building}", database)
    for old in CACHE.glob("test-database-*.sql"):
        old.unlink()
    building.replace(dump)


def _postgresql(program: str, *arguments: str) -> None:
    sys.path.insert(0, str(ROOT / "scripts"))
    from postgres import programs

    server = connection.settings_dict
    where = {"PGHOST": server["HOST"], "PGPORT": str(server["PORT"] or ""), "PGUSER": server["USER"]}
    environment = {**os.environ, **where, "PGPASSWORD": server["PASSWORD"]}
    command = [str(programs() / program), *arguments]
    done = subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    if done.returncode:
        raise pytest.UsageError(f"{program} failed:\n{done.stderr[-2000:]}")


def _beside(name: str) -> str:
    """Return the URL of another database on the same PostgreSQL server."""
    return os.environ["DATABASE_URL"].rsplit("/", 1)[0] + f"/{name}"


def test_database_url() -> str:
    """Return the URL under which another process reaches the database of the running test."""
    name = str(connection.settings_dict["NAME"])
    return f"sqlite:///{name}" if connection.vendor == "sqlite" else _beside(name)


@pytest.fixture(scope="session")
def django_db_keepdb(request: pytest.FixtureRequest) -> bool:
    """On SQLite Django finds the copied file and keeps it; the scratch folder is cleared away as a whole."""
    return connection.vendor == "sqlite" or bool(request.config.getvalue("reuse_db"))


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    request: pytest.FixtureRequest, django_db_modify_db_settings_parallel_suffix: None, django_db_blocker: Any
) -> None:
    """Lay the template where Django looks for the test database."""
    database = settings.DATABASES["default"]
    if connection.vendor == "sqlite":
        target = Path(database["TEST"]["NAME"])
        if not (request.config.getvalue("reuse_db") and target.exists()):
            for leftover in target.parent.glob(f"{target.name}*"):
                leftover.unlink()
            shutil.copyfile(sqlite_template(), target)
    else:
        with django_db_blocker.unblock():
            connection.settings_dict["TEST"]["TEMPLATE"] = postgresql_template()


_rows: list[str] = []


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(fixturedef: Any) -> Any:
    """Remember the rows of data migrations that Django keeps on the connection that made the test database."""
    result = yield
    if fixturedef.argname == "django_db_setup":
        _rows.append(getattr(connection, "_test_serialized_contents", ""))
    return result


def _hand_rows_on() -> None:
    """Once Playwright's event loop runs, Django has another connection object in this thread."""
    if _rows and not hasattr(connection, "_test_serialized_contents"):
        connection._test_serialized_contents = _rows[0]  # type: ignore[attr-defined]


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """Let a test find the rows of data migrations."""
    _hand_rows_on()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_teardown() -> None:
    """Let Django see, when it empties the tables, that the rows are going to be put back."""
    _hand_rows_on()


DATABASE_FIXTURES = {"db", "transactional_db", "django_db_setup", "live_server"}


def _touches_database(item: pytest.Item) -> bool:
    return bool(item.get_closest_marker("django_db") or DATABASE_FIXTURES & set(getattr(item, "fixturenames", ())))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A test that commits gets the rows of data migrations (regions, roles, competences, the root page) back.

    With `ONLY_DATABASE_TESTS` set, tests that touch no database are left out: another engine cannot change them.
    """
    if os.environ.get("ONLY_DATABASE_TESTS"):
        config.hook.pytest_deselected(items=[item for item in items if not _touches_database(item)])
        items[:] = [item for item in items if _touches_database(item)]
    for item in items:
        marker = item.get_closest_marker("django_db")
        options = dict(marker.kwargs) if marker else {}
        if marker and marker.args:
            options["transaction"] = marker.args[0]
        fixtures = getattr(item, "fixturenames", ())
        if options.get("transaction") or "transactional_db" in fixtures or "live_server" in fixtures:
            options.update(transaction=True, serialized_rollback=True)
            item.add_marker(pytest.mark.django_db(**options), append=False)
        if item.get_closest_marker("postgres") and connection.vendor != "postgresql":
            item.add_marker(pytest.mark.skip(reason="only meaningful on PostgreSQL"))
