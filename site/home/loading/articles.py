"""Parts and articles of a content file as StreamField data (guidelines.blocks)."""

from .body import Raw, listed
from .ids import content_id


def code_body(parts: list[Raw], code: str) -> list[Raw]:
    """Return stream data of a code: each part followed by its articles.

    Ids derive from the code's key and the keys of parts, articles, clauses and indents. They are the same in every
    edition, so an article or clause that moves or is renumbered stays the same article or clause.
    """
    stream = []
    for part in parts:
        stream.append(
            {
                "type": "part",
                "id": str(content_id(code, "part", part["key"])),
                "value": {"key": part["key"], "number": part["number"], "title": part["title"]},
            }
        )
        stream.extend(_article(key, entry, code) for key, entry in part["articles"].items())
    return stream


def _article(key: str, entry: Raw, code: str) -> Raw:
    path = (code, "article", key)
    clauses = (
        (
            clause,
            {"text": words["text"], "indents": listed(words["indents"].items(), (*path, clause))},
        )
        for clause, words in entry["clauses"].items()
    )
    return {
        "type": "article",
        "id": str(content_id(*path)),
        "value": {
            "key": key,
            "number": entry["number"],
            "title": entry["title"],
            "force": entry["force"],
            "modalities": entry["modalities"],
            "state": entry["state"],
            "moved_to": entry["moved_to"],
            "clauses": listed(clauses, path),
        },
    }
