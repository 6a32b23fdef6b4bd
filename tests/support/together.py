"""Many people, or many tabs of one person, act at the same moment."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any, TypeVar

from django.db import connection
from django.test import Client

MANY = 20
Answer = TypeVar("Answer")


def at_once(calls: Sequence[Callable[[], Answer]]) -> list[Answer]:
    """Make all calls at the same moment, each on a database connection of its own; return their answers in order."""
    start = Barrier(len(calls))

    def one(call: Callable[[], Answer]) -> Answer:
        start.wait()
        try:
            return call()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(one, calls))


def in_many_tabs(browser: Client, act: Callable[[Client], Any], many: int = MANY) -> list[Any]:
    """Let many tabs of one signed-in browser do the same at the same moment; return what each of them got."""

    def tab() -> Any:
        client = Client()
        client.cookies = browser.cookies
        return act(client)

    return at_once([tab] * many)
