"""A small language for saying what a content file holds, and which of it are words.

`Shape.merge(source, words)` checks a source node and, for a translation, lays its words over the source's structure.
It returns plain data in the source's order. With `words=None` the source's own words are used.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from .files import Node
from .markdown import shape_of


class Shape:
    """What a node must look like."""

    has_words = False

    def merge(self, source: Node, words: Node | None) -> Any:
        """Return plain data, or raise ContentError."""
        raise NotImplementedError


@dataclass
class Fact(Shape):
    """Structure: only in the source file."""

    check: Callable[[Any], str | None] = lambda value: None

    def merge(self, source: Node, words: Node | None) -> Any:
        """Return the fact; `check` returns what is wrong with it, or nothing."""
        value = source.plain()
        problem = self.check(value)
        if problem:
            raise source.error(problem)
        return value


@dataclass
class Words(Shape):
    """Plain words, translated."""

    limit: int = 1000
    has_words = True

    def merge(self, source: Node, words: Node | None) -> str:
        """Return the words in the asked language."""
        own = self._text(source)
        return own if words is None else self._text(words)

    def _text(self, node: Node) -> str:
        if not isinstance(node.value, str) or not node.value.strip():
            raise node.error("expected words here")
        if len(node.value) > self.limit:
            raise node.error(f"longer than {self.limit} characters ({len(node.value)})")
        return " ".join(node.value.split())


@dataclass
class Prose(Words):
    """Markdown words, translated piece by piece: the same paragraphs and list items in the same order."""

    limit: int = 8000

    def merge(self, source: Node, words: Node | None) -> str:
        """Return the Markdown in the asked language."""
        own = self._markdown(source)
        if words is None:
            return own
        translated = self._markdown(words)
        if shape_of(own) != shape_of(translated):
            raise words.error("paragraphs and list items differ from the source text")
        return translated

    def _markdown(self, node: Node) -> str:
        if not isinstance(node.value, str) or not node.value.strip():
            raise node.error("expected words here")
        if len(node.value) > self.limit:
            raise node.error(f"longer than {self.limit} characters ({len(node.value)})")
        problem = shape_of(node.value).problem
        if problem:
            raise node.error(problem)
        return node.value


@dataclass
class Keyed(Shape):
    """`key: …` lines of one shape; the order is the source's."""

    item: Shape
    key: Callable[[str], str | None] = lambda key: None
    least: int = 0
    most: int = 1000

    @property
    def has_words(self) -> bool:  # type: ignore[override]
        """Tell whether the items hold words."""
        return self.item.has_words

    def merge(self, source: Node, words: Node | None) -> dict[str, Any]:
        """Return {key: item}; a translation must have exactly the keys that hold words."""
        entries = source.mapping
        if len(entries) < self.least:
            raise source.error(f"at least {self.least} entries are needed")
        if len(entries) > self.most:
            raise source.error(f"at most {self.most} entries are allowed")
        for key, node in entries.items():
            problem = self.key(key)
            if problem:
                raise node.error(f"key `{key}`: {problem}")
        others = words.mapping if words is not None else {}
        if words is not None:
            for key, node in others.items():
                if key not in entries:
                    raise node.error(f"`{key}` is not in the source file")
        merged = {}
        for key, node in entries.items():
            other = others.get(key)
            if words is not None and other is None and needs_words(self.item, node):
                raise words.error(f"`{key}` is missing")
            merged[key] = self.item.merge(node, other if words is not None else None)
        return merged


@dataclass
class Record(Shape):
    """Named fields; optional ones have a default."""

    required: dict[str, Shape]
    optional: dict[str, Shape] = field(default_factory=dict)
    defaults: dict[str, Any] = field(default_factory=dict)
    has_words = True

    def fields(self, source: Node) -> dict[str, Shape]:
        """Return the shapes of all fields."""
        return {**self.required, **self.optional}

    def merge(self, source: Node, words: Node | None) -> dict[str, Any]:
        """Return {field: value}."""
        entries, shapes = source.mapping, self.fields(source)
        for name, node in entries.items():
            if name not in shapes:
                raise node.error(f"unknown field `{name}`")
        others = words.mapping if words is not None else {}
        for name, node in others.items():
            if name not in shapes or name not in entries:
                raise node.error(f"`{name}` is not in the source file")
            if not needs_words(shapes[name], entries[name]):
                raise node.error(f"`{name}` is structure: it stands in the source file only")
        merged = dict(self.defaults)
        for name, shape in shapes.items():
            found = entries.get(name)
            if found is None:
                if name in self.required:
                    raise source.error(f"`{name}` is missing")
                continue
            other = others.get(name)
            if words is not None and other is None and needs_words(shape, found):
                raise words.error(f"`{name}` is missing")
            merged[name] = shape.merge(found, other)
        return merged


@dataclass
class Variant(Record):
    """A record whose fields depend on its `type`."""

    required: dict[str, Shape] = field(default_factory=dict)
    variants: dict[str, Record] = field(default_factory=dict)

    def fields(self, source: Node) -> dict[str, Shape]:
        """Return the fields of the source's type."""
        return self._chosen(source).fields(source)

    def merge(self, source: Node, words: Node | None) -> dict[str, Any]:
        """Return the record of the source's type, with its `type`."""
        return self._chosen(source).merge(source, words)

    def _chosen(self, source: Node) -> Record:
        kind = source.mapping.get("type")
        if kind is None:
            raise source.error("`type` is missing")
        if kind.value not in self.variants:
            raise kind.error(f"unknown type `{kind.value}`; known: {', '.join(self.variants)}")
        return self.variants[kind.value]


def needs_words(shape: Shape, source: Node) -> bool:
    """Tell whether a translation must say something for this source node."""
    if isinstance(shape, Words):
        return True
    if isinstance(shape, Keyed):
        return any(needs_words(shape.item, node) for node in source.mapping.values())
    if isinstance(shape, Record):
        shapes = shape.fields(source)
        return any(needs_words(shapes[name], node) for name, node in source.mapping.items() if name in shapes)
    return False


def one_of(*choices: Any) -> Fact:
    """Return a fact that must be one of the choices."""

    def check(value: Any) -> str | None:
        return None if value in choices else f"must be one of: {', '.join(map(str, choices))}"

    return Fact(check)


def whole(least: int = 0, most: int = 10_000) -> Fact:
    """Return a fact that must be a whole number in a range."""

    def check(value: Any) -> str | None:
        fits = isinstance(value, int) and not isinstance(value, bool) and least <= value <= most
        return None if fits else f"must be a whole number from {least} to {most}"

    return Fact(check)
