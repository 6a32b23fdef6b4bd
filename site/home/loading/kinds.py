"""What each kind of content file holds (content/README.md in the loader's words)."""

import re
from datetime import date
from typing import Any

from core.blocks.keys import KEY_PATTERN

from .media import CAPTIONS, PAPER, PICTURE, VIDEO, name_of
from .schema import Fact, Keyed, Prose, Record, Variant, Words, one_of, whole

MODALITIES = ("video", "email", "chat", "phone", "hybrid")


def fits_key(key: str) -> str | None:
    """Say what is wrong with a key of blocks, questions or articles, or nothing."""
    return None if re.fullmatch(KEY_PATTERN, key) else "use lower-case Latin letters, digits, dots and hyphens"


def _listed(values: Any) -> str | None:
    fits = isinstance(values, list) and all(isinstance(value, str) for value in values)
    return None if fits else "expected a list of keys"


def _modalities(values: Any) -> str | None:
    unknown = [value for value in values if value not in MODALITIES] if isinstance(values, list) else values
    return f"unknown form of work: {unknown}" if unknown else None


def _day(value: Any) -> str | None:
    return None if isinstance(value, date) else "expected a date like 2026-11-22"


def _day_or_none(value: Any) -> str | None:
    return None if value is None else _day(value)


def _text(value: Any) -> str | None:
    return None if isinstance(value, str) and value else "expected text"


def _flag(value: Any) -> str | None:
    return None if isinstance(value, bool) else "expected true or false"


TEXT, KEYS, FLAG, DAY = Fact(_text), Fact(_listed), Fact(_flag), Fact(_day)
LINE, CELL = Words(240), Words(600)
_SUBJECTS = {"competences": KEYS, "modalities": Fact(_modalities), "tags": KEYS}
_NO_SUBJECTS: dict[str, Any] = {"competences": [], "modalities": [], "tags": []}


def _file(kind: str, required: dict[str, Any], optional: dict[str, Any] | None = None, **defaults: Any) -> Record:
    """Return the shape of a file: kind, key and title besides its own fields."""
    return Record({"kind": one_of(kind), "key": TEXT, "title": LINE, **required}, optional or {}, defaults)


def _block(required: dict[str, Any], optional: dict[str, Any] | None = None) -> Record:
    return Record({"type": TEXT, **required}, optional or {})


BLOCK = Variant(
    variants={
        "text": _block({"text": Prose()}),
        "heading": _block({"text": LINE}),
        "callout": _block({"tone": one_of("rule", "warning", "example", "law"), "text": Prose()}, {"title": LINE}),
        "vignette": _block({"title": LINE, "text": Prose()}),
        "dialogue": _block(
            {
                "title": LINE,
                "channel": one_of("chat", "video", "phone", "visit"),
                "speakers": Keyed(Words(60), least=1),
                "lines": Keyed(Record({"by": TEXT, "text": CELL}, {"note": Words(300)}), least=1),
            }
        ),
        "checklist": _block({"title": LINE, "items": Keyed(CELL, least=1)}),
        "table": _block({"caption": LINE, "columns": Keyed(Words(120), least=2), "rows": Keyed(Keyed(CELL), least=1)}),
        "quotation": _block({"text": Words(1000), "source": LINE}),
        "citation": _block({"code": TEXT, "article": TEXT}, {"note": CELL}),
        "resource": _block({"resource": TEXT}, {"note": CELL}),
        "image": _block({"image": Fact(name_of(PICTURE)), "alt": Words(300)}, {"caption": Words(300)}),
        "video": _block(
            {
                "title": Words(160),
                "video": Fact(name_of(VIDEO)),
                "poster": Fact(name_of(PICTURE)),
                "transcript": Prose(),
            },
            {"captions": Fact(name_of(CAPTIONS))},
        ),
        "file": _block({"file": Fact(name_of(PAPER)), "title": Words(160)}),
    }
)
BODY = Keyed(BLOCK, key=fits_key)

LESSON = _file(
    "lesson",
    {"summary": Words(300), "minutes": whole(1, 600), "blocks": BODY},
    {**_SUBJECTS, "sample": FLAG},
    **_NO_SUBJECTS,
    sample=False,
)
MODULE = _file("module", {"summary": Words(300), "hours": whole(0, 200), "activities": KEYS})
COURSE = _file(
    "course",
    {
        "summary": Words(300),
        "intro": Prose(),
        "outcomes": Keyed(LINE, least=1),
        "audience": Words(300),
        "modules": KEYS,
        "order": one_of("fixed", "free"),
        "certificate_validity_months": whole(0, 240),
    },
    {**_SUBJECTS, "teachers": Keyed(Record({"name": Words(120), "post": Words(160)}))},
    **_NO_SUBJECTS,
    teachers={},
)
ACKNOWLEDGEMENT = _file("acknowledgement", {"code": TEXT, "intro": Prose()}, {"summary": Words(300)}, summary="")

CLAUSE = Record({"text": Words(2000)}, {"indents": Keyed(Words(600))}, {"indents": {}})
ARTICLE = Record(
    {
        "number": TEXT,
        "title": LINE,
        "force": one_of("binding", "advisory"),
        "clauses": Keyed(CLAUSE, least=1),
    },
    {"modalities": Fact(_modalities), "state": one_of("current", "repealed", "moved"), "moved_to": TEXT},
    {"modalities": [], "state": "current", "moved_to": ""},
)
CODE_PART = _file("code_part", {"number": TEXT, "articles": Keyed(ARTICLE, key=fits_key, least=1)})
CODE = _file(
    "code",
    {
        "short_title": Words(120),
        "summary": Words(300),
        "preamble": Prose(),
        "issuer": Words(200),
        "notice": Words(300),
        "parts": KEYS,
    },
)
EDITION = Record(
    {
        "kind": one_of("edition"),
        "number": whole(1, 500),
        "act": Record({"type": TEXT, "number": TEXT, "date": DAY}),
        "act_title": Words(300),
        "approved_on": DAY,
        "published_on": DAY,
        "in_force_from": DAY,
        "transition_until": Fact(_day_or_none),
        "change_summary": Words(1000),
    },
    {"adopted_earlier": Words(600)},
    {"adopted_earlier": ""},
)
RESOURCE = _file(
    "resource",
    {
        "summary": Words(300),
        "resource_type": one_of("protocol", "form", "reading"),
        "purpose": Prose(),
        "owner": Words(160),
        "review_on": DAY,
        "version": TEXT,
        "blocks": BODY,
    },
    _SUBJECTS,
    **_NO_SUBJECTS,
)
SECTION = _file("section", {"summary": Words(300)})
PAGE = _file(
    "page",
    {"summary": Words(300), "blocks": BODY},
    {"hero_title": Words(160), "hero_text": Words(500), "version": TEXT, "effective_on": DAY},
    version="",
    effective_on=None,
)
