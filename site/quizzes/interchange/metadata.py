"""What no other system has a field for, kept in tags: so a file that was written here is read back whole.

Written are `saboq:critical`, `saboq:difficulty:hard`, `saboq:competence:KEY`, `saboq:cites:CODE:ARTICLE`,
`saboq:scoring:all_or_nothing` and, where a format has no points, `saboq:points:3`. Other tags are keys: a tag in other
letters is spelled anew.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from core.folding import fold
from quizzes.domain.kinds import ALL_OR_NOTHING, Choice
from quizzes.domain.spec import Citation, Question

from .bounds import POINTS, TAGS

_MARK = "saboq"
_KEY = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")
DIFFICULTIES = ("easy", "medium", "hard")
LONGEST_KEY = 80


@dataclass(frozen=True)
class Metadata:
    """What the tags of a question say. `points` and `scoring` are None where they say nothing of it."""

    tags: tuple[str, ...] = ()
    critical: bool = False
    difficulty: str = "medium"
    competence: str = ""
    articles: tuple[Citation, ...] = ()
    points: int | None = None
    scoring: str | None = None
    respelled: tuple[str, ...] = ()


def key_of(text: str) -> str:
    """Return words as a key: "Maxfiy suhbat!" becomes "maxfiy-suhbat"; "" if nothing is left."""
    if _KEY.fullmatch(text) and len(text) <= LONGEST_KEY:
        return text
    return fold(text).replace(" ", "-")[:LONGEST_KEY].strip("-")


def written(question: Question, tags: Iterable[str], *, with_points: bool) -> Iterator[str]:
    """Yield the tags of a question, its own and those that stand for what has no field."""
    yield from tags
    if question.critical:
        yield f"{_MARK}:critical"
    if question.difficulty in DIFFICULTIES and question.difficulty != "medium":
        yield f"{_MARK}:difficulty:{question.difficulty}"
    if question.competence:
        yield f"{_MARK}:competence:{question.competence}"
    yield from (f"{_MARK}:cites:{cited.code}:{cited.article}" for cited in question.articles)
    kind = question.kind
    if isinstance(kind, Choice) and kind.several and kind.scoring == ALL_OR_NOTHING:
        yield f"{_MARK}:scoring:{ALL_OR_NOTHING}"
    if with_points and question.points != 1:
        yield f"{_MARK}:points:{question.points}"


def read(given: Iterable[str]) -> Metadata:
    """Return what tags say. What looks like a mark of ours but is none is dropped."""
    tags: dict[str, None] = {}
    respelled: list[str] = []
    found: dict[str, list[list[str]]] = {}
    for tag in [tag.strip() for tag in given][: TAGS * 2]:
        mark, *rest = tag.split(":")
        if mark == _MARK and rest:
            found.setdefault(rest[0], []).append(rest[1:])
            continue
        key = key_of(tag)
        if key != tag:
            respelled.append(tag)
        if key and len(tags) < TAGS:
            tags[key] = None
    return Metadata(
        tags=tuple(tags),
        critical="critical" in found,
        difficulty=next((v for v in _values(found, "difficulty") if v in DIFFICULTIES), "medium"),
        competence=next((v for v in _values(found, "competence") if _KEY.fullmatch(v)), ""),
        articles=tuple(
            Citation(*pair) for pair in found.get("cites", ()) if len(pair) == 2 and all(map(_KEY.fullmatch, pair))
        )[:6],
        points=next(
            (int(v) for v in _values(found, "points") if re.fullmatch(r"\d{1,3}", v) and 0 < int(v) <= POINTS), None
        ),
        scoring=next((v for v in _values(found, "scoring") if v == ALL_OR_NOTHING), None),
        respelled=tuple(respelled),
    )


def _values(found: dict[str, list[list[str]]], name: str) -> list[str]:
    return [rest[0] for rest in found.get(name, ()) if len(rest) == 1]
