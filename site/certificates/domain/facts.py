"""What a certificate says, frozen at issue. There is no name of its holder here: names can be erased, facts cannot."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

#: Schema of the stored JSON. Stored facts are never migrated: `read` understands every number that was ever written.
SCHEMA = 1
#: Version of the paper's design; a new design gets a new name and old papers keep theirs.
TEMPLATE = "star-1"

#: A text in each language of the papers: {"uz": …, "ru": …, "en": …}.
Texts = Mapping[str, str]


class UnknownSchema(ValueError):
    """Facts were written by a newer programme than this one."""


@dataclass(frozen=True)
class Result:
    """The final assessment: `points` out of `maximum`, both whole points."""

    points: int
    maximum: int


@dataclass(frozen=True)
class EditionSeen:
    """The edition of an ethics code that the holder acknowledged."""

    number: int
    titles: Texts


@dataclass(frozen=True)
class Signatory:
    """Who signs: `post` is "director" or "secretary", `name` is printed as it stands (initials and surname)."""

    post: str
    name: str


@dataclass(frozen=True)
class Facts:
    """Everything printed on a paper but the name of its holder.

    Attributes:
        schema: number of this shape.
        template: version of the paper's design.
        series, number: "SB", 482.
        registration: number in the register, like "2026/10-0482".
        issuer, place, title: texts per language; `title` is the course or programme.
        hours: academic hours.
        started_on, completed_on: the period of study, both days included.
        form: how it was taught; "distance" is masofaviy.
        result: the final assessment, or None where there was none.
        edition: the edition of the code acknowledged, or None.
        issued_on: day of issue.
        valid_from, valid_until: the days of validity, both included; None is for ever.
        signatories: in the order in which they sign.
        verify_at: public address under which the code is checked, with its last slash.
        duplicate_of: printed number of the certificate that this one replaces ("" = an original).
        is_sample: NAMUNA is printed across the paper.
    """

    series: str
    number: int
    registration: str
    issuer: Texts
    place: Texts
    title: Texts
    hours: int
    started_on: date
    completed_on: date
    form: str
    result: Result | None
    edition: EditionSeen | None
    issued_on: date
    valid_from: date
    valid_until: date | None
    signatories: tuple[Signatory, ...]
    verify_at: str
    duplicate_of: str
    is_sample: bool
    template: str = TEMPLATE
    schema: int = SCHEMA


def plain(facts: Facts) -> dict[str, Any]:
    """Return the facts as JSON knows them: days as ISO text, tuples as lists."""
    return {name: _plain(value) for name, value in asdict(facts).items()}


def read(text: str) -> Facts:
    """Return the facts behind stored JSON, whatever its schema.

    Raises:
        UnknownSchema: if the text carries a number that this programme does not know.
    """
    data = json.loads(text)
    if data["schema"] != SCHEMA:
        raise UnknownSchema(f"facts of schema {data['schema']} cannot be read")
    for name in ("started_on", "completed_on", "issued_on", "valid_from", "valid_until"):
        data[name] = date.fromisoformat(data[name]) if data[name] else None
    data["result"] = Result(**data["result"]) if data["result"] else None
    data["edition"] = EditionSeen(**data["edition"]) if data["edition"] else None
    data["signatories"] = tuple(Signatory(**entry) for entry in data["signatories"])
    return Facts(**data)


def texts(facts: Facts) -> list[str]:
    """Return every text that people wrote, as against dates and numbers."""
    edition = facts.edition.titles.values() if facts.edition else ()
    signatories = [entry.name for entry in facts.signatories]
    return [*facts.title.values(), *facts.issuer.values(), *facts.place.values(), *edition, *signatories]


def without_result(facts: Facts) -> Facts:
    """Return the facts without the score, for somebody who knows only number and surname."""
    return replace(facts, result=None)


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value
