"""Shapes that only quizzes need: texts with gaps, one-word records, exact numbers, spellings."""

import re
from typing import Any

from core.blocks.keys import KEY_PATTERN
from quizzes.domain.answers import BadAnswer
from quizzes.domain.kinds.gaps import MARK
from quizzes.domain.kinds.numeric import exact

from .files import Node
from .schema import Fact, Prose, Record, Variant

#: Bounds of the fields that hold spellings and tags (quizzes.blocks.facts).
MOST_SPELLINGS, MOST_TAGS = 1000, 200


class GapText(Prose):
    """Markdown with [[gaps]], each of which stands in it once; a translation has the same ones in any order."""

    def merge(self, source: Node, words: Node | None) -> str:
        """Return the text in the asked language."""
        text = super().merge(source, words)
        marks = MARK.findall(source.value)
        if not marks or len(set(marks)) != len(marks):
            raise source.error("the text needs gaps like [[name]], each of them once")
        if words is not None and sorted(MARK.findall(words.value)) != sorted(marks):
            raise words.error(f"the text must hold these gaps, each once: {', '.join(sorted(marks))}")
        return text


class Brief(Record):
    """A record whose only words are its `text`: a translation may write them without naming the field."""

    def merge(self, source: Node, words: Node | None) -> dict[str, Any]:
        """Return {field: value}."""
        if words is not None and isinstance(words.value, str):
            words = Node({"text": words}, words.file, words.line)
        return super().merge(source, words)


class ListOrDraw(Variant):
    """A section of a quiz: with `banks` it is a draw, else a list of questions."""

    def _chosen(self, source: Node) -> Record:
        return self.variants["draw" if "banks" in source.mapping else "list"]


def number() -> Fact:
    """Return a fact that must be an exact number written as text, like "14", "2.5" or "1/7"."""

    def check(value: Any) -> str | None:
        if not isinstance(value, str):
            return 'expected a number in quotes, like "14", "2.5" or "1/7"'
        try:
            exact(value)
        except BadAnswer:
            return f"`{value}` is not a number like 14, 2.5 or 1/7"
        return None

    return Fact(check)


def spellings() -> Fact:
    """Return a fact that must be a list of accepted spellings."""

    def check(values: Any) -> str | None:
        if not isinstance(values, list) or not values or not all(isinstance(word, str) and word for word in values):
            return 'expected a list of spellings in quotes, like ["10", "oʻn"]'
        return _spelling_fault(values)

    return Fact(check)


def spelling() -> Fact:
    """Return a fact that must be one accepted spelling."""

    def check(value: Any) -> str | None:
        return _spelling_fault([value]) if isinstance(value, str) and value else "expected a spelling in quotes"

    return Fact(check)


def tags() -> Fact:
    """Return a fact that must be a list of tags."""

    def check(values: Any) -> str | None:
        if not isinstance(values, list) or not all(isinstance(tag, str) and _is_key(tag) for tag in values):
            return "expected a list of tags in lower-case Latin letters, digits and hyphens"
        return f"longer than {MOST_TAGS} characters together" if len(" ".join(values)) > MOST_TAGS else None

    return Fact(check)


def _is_key(text: str) -> bool:
    return re.fullmatch(KEY_PATTERN, text) is not None


def _spelling_fault(words: list[str]) -> str | None:
    if any(sign in word for word in words for sign in ";<>"):
        return "a spelling cannot hold ; < or >"
    too_long = len("; ".join(words)) > MOST_SPELLINGS
    return f"longer than {MOST_SPELLINGS} characters together" if too_long else None
