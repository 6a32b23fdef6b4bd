"""The server is killed by SIGKILL while learners press buttons: what was confirmed stays, nothing is half done."""

import os
import random
import time
from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue
from typing import Any

import pytest
from django.db import connection

from certificates.models import Certificate
from guidelines.models import Acknowledgement
from learning.models import (
    ActivityCompletion,
    CourseCompletion,
    DraftAnswer,
    Enrolment,
    ProgressSummary,
    Submission,
    SubmittedAnswer,
)
from tests.factories.guidelines import CODE_KEY, make_edition
from tests.factories.pages import make_course, step
from tests.factories.people import make_person
from tests.support.web import WebServer
from tests.support.worker import wait_until

from .invariants import broken
from .walking import Press, Walker, over

pytestmark = [pytest.mark.worker, pytest.mark.django_db(transaction=True)]
#: How often the server is killed; quality.md asks for twenty.
ROUNDS = int(os.environ.get("KILLS", "8"))
TABS = 4


def walk(port: int, waiting: "SimpleQueue[Walker]") -> int:
    """Press on, walker after walker, until the server is gone; return how many presses got no answer."""
    while not waiting.empty():
        walker = waiting.get()
        try:
            while walker.next:
                walker.go_on(over(port, walker))
        except OSError:
            waiting.put(walker)
            return 1
        except Exception:
            waiting.put(walker)
            raise
    return 0


def told(walkers: list[Walker]) -> int:
    """Return how many presses were confirmed so far."""
    return sum(len(walker.confirmed) for walker in walkers)


def missing(walker: Walker) -> list[str]:
    """Return what a walker was told and the database does not know."""
    steps = ActivityCompletion.objects.filter(person=walker.person)
    found: dict[str, Any] = {
        "enrol": Enrolment.objects.filter(person=walker.person),
        "read": steps.filter(activity_key=walker.keys["lesson-1"]),
        "start": Enrolment.objects.filter(attempts__uuid=walker.attempt or None),
        "hand in": Submission.objects.filter(attempt__uuid=walker.attempt or None, scores__passed=True),
        "acknowledge": Acknowledgement.objects.filter(person=walker.person),
        "name": type(walker.person).objects.filter(pk=walker.person.pk, certificate_name_confirmed_at__isnull=False),
    }
    return [
        press.what
        for press in walker.confirmed
        if not (_saved(press) if press.what == "save" else found[press.what].exists())
    ]


def _saved(press: Press) -> bool:
    attempt, question = press.path.split("/")[-3], press.fields["question"]
    value = press.fields[f"answer-{question}"]
    drafts = DraftAnswer.objects.filter(attempt__uuid=attempt, question=question)
    handed_in = SubmittedAnswer.objects.filter(submission__attempt__uuid=attempt, question=question)
    return [row.value for row in (*drafts, *handed_in)] == [value]


def stale() -> list[str]:
    """Return the enrolments whose summary says something else than their records."""
    wrong = []
    for summary in ProgressSummary.objects.select_related("enrolment"):
        done = {str(key) for key in summary.enrolment.activity_completions.values_list("activity_key", flat=True)}
        if {key for key, state in summary.states.items() if state == "done"} != done or (
            (summary.done == summary.total) != (summary.enrolment.state == Enrolment.State.COMPLETED)
        ):
            wrong.append(f"{summary}: {summary.states}")
    return wrong


def test_killing_the_server_in_the_middle_of_writes(web_server: WebServer) -> None:
    make_edition()
    course = make_course(lessons=1, acknowledgement=CODE_KEY)
    keys = {slug: step(course, slug).translation_key for slug in ("lesson-1", "quiz")}
    walkers: list[Walker] = []
    waiting: SimpleQueue[Walker] = SimpleQueue()
    dice, cut_off = random.Random(1), 0
    for _round in range(ROUNDS):
        while waiting.qsize() < 3 * TABS:
            walkers.append(Walker(make_person(), keys))
            waiting.put(walkers[-1])
        connection.close()  # nobody is left to look after the file
        web_server.start()
        with ThreadPoolExecutor(TABS) as pool:
            tabs = [pool.submit(walk, web_server.port, waiting) for _tab in range(TABS)]
            before = told(walkers)
            wait_until(lambda before=before: told(walkers) > before)
            time.sleep(dice.uniform(0.05, 0.4))
            web_server.kill()
            cut_off += sum(tab.result() for tab in tabs)
        assert [what for walker in walkers for what in missing(walker)] == []
        assert broken() + stale() == []
    assert cut_off >= ROUNDS, "the server was never killed while somebody waited for it"

    web_server.start()
    assert walk(web_server.port, waiting) == 0
    assert [what for walker in walkers for what in missing(walker)] == []
    assert broken() + stale() == []
    assert CourseCompletion.objects.count() == Certificate.objects.count() == len(walkers)
