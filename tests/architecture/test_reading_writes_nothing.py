"""A GET never writes: each address of ours, with everything that can come of it, and what reaches the database."""

import re
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from .test_url_roles import OWN, world
from .url_table import TABLE
from .url_world import ROLES, World

__all__ = ["world"]

WRITES = re.compile(r"^\s*(INSERT|UPDATE|DELETE|REPLACE|TRUNCATE|CREATE|ALTER|DROP)\b", re.IGNORECASE)
#: A form carries a token against forgery, which lives in the visitor's session; that is no record of anybody's act.
SESSION = re.compile(r'"(django_session|usersessions_usersession)"')


#: One role for each thing that can come of an address: what a page does, it does for everybody who gets it.
CASES = [
    (name, role)
    for name in OWN
    if name in TABLE
    for role in {TABLE[name].expected[role]: role for role in ROLES}.values()
]


@pytest.mark.parametrize(("name", "role"), CASES)
def test_reading_writes_nothing(world: World, name: str, role: str) -> None:
    address = reverse(name, kwargs=TABLE[name].arguments(world.things))
    client: Any = world.client(role)
    with transaction.atomic():
        with CaptureQueriesContext(connection) as queries:
            answer = client.get(address)
            if getattr(answer, "streaming", False):
                b"".join(answer.streaming_content)
        transaction.set_rollback(True)
    written = [query["sql"] for query in queries if WRITES.match(query["sql"]) and not SESSION.search(query["sql"])]
    assert written == []


def test_a_write_would_be_seen() -> None:
    assert WRITES.match('INSERT INTO "accounts_user" ("id") VALUES (1)')
    assert not WRITES.match('SELECT "accounts_user"."id" FROM "accounts_user"')
    assert SESSION.search('UPDATE "django_session" SET "session_data" = 1')
    assert not SESSION.search('UPDATE "accounts_user" SET "last_login" = 1')
