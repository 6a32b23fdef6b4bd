"""The registry of personal data: every model says how it is exported, erased and kept.

An app registers its models in its `privacy.py`, imported when Django starts. A test fails for a model that nobody
registered, so a new table cannot forget people.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import models


@dataclass(frozen=True)
class Registration:
    """How one model treats a person.

    Attributes:
        model: the model.
        person: field path from the model to the person ("" = holds nobody's data).
        export: returns the rows of a person as plain dictionaries, in words a reader understands.
        erase: removes or empties what the person wrote or is called; runs inside a declared erasure.
        keeps: why something stays after erasure ("" = nothing stays). Shown to the person; translatable.
        title: what the rows are, in a reader's words; the model's plural name where nothing is said.
    """

    model: type[models.Model]
    person: str
    export: Callable[[Any], list[dict[str, Any]]] | None
    erase: Callable[[Any], None] | None
    keeps: Any
    title: Any = ""


_registry: dict[type[models.Model], Registration] = {}


def register(
    model: type[models.Model],
    *,
    person: str,
    export: Callable[[Any], list[dict[str, Any]]] | None = None,
    erase: Callable[[Any], None] | None = None,
    keeps: Any = "",
    title: Any = "",
) -> None:
    """Declare a model that holds data of a person.

    Raises:
        ValueError: if neither `erase` nor a reason to keep is given, or the model is registered twice.
    """
    if model in _registry:
        raise ValueError(f"{model.__name__} is registered twice")
    if erase is None and not keeps:
        raise ValueError(f"{model.__name__} must say how it is erased or why it is kept")
    _registry[model] = Registration(model, person, export, erase, keeps, title or model._meta.verbose_name_plural)


def register_impersonal(*model_classes: type[models.Model]) -> None:
    """Declare models that hold nobody's data (content, reference tables)."""
    for model in model_classes:
        if model in _registry:
            raise ValueError(f"{model.__name__} is registered twice")
        _registry[model] = Registration(model, "", None, None, "")


def exporter(
    model: type[models.Model], path: str, words: Mapping[str, Mapping[str, Any]] | None = None, **columns: Any
) -> Callable[[Any], list[dict[str, Any]]]:
    """Return an `export` that reads plain columns: `exporter(Notice, "person", subject=_("Subject"))`.

    Rows come oldest first, as {label: value}; foreign keys are read by their `path__field`.

    Args:
        words: {column: {stored code: what it is called}}; a code without words is shown as it is.
    """
    said = {"language": dict(settings.LANGUAGES), **(words or {})}

    def export(person: Any) -> list[dict[str, Any]]:
        rows = model._default_manager.filter(**{path: person}).order_by("pk").values(*columns)
        return [
            {str(label): _said(said.get(column, {}), row[column]) for column, label in columns.items()} for row in rows
        ]

    return export


def _said(words: Mapping[str, Any], value: Any) -> Any:
    return str(words[value]) if isinstance(value, str) and value in words else value


def deleter(model: type[models.Model], path: str) -> Callable[[Any], None]:
    """Return an `erase` that deletes all rows of a person."""

    def erase(person: Any) -> None:
        model._default_manager.filter(**{path: person}).delete()

    return erase


def registrations() -> list[Registration]:
    """Return all registrations, higher layers first, so that evidence goes before what it hangs on."""
    order = {label: number for number, label in enumerate(settings.OWN_APPS)}
    return sorted(
        _registry.values(), key=lambda entry: (order.get(entry.model._meta.app_label, 99), entry.model.__name__)
    )
