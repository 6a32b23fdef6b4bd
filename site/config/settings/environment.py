"""Reading the environment: once, typed, and loud about a value that cannot be meant."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

env = environ.Env()

SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",  # with the default mode a quarter of parallel saves fail
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
}


def sqlite(file: Path) -> dict[str, Any]:
    """Return Django's settings for an SQLite file; its folder is made."""
    file.parent.mkdir(parents=True, exist_ok=True)
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": str(file), "OPTIONS": dict(SQLITE_OPTIONS)}


def postgresql(config: dict[str, Any]) -> dict[str, Any]:
    """Return Django's settings for PostgreSQL: connections are kept, and checked before each request uses one."""
    return {**config, "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}


def database(variable: str, *, default: Path) -> dict[str, Any]:
    """Return Django's settings for the URL in `variable`, or for the SQLite file `default`.

    SQLite: `sqlite:////absolute/file`. PostgreSQL: `postgres://user:password@host:5432/name`, or over a socket in
    the folder /run/postgresql `postgres://user@//run/postgresql/name`.

    Raises:
        ImproperlyConfigured: for any other engine, a missing name and a database in memory.
    """
    url = env.str(variable, default="")
    if not url:
        return sqlite(default)
    scheme = urlsplit(url).scheme
    if scheme not in ("sqlite", "postgres", "postgresql"):
        raise ImproperlyConfigured(f"{variable} must begin with sqlite:// or postgres://, not {scheme or 'no scheme'}")
    config = environ.Env.db_url_config(url)
    name = str(config["NAME"])
    if not name or name == ":memory:":
        raise ImproperlyConfigured(f"{variable} names no database (one in memory would be lost, and not shared)")
    return sqlite(Path(name)) if scheme == "sqlite" else postgresql(config)


def port(variable: str, *, default: int) -> int:
    """Return the TCP port in `variable`.

    Raises:
        ImproperlyConfigured: if it is not a number from 1 to 65535.
    """
    text = env.str(variable, default="") or str(default)
    if not text.isdecimal() or not 1 <= int(text) <= 65_535:
        raise ImproperlyConfigured(f"{variable} must be a port from 1 to 65535, not {text!r}")
    return int(text)


def public_url(variable: str, *, default: str) -> str:
    """Return the address of the site as people know it, without a slash at its end.

    Raises:
        ImproperlyConfigured: if it is not `http(s)://host[:port]`, or carries a path, query or password.
    """
    text = env.str(variable, default="") or default
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ImproperlyConfigured(f"{variable} must be like https://saboq.example, not {text!r}")
    if parts.path.strip("/") or parts.query or parts.fragment or "@" in parts.netloc:
        raise ImproperlyConfigured(f"{variable} must name a host and nothing else, not {text!r}")
    return f"{parts.scheme}://{parts.netloc}"
