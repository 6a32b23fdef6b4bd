"""The text of a code as it was frozen: parts, articles, clauses, indents.

The canonical JSON of a `CodeText` is stored with an edition and never migrated; `read` understands every schema that
was ever written.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

#: The schema in which texts are written today.
SCHEMA = 1

#: Scripts by language, as ISO 15924 names them in small letters; an acknowledgement keeps it.
SCRIPTS = {"uz": "latn", "uz-cyrl": "cyrl", "kaa": "latn", "ru": "cyrl", "en": "latn"}


class UnknownSchema(ValueError):
    """A stored text was written by a newer programme than this one."""


@dataclass(frozen=True)
class Indent:
    """One indent (xatboshi) of a clause. `key` is permanent."""

    key: str
    text: str


@dataclass(frozen=True)
class Clause:
    """One clause (band) of an article. `key` is permanent, its number is its place."""

    key: str
    text: str
    indents: tuple[Indent, ...] = ()


@dataclass(frozen=True)
class Article:
    """One article (modda).

    Attributes:
        key: permanent, like "consent.withdrawal".
        number: as printed, like "14¹".
        title: its heading.
        force: "binding" or "advisory".
        modalities: forms of online work it concerns; empty = every form.
        state: "current", "repealed" (keeps its place) or "moved" (a pointer).
        moved_to: key of the article that a pointer leads to, else "".
        clauses: in order.
    """

    key: str
    number: str
    title: str
    force: str = "binding"
    modalities: tuple[str, ...] = ()
    state: str = "current"
    moved_to: str = ""
    clauses: tuple[Clause, ...] = ()


@dataclass(frozen=True)
class Part:
    """One part (boʻlim) with its articles. `number` is Roman."""

    key: str
    number: str
    title: str
    articles: tuple[Article, ...] = ()


@dataclass(frozen=True)
class CodeText:
    """A whole code in one language. `preamble` is clean HTML, everything else plain text."""

    code: str
    language: str
    title: str
    preamble: str = ""
    issuer: str = ""
    notice: str = ""
    parts: tuple[Part, ...] = ()
    schema: int = field(default=SCHEMA)

    def articles(self) -> Iterator[Article]:
        """Yield the articles of all parts in order."""
        for part in self.parts:
            yield from part.articles

    def article(self, key: str) -> Article | None:
        """Return the article of a key, or None."""
        return next((article for article in self.articles() if article.key == key), None)

    def follow(self, key: str) -> Article | None:
        """Return the article of a key, following pointers of moved articles; None if there is none at the end."""
        seen: set[str] = set()
        article = self.article(key)
        while article is not None and article.state == "moved" and article.moved_to not in seen:
            seen.add(article.key)
            article = self.article(article.moved_to)
        return article

    def keys(self) -> tuple[str, ...]:
        """Return the keys of all articles in order."""
        return tuple(article.key for article in self.articles())


def script_of(language: str) -> str:
    """Return the script that a language is written in here."""
    return SCRIPTS.get(language, "latn")


def read(payload: str) -> CodeText:
    """Read a stored text, whichever schema it was written in.

    Raises:
        UnknownSchema: for a schema this programme does not know.
    """
    data = json.loads(payload)
    reader = _READERS.get(data.get("schema"))
    if reader is None:
        raise UnknownSchema(f"a code text of schema {data.get('schema')!r} cannot be read")
    return reader(data)


def _read_1(data: dict[str, Any]) -> CodeText:
    return CodeText(
        schema=1,
        code=data["code"],
        language=data["language"],
        title=data["title"],
        preamble=data["preamble"],
        issuer=data["issuer"],
        notice=data["notice"],
        parts=tuple(
            Part(part["key"], part["number"], part["title"], tuple(_article_1(entry) for entry in part["articles"]))
            for part in data["parts"]
        ),
    )


def _article_1(data: dict[str, Any]) -> Article:
    clauses = tuple(
        Clause(clause["key"], clause["text"], tuple(Indent(**indent) for indent in clause["indents"]))
        for clause in data["clauses"]
    )
    return Article(**{**data, "modalities": tuple(data["modalities"]), "clauses": clauses})


#: Readers by schema. One is added with every new schema, none is ever taken away.
_READERS = {1: _read_1}
