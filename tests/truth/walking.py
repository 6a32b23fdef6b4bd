"""Learners who walk a course over the wire, press by press, and remember what they were told."""

import http.client
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.test import Client

from accounts.models import User
from core.canonical import canonical_json, digest
from tests.factories.guidelines import CODE_KEY, make_text
from tests.factories.learning import right_answers

MINE = "/uz/my/courses/ethics-online/"
SECRET = "s" * 32  # of the session: what its forms carry against foreign sites


class Refused(AssertionError):
    """The server answered, and not as it does to somebody who does everything right."""


@dataclass(frozen=True)
class Press:
    """One button: where it leads, what it sends, and what it is for."""

    what: str
    path: str
    fields: dict[str, Any] = field(default_factory=dict)


class Walker:
    """A learner on the way from the catalogue to the certificate, one press at a time.

    A press that got no answer is pressed again next time, as a person would do.
    """

    def __init__(self, person: User, keys: dict[str, Any]) -> None:
        self.person, self.keys = person, keys
        self.confirmed: list[Press] = []
        self.attempt = ""
        self.cookie = _signed_in(person)
        self.presses = self._way()
        self.next: Press | None = next(self.presses)

    def go_on(self, send: Callable[[Press], tuple[int, str]]) -> None:
        """Press the next button. `send` returns status and Location.

        Raises:
            Refused: for any answer but the expected one.
        """
        assert self.next
        status, place = send(self.next)
        if status != (200 if self.next.what == "save" else 302) or "/login/" in place:
            raise Refused(f"{self.next.what}: {status} {place}")
        if self.next.what == "start":
            self.attempt = place.rstrip("/").rsplit("/", 1)[1]
        self.confirmed.append(self.next)
        self.next = next(self.presses, None)

    def _way(self) -> Iterator[Press]:
        name = Press("name", "/uz/account/certificate-name/", {"latin": "Toʻrayeva Dilnoza", "cyrillic": ""})
        name_first = self.person.pk % 2 == 0
        if name_first:
            yield name
        yield Press("enrol", f"{MINE}enrol/")
        yield Press("read", f"{MINE}steps/{self.keys['lesson-1']}/read/")
        yield Press("start", f"/uz/my/quizzes/{self.keys['quiz']}/")
        for question, value in right_answers().items():
            sent = {"question": question, f"answer-{question}": value}
            yield Press("save", f"/uz/my/attempts/{self.attempt}/save/", sent)
        yield Press("hand in", f"/uz/my/attempts/{self.attempt}/hand-in/")
        wording = {"agree": "on", "language": "uz", "wording": digest(canonical_json(make_text()))}
        yield Press("acknowledge", f"/uz/guidelines/{CODE_KEY}/editions/1/acknowledge/", wording)
        if not name_first:
            yield name


def over(port: int, walker: Walker) -> Callable[[Press], tuple[int, str]]:
    """Return how a walker sends a press to a server on this machine."""

    def send(press: Press) -> tuple[int, str]:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        body = urlencode({**press.fields, "csrfmiddlewaretoken": SECRET}, doseq=True)
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": walker.cookie}
        if press.what == "save":
            headers["Accept"] = "application/json"
        try:
            connection.request("POST", press.path, body, headers)
            response = connection.getresponse()
            content = response.read()
        finally:
            connection.close()
        if press.what == "save" and response.status == 200:
            json.loads(content)
        return response.status, urlsplit(response.headers.get("Location", "")).path

    return send


def _signed_in(person: User) -> str:
    """Return the cookie of a session in which a person is signed in."""
    browser = Client()
    browser.force_login(person)
    session = browser.session
    session["_csrftoken"] = SECRET
    session.save()
    return f"{settings.SESSION_COOKIE_NAME}={session.session_key}"
