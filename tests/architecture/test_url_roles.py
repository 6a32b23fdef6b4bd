"""Every address × every role, from the resolver itself: an address missing in the table fails."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from accounts.models import Region

from .url_table import LIBRARIES, TABLE, Row
from .url_world import ROLES, World, make_world


def patterns(resolver: URLResolver, namespace: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Walk all addresses with their full names."""
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            inner = f"{namespace}{entry.namespace}:" if entry.namespace else namespace
            yield from patterns(entry, inner)
        else:
            yield f"{namespace}{entry.name or ''}", entry


def library_of(pattern: URLPattern) -> str:
    """Return the module that answers."""
    return str(getattr(pattern.callback, "view_class", pattern.callback).__module__)


def is_own(pattern: URLPattern) -> bool:
    """Tell whether one of our apps answers (also when a decorator of a library stands before it)."""
    return library_of(pattern).split(".")[0] in settings.OWN_APPS


OWN = sorted({name for name, pattern in patterns(get_resolver()) if is_own(pattern)})


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: Any) -> Iterator[World]:
    """One world for all cells of the table; every question is asked in a transaction that is rolled back."""
    folder = tmp_path_factory.mktemp("mail")
    with django_db_blocker.unblock(), transaction.atomic():
        before, settings.EMAIL_FILE_PATH = settings.EMAIL_FILE_PATH, folder
        if not Region.objects.exists():  # tests that commit ran before and emptied the tables
            connection.creation.deserialize_db_from_string(connection._test_serialized_contents)
        try:
            yield make_world(str(folder))
        finally:
            settings.EMAIL_FILE_PATH = before
            transaction.set_rollback(True)


def outcome(answer: Any) -> str:
    """Return the class of an answer as the table names it."""
    location = answer.headers.get("Location", "")
    if answer.status_code in (301, 302, 303):
        return "login" if "/account/login/" in location else "shut" if location == "/admin/" else "go"
    names = {200: "ok", 422: "ok", 404: "gone", 403: "shut", 405: "wrong", 400: "bad"}
    return names.get(answer.status_code, str(answer.status_code))


def ask(world: World, name: str, row: Row, role: str) -> str:
    """Ask for an address (or its name) as a role and undo whatever happened."""
    address = (
        name.format(**world.things) if name.startswith("/") else reverse(name, kwargs=row.arguments(world.things))
    )
    client = world.client(role)
    with transaction.atomic():
        answer = getattr(client, row.method)(address)
        if getattr(answer, "streaming", False):
            b"".join(answer.streaming_content)
        transaction.set_rollback(True)
    return outcome(answer)


MODULES = sorted({library_of(pattern) for name, pattern in patterns(get_resolver()) if not is_own(pattern)})


@pytest.mark.parametrize("module", MODULES)
def test_every_library_that_answers_has_a_row(module):
    assert any(module.startswith(known) for known in LIBRARIES), f"{module} answers at an address: add a row"


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("library", LIBRARIES)
def test_a_role_gets_what_the_row_of_a_library_says(world, library, role):
    address, row = LIBRARIES[library]
    assert ask(world, address, row, role) == row.expected[role]


@pytest.mark.parametrize("name", OWN)
def test_every_own_address_stands_in_the_table(name):
    assert name in TABLE, f"add {name} to tests/architecture/url_table.py"


def test_the_table_has_no_address_that_is_gone():
    assert not set(TABLE) - set(OWN)


@pytest.mark.parametrize("name", [name for name in OWN if name in TABLE])
@pytest.mark.parametrize("role", ROLES)
def test_a_role_gets_what_the_table_says(world, name, role):
    assert ask(world, name, TABLE[name], role) == TABLE[name].expected[role]
