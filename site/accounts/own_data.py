"""Everything stored about a person, gathered from the privacy registry and made readable."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.encoding import force_str
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from core import privacy

from .models import User


@dataclass(frozen=True)
class Section:
    """The rows of one kind.

    Attributes:
        key: app and model, stable in every language.
        title: in the reader's words.
        rows: as the app exports them: {label: value}.
        erased: whether erasing removes or empties these rows.
        keeps: why something stays ("" = nothing does).
    """

    key: str
    title: str
    rows: list[dict[str, Any]]
    erased: bool
    keeps: str

    @property
    def shown(self) -> list[list[tuple[str, str]]]:
        """Return the rows as (label, readable value), without empty values."""
        return [
            [(str(label), readable(value)) for label, value in row.items() if not _empty(value)] for row in self.rows
        ]


@dataclass(frozen=True)
class OwnData:
    """Everything stored about one person on a day."""

    person: User
    at: datetime
    sections: list[Section] = field(default_factory=list)

    @property
    def filled(self) -> list[Section]:
        """Return the sections that have rows."""
        return [section for section in self.sections if section.rows]

    def as_json(self) -> dict[str, Any]:
        """Return what the JSON file holds."""
        return {
            "format": "saboq-own-data-1",
            "person": str(self.person.public_id),
            "exported_at": self.at.isoformat(),
            "sections": {
                section.key: {"title": section.title, "kept_because": section.keeps, "rows": section.rows}
                for section in self.filled
            },
        }


def gather(*, person: User, now: datetime) -> OwnData:
    """Return everything that the registry knows about a person, the account itself first."""
    sections = [_section(entry, person) for entry in privacy.registrations() if entry.person]
    sections.sort(key=lambda section: section.key != User._meta.label_lower)
    return OwnData(person, now, sections)


def erasure_plan() -> list[Section]:
    """Return, without any rows, what erasing does to each kind of data."""
    return [_section(entry, None) for entry in privacy.registrations() if entry.person]


def readable(value: Any) -> str:
    """Return a value in words of the active language."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value) if timezone.is_aware(value) else value, "DATETIME_FORMAT")
    if isinstance(value, date):
        return date_format(value, "DATE_FORMAT")
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {readable(item)}" for key, item in value.items())
    if isinstance(value, list | tuple | set | frozenset):
        return ", ".join(readable(item) for item in value)
    return force_str(value)


def _section(entry: privacy.Registration, person: User | None) -> Section:
    return Section(
        key=entry.model._meta.label_lower,
        title=str(entry.title),
        rows=entry.export(person) if person is not None and entry.export is not None else [],
        erased=entry.erase is not None,
        keeps=str(entry.keeps),
    )


def _empty(value: Any) -> bool:
    return value is None or value == "" or value == [] or value == {}
