"""What a machine that watches the site is told."""

from datetime import timedelta

import pytest
from django.db import OperationalError, connection
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from core import heartbeat
from tests.core.tasks_for_tests import add


def alive(*, worker: timedelta = timedelta(0), tick: timedelta = timedelta(0)) -> None:
    heartbeat.beat(heartbeat.WORKER, now=timezone.now() - worker)
    heartbeat.beat(heartbeat.TICK, now=timezone.now() - tick)


def test_liveness_asks_nothing_of_the_database(client):
    answer = client.get("/healthz")
    assert (answer.status_code, answer.content) == (200, b"ok\n")
    assert "no-store" in answer["Cache-Control"] or "no-cache" in answer["Cache-Control"]


@pytest.mark.django_db
def test_a_site_with_everything_alive_is_ready(client):
    alive()
    answer = client.get("/readyz")
    assert answer.status_code == 200
    assert answer.json()["failing"] == []


@pytest.mark.django_db
def test_a_worker_that_never_started_is_told(client):
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json()["failing"] == ["worker"]
    assert answer.json()["parts"]["worker"]["why"] == "silent: never started"


@pytest.mark.django_db
def test_a_worker_that_fell_silent_is_told_with_how_long_ago(client):
    alive(worker=timedelta(minutes=3))
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json()["parts"]["worker"] == {"ok": False, "why": "silent", "last_sign_of_life_seconds": 180}


@pytest.mark.django_db
def test_a_silent_tick_is_told_but_does_not_take_the_site_away(client):
    alive(tick=timedelta(hours=1))
    answer = client.get("/readyz")
    assert answer.status_code == 200
    assert answer.json()["parts"]["tick"]["why"] == "silent"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("status", "field", "minutes", "why"),
    [
        (TaskResultStatus.READY, "enqueued_at", 6, "a task waits too long"),
        (TaskResultStatus.RUNNING, "started_at", 16, "a task runs too long"),
    ],
)
def test_a_queue_that_does_not_move_is_told(client, status, field, minutes, why):
    alive()
    row = add.enqueue(1, 2).db_result
    moment = timezone.now() - timedelta(minutes=minutes)
    DBTaskResult.objects.filter(id=row.id).update(**{"status": status, field: moment})
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert (answer.json()["failing"], answer.json()["parts"]["queue"]["why"]) == (["queue"], why)


@pytest.mark.django_db
def test_a_database_that_does_not_answer_is_told_without_its_words(client, monkeypatch):
    def refuse(*args, **kwargs):
        raise OperationalError("password of saboq@10.0.0.7 is wrong")

    monkeypatch.setattr(connection, "cursor", refuse)
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert "database" in answer.json()["failing"]
    assert b"10.0.0.7" not in answer.content


@pytest.mark.django_db
def test_looking_writes_nothing(client, django_assert_max_num_queries):
    alive()
    with django_assert_max_num_queries(10) as queries:
        client.get("/readyz")
    assert all(query["sql"].startswith("SELECT") for query in queries)


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_nothing_but_looking_is_possible(client, path):
    assert client.post(path).status_code == 405
