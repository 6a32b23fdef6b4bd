"""Evidence: rows that are appended and never rewritten.

Four rings guard them: this base class (instance, queryset, `bulk_update`, upsert, `_base_manager`), `PROTECT` with
named constraints, row triggers on PostgreSQL (`core.triggers`), and one test over every subclass.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, NoReturn

from django.db import connection, models, transaction

_erasing: ContextVar[bool] = ContextVar("erasing", default=False)


class RecordIsFinal(TypeError):
    """Somebody tried to change or remove evidence."""


@contextmanager
def declared_erasure() -> Iterator[None]:
    """Open a transaction in which rows of evidence may be deleted (never changed).

    Erasure of a person is a logged act: only `accounts.services.erase_person` and retention jobs may use it. On
    PostgreSQL the declaration is a transaction-local setting that the delete trigger reads.
    """
    with transaction.atomic():
        token = _erasing.set(True)
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT set_config('saboq.erasure', 'declared', true)")
        try:
            yield
        finally:
            _erasing.reset(token)
        # An error takes the declaration back with the transaction (or savepoint), and must not be hidden by SQL that
        # a broken transaction refuses.
        if connection.vendor == "postgresql" and not connection.needs_rollback:
            with connection.cursor() as cursor:
                cursor.execute("SELECT set_config('saboq.erasure', '', true)")


class RecordQuerySet(models.QuerySet):
    """A queryset that reads and appends only."""

    def update(self, **kwargs: Any) -> NoReturn:
        """Refuse: evidence does not change."""
        raise RecordIsFinal(f"{self.model.__name__} is never updated")

    def bulk_update(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refuse: evidence does not change."""
        raise RecordIsFinal(f"{self.model.__name__} is never updated")

    def update_or_create(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refuse: an upsert is an update."""
        raise RecordIsFinal(f"{self.model.__name__} is never updated")

    def _update(self, values: Any) -> NoReturn:
        raise RecordIsFinal(f"{self.model.__name__} is never updated")

    def bulk_create(self, objs: Iterable[Any], *args: Any, update_conflicts: bool = False, **kwargs: Any) -> list[Any]:
        """Append many; an upsert is refused."""
        if update_conflicts:
            raise RecordIsFinal(f"{self.model.__name__} is never updated")
        return super().bulk_create(objs, *args, **kwargs)

    def delete(self) -> tuple[int, dict[str, int]]:
        """Refuse, except inside a declared erasure."""
        if not _erasing.get():
            raise RecordIsFinal(f"{self.model.__name__} is never deleted")
        return super().delete()

    def _raw_delete(self, using: str | None) -> int:
        if not _erasing.get():
            raise RecordIsFinal(f"{self.model.__name__} is never deleted")
        return super()._raw_delete(using)  # type: ignore[misc]


class ImmutableRecord(models.Model):
    """Base of every version and record that must read the same for ever."""

    objects = RecordQuerySet.as_manager()

    class Meta:
        abstract = True
        base_manager_name = "objects"
        default_manager_name = "objects"

    def save_base(self, *args: Any, **kwargs: Any) -> None:
        """Insert once; a second save is refused (this is where every way of saving an instance ends)."""
        if not self._state.adding:
            raise RecordIsFinal(f"{type(self).__name__} {self.pk} is never updated")
        kwargs["force_insert"] = kwargs.get("force_insert") or True
        super().save_base(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Refuse, except inside a declared erasure."""
        if not _erasing.get():
            raise RecordIsFinal(f"{type(self).__name__} {self.pk} is never deleted")
        return super().delete(*args, **kwargs)
