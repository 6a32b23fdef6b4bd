"""Blocks of a content file as StreamField data (core.blocks.BodyBlock)."""

from collections.abc import Callable, Iterable
from typing import Any

from .ids import content_id
from .markdown import to_rich_text

Raw = dict[str, Any]


def body(blocks: dict[str, Raw], owner: str, resource_page: Callable[[str], int | None]) -> list[Raw]:
    """Return stream data for `blocks` (key → merged block); ids derive from `owner` and the keys.

    Args:
        blocks: merged blocks in order.
        owner: content key of the page, like "courses/ethics-online/values-to-code/values-and-law".
        resource_page: returns the id of a resource's source page by its key, None while it is not stored yet.
    """
    stream = []
    for key, block in blocks.items():
        kind, path = block["type"], (owner, key)
        if kind == "resource":
            page = resource_page(block["resource"])
            value: Any = {"page": page, "note": block.get("note", "")}
            if page is None:
                continue
        else:
            value = _VALUES[kind](block, path)
        stream.append({"type": kind, "id": str(content_id(*path)), "value": value})
    return stream


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
    "quotation": lambda block, path: {"text": block["text"], "source": block["source"]},
    "citation": lambda block, path: {
        "code": block["code"],
        "article": block["article"],
        "note": block.get("note", ""),
    },
}
