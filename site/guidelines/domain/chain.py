"""The chain of acknowledgements: each link carries the hash of the one before it, so that no row can be changed, taken
out or slipped in unseen. Who holds the hash of the last link holds proof of all links before it.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any

from core.canonical import canonical_json

SCHEMA = 1


@dataclass(frozen=True)
class Link:
    """What one acknowledgement says; all of it goes into its hash.

    Attributes:
        schema: how the hash is made; 1 = sha256 of the canonical JSON of these fields.
        code: key of the code.
        sequence: 1, 2, 3 … within the code.
        previous_hash: hash of the link before; "" for the first.
        person: pseudonymous public id, never a name.
        edition: number of the edition.
        edition_digest: digest of the edition's authentic text.
        text_digest: digest of the wording that was shown.
        language, script: in which it was shown.
        articles: keys of the articles shown, in order.
        answers_digest: digest of the answers to a check.
        method: how it was given, like "page".
        at: UTC, ISO 8601 with microseconds.
    """

    code: str
    sequence: int
    previous_hash: str
    person: str
    edition: int
    edition_digest: str
    text_digest: str
    language: str
    script: str
    articles: tuple[str, ...]
    answers_digest: str
    method: str
    at: str
    schema: int = SCHEMA


@dataclass(frozen=True)
class Break:
    """The first place where a chain does not hold. `reason`: "sequence", "previous" or "hash"."""

    sequence: int
    reason: str


def hash_of(link: Link) -> str:
    """Return the hash of a link.

    Raises:
        ValueError: for a schema this programme does not know.
    """
    if link.schema != SCHEMA:
        raise ValueError(f"a link of schema {link.schema} cannot be verified")
    return hashlib.sha256(canonical_json(asdict(link)).encode()).hexdigest()


def answers_digest(answers: dict[str, Any]) -> str:
    """Return the digest of the answers to a check."""
    return hashlib.sha256(canonical_json(answers).encode()).hexdigest()


def moment(at: datetime) -> str:
    """Return an aware moment as it is written into a link.

    Raises:
        ValueError: for a naive moment.
    """
    if at.tzinfo is None:
        raise ValueError("a moment in a chain needs a time zone")
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def first_break(links: Iterable[tuple[Link, str]]) -> Break | None:
    """Return the first link that does not hold, or None. Takes (link, stored hash) in order of sequence."""
    expected, previous = 1, ""
    for link, stored in links:
        if link.sequence != expected:
            return Break(expected, "sequence")
        if link.previous_hash != previous:
            return Break(link.sequence, "previous")
        if hash_of(link) != stored:
            return Break(link.sequence, "hash")
        expected, previous = expected + 1, stored
    return None
