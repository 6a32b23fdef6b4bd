"""The state of everything visitors see, as one word that changes with every change of it.

    content_state.watch(Edition, Corrigendum)       # in AppConfig.ready(): whatever a public page reads
    content_state.current()                         # "7345020981": what is kept under it is never out of date

A change is a row added in the transaction of the change: it is seen exactly when the change is, waits for nobody and
keeps nobody waiting, and a rolled-back change leaves none. The word is the sum of the rows' random tokens, so it does
not depend on the order in which transactions end, and no word comes twice.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection, models, transaction
from django.db.models.signals import post_delete, post_save

from core.models.changes import ContentChange

#: Fields of a page that only drafts touch: saving a draft changes nothing visitors see.
_DRAFT_FIELDS = frozenset(
    {
        "draft_title", "has_unpublished_changes", "latest_revision", "latest_revision_created_at",
        "wagtail_admin_comments",
    }
)  # fmt: skip
#: More rows than this are folded into one by the tick; reading the state adds them all up.
MOST_ROWS = 50

_watched: set[type[models.Model]] = set()


@dataclass
class _Request:
    """What a request knows of the state: nothing yet, or what it read first."""

    state: str | None = None


_request: ContextVar[_Request | None] = ContextVar("content_state_of_request", default=None)


def watch(*changing: type[models.Model]) -> None:
    """Count every save and delete of these models as a change of what visitors see."""
    for model in changing:
        name = f"core.content_state.{model._meta.label_lower}"
        post_save.connect(_changed, sender=model, dispatch_uid=f"{name}.saved")
        post_delete.connect(_changed, sender=model, dispatch_uid=f"{name}.deleted")
        _watched.add(model)


def watched() -> frozenset[type[models.Model]]:
    """Return the models whose changes are counted."""
    return frozenset(_watched)


def note(**_signal: Any) -> None:
    """Record, in the running transaction, that something visitors see has changed. Also a receiver of any signal."""
    ContentChange.objects.create()
    here = _request.get()
    if here is not None:
        here.state = None


def current() -> str:
    """Return the state of the content. One small query, once per request."""
    here = _request.get()
    if here is None:
        return _read()
    if here.state is None:
        here.state = _read()
    return here.state


@contextmanager
def one_request() -> Iterator[None]:
    """Within this, the state is read once: a page is made of one state, and kept under the one it began with."""
    token = _request.set(_Request())
    try:
        yield
    finally:
        _request.reset(token)


def fold(*, now: datetime) -> int:
    """Fold the rows into one when there are many. A chore of the tick; returns how many rows went."""
    rows = list(ContentChange.objects.values_list("pk", flat=True))
    if len(rows) <= MOST_ROWS:
        return 0
    with transaction.atomic():
        ContentChange.objects.create()  # with a token of its own: the word is new, never one that was used before
        return ContentChange.objects.filter(pk__in=rows).delete()[0]


def _changed(sender: type[models.Model], update_fields: frozenset[str] | None = None, **_signal: Any) -> None:
    if not update_fields or not _DRAFT_FIELDS.issuperset(update_fields):
        note()


def _read() -> str:
    # Plain SQL: this runs before every page that is kept, and building a queryset would cost more than the query.
    with connection.cursor() as cursor:
        cursor.execute("SELECT SUM(token) FROM core_contentchange")
        return str(cursor.fetchone()[0])
