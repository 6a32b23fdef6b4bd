"""Liveness and readiness, for whatever watches the site."""

from datetime import datetime, timedelta
from typing import Any

from django.core.cache import cache
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from core import heartbeat
from core.taskqueue import queue_state

#: A worker beats every 15 seconds; after four missed beats it is silent.
WORKER_SILENT_AFTER = timedelta(seconds=60)
#: Tasks wait seconds, not minutes; the sweep returns stuck ones after ten minutes.
LONGEST_WAIT = timedelta(minutes=5)
LONGEST_RUN = timedelta(minutes=15)
#: Production ticks every few minutes. A silent tick delays reminders; it does not stop the site from serving.
TICK_SILENT_AFTER = timedelta(minutes=20)


@require_safe
@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """Answer that the process lives; nothing else is asked, so nothing else can fail."""
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8")


@require_safe
@never_cache
def readyz(request: HttpRequest) -> JsonResponse:
    """Answer 200 when everything behind the site works, else 503; say which part does not."""
    now = timezone.now()
    parts: dict[str, dict[str, Any]] = {"database": _database(), "cache": _cache()}
    if parts["database"]["ok"]:
        parts |= {"queue": _queue(now), "worker": _alive(heartbeat.WORKER, WORKER_SILENT_AFTER, now)}
        parts["tick"] = _alive(heartbeat.TICK, TICK_SILENT_AFTER, now)
    failing = [name for name, part in parts.items() if not part["ok"] and name != "tick"]
    body = {"ready": not failing, "failing": failing, "parts": parts}
    return JsonResponse(body, status=503 if failing else 200)


def _database() -> dict[str, Any]:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return {"ok": False, "why": "does not answer"}
    return {"ok": True}


def _cache() -> dict[str, Any]:
    """Look into the cache; reading is enough to see that it answers, and a GET writes nothing."""
    try:
        cache.get(f"readyz-{get_random_string(8)}")
    except Exception:
        return {"ok": False, "why": "does not answer"}
    return {"ok": True}


def _queue(now: datetime) -> dict[str, Any]:
    state = queue_state(now=now)
    part: dict[str, Any] = {
        "waiting": state.waiting,
        "oldest_waiting_seconds": _seconds(state.oldest_waiting),
        "running": state.running,
        "longest_running_seconds": _seconds(state.longest_running),
        "failed": state.failed,
    }
    if state.longest_running is not None and state.longest_running > LONGEST_RUN:
        return {"ok": False, "why": "a task runs too long", **part}
    if state.oldest_waiting is not None and state.oldest_waiting > LONGEST_WAIT:
        return {"ok": False, "why": "a task waits too long", **part}
    return {"ok": True, **part}


def _alive(name: str, silent_after: timedelta, now: datetime) -> dict[str, Any]:
    age = heartbeat.age(name, now=now)
    if age is None:
        return {"ok": False, "why": "silent: never started"}
    part = {"last_sign_of_life_seconds": _seconds(age)}
    return {"ok": True, **part} if age <= silent_after else {"ok": False, "why": "silent", **part}


def _seconds(span: timedelta | None) -> int | None:
    return None if span is None else max(0, int(span.total_seconds()))
