"""Blocks of a content file as StreamField data (core.blocks.BodyBlock)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from .ids import content_id
from .markdown import to_rich_text
from .media import named_in

Raw = dict[str, Any]


class NotStored(LookupError):
    """A block points at something that is not stored; `block` is its key."""

    def __init__(self, block: str) -> None:
        self.block = block
        super().__init__(block)


@dataclass(frozen=True)
class Shelf:
    """Where blocks find what they point at.

    Attributes:
        page: returns the id of a resource's source page by its key, None when there is none.
        file: returns the id of the picture or document made of a file of that name.
    """

    page: Callable[[str], int | None]
    file: Callable[[str], int]


def body(blocks: dict[str, Raw], owner: str, shelf: Shelf, *, with_links: bool = True) -> list[Raw]:
    """Return stream data for `blocks` (key → merged block); ids derive from `owner` and the keys.

    Args:
        blocks: merged blocks in order.
        owner: content key of the page, like "courses/ethics-online/values-to-code/values-and-law".
        shelf: what is stored.
        with_links: False leaves links to resources out, while the resources themselves are being stored.

    Raises:
        NotStored: if a link leads to a resource that has no page.
    """
    stream = []
    for key, block in blocks.items():
        kind, path = block["type"], (owner, key)
        if kind == "resource" and not with_links:
            continue
        value = _resource(key, block, shelf) if kind == "resource" else _value(block, path, shelf)
        stream.append({"type": kind, "id": str(content_id(*path)), "value": value})
    return stream


def _resource(key: str, block: Raw, shelf: Shelf) -> Raw:
    page = shelf.page(block["resource"])
    if page is None:
        raise NotStored(key)
    return {"page": page, "note": block.get("note", "")}


def _value(block: Raw, path: tuple[str, ...], shelf: Shelf) -> Any:
    files = {field: shelf.file(name) for field, name in named_in(block)}
    return _VALUES[block["type"]]({**block, **files}, path)


def listed(values: Iterable[tuple[str, Any]], path: tuple[str, ...]) -> list[Raw]:
    """Return list-block data whose item ids derive from keys."""
    return [{"type": "item", "id": str(content_id(*path, key)), "value": value} for key, value in values]


def _dialogue(block: Raw, path: tuple[str, ...]) -> Raw:
    speakers = ((key, {"key": key, "name": name}) for key, name in block["speakers"].items())
    lines = ((key, {"note": "", **line}) for key, line in block["lines"].items())
    return {
        "title": block["title"],
        "channel": block["channel"],
        "speakers": listed(speakers, (*path, "speakers")),
        "lines": listed(lines, (*path, "lines")),
    }


def _table(block: Raw, path: tuple[str, ...]) -> Raw:
    rows = (
        (key, listed(((column, cells.get(column, "")) for column in block["columns"]), (*path, "rows", key)))
        for key, cells in block["rows"].items()
    )
    return {
        "caption": block["caption"],
        "columns": listed(block["columns"].items(), (*path, "columns")),
        "rows": listed(rows, (*path, "rows")),
    }


_VALUES: dict[str, Callable[[Raw, tuple[str, ...]], Any]] = {
    "text": lambda block, path: to_rich_text(block["text"]),
    "heading": lambda block, path: block["text"],
    "callout": lambda block, path: {
        "tone": block["tone"],
        "title": block.get("title", ""),
        "text": to_rich_text(block["text"]),
    },
    "vignette": lambda block, path: {"title": block["title"], "text": to_rich_text(block["text"])},
    "dialogue": _dialogue,
    "checklist": lambda block, path: {
        "title": block["title"],
        "items": listed(block["items"].items(), (*path, "items")),
    },
    "table": _table,
    "image": lambda block, path: {
        "image": block["image"],
        "alt": block["alt"],
        "caption": block.get("caption", ""),
    },
    "video": lambda block, path: {
        "title": block["title"],
        "video": block["video"],
        "poster": block["poster"],
        "captions": block.get("captions"),
        "transcript": to_rich_text(block["transcript"]),
    },
    "file": lambda block, path: {"file": block["file"], "title": block["title"]},
    "quotation": lambda block, path: {"text": block["text"], "source": block["source"]},
    "citation": lambda block, path: {
        "code": block["code"],
        "article": block["article"],
        "note": block.get("note", ""),
    },
}
