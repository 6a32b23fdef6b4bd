"""A programme as it read when somebody relied on it: rules apart from the words of each language.

Stored payloads are never migrated: `read_programme` and `read_programme_words` read every schema there ever was.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .frozen import check_schema

SCHEMA = 1


@dataclass(frozen=True)
class ProgrammeSpec:
    """Rules of a programme; no words.

    Attributes:
        programme_key: translation_key of its page.
        slug: part of its address.
        hours: academic hours that the programme states.
        course_keys: translation_keys of its courses, in order.
        certificate_validity_months: 0 is without end.
    """

    schema: int
    programme_key: str
    slug: str
    hours: int
    course_keys: tuple[str, ...]
    certificate_validity_months: int


@dataclass(frozen=True)
class ProgrammeWords:
    """The words of a programme in one language; `intro` is cleaned HTML."""

    schema: int
    language: str
    title: str
    summary: str
    intro: str


def read_programme(data: Mapping[str, Any]) -> ProgrammeSpec:
    """Return the rules behind a version's parsed payload.

    Raises:
        UnknownSchema: if the payload was written by a newer programme.
    """
    check_schema(data, SCHEMA, "programme")
    return ProgrammeSpec(**{**data, "course_keys": tuple(data["course_keys"])})


def read_programme_words(data: Mapping[str, Any]) -> ProgrammeWords:
    """Return the words behind a text's parsed payload.

    Raises:
        UnknownSchema: if the payload was written by a newer programme.
    """
    check_schema(data, SCHEMA, "programme")
    return ProgrammeWords(**data)
