"""A question apart from its ids: what must be the same before and after a file."""

from dataclasses import asdict
from typing import Any

from quizzes.domain.kinds import Gaps, Numeric
from quizzes.domain.kinds.numeric import exact
from quizzes.interchange.model import Exchanged


def told(exchanged: Exchanged) -> dict[str, Any]:
    """Return everything a question says; ids and the names of gaps, which nobody reads, become places."""
    names = {exchanged.question.id: "question"}
    names |= {key: f"part {place}" for place, key in enumerate(exchanged.question.kind.parts)}
    parts = {names[key]: words for key, words in exchanged.parts.items()}
    kind = exchanged.question.kind
    if isinstance(kind, Gaps):
        text = exchanged.parts["text"][0]
        for place, gap in enumerate(kind.gaps):
            names |= {gap.id: f"gap {place}", gap.name: f"name {place}"}
            text = text.replace(f"[[{gap.name}]]", f"[[name {place}]]")
        parts[names["text"]] = (text, "")
    fields = _renamed(asdict(exchanged.question), names)
    if isinstance(kind, Numeric):
        for unit in fields["kind"]["measures"]:
            unit["factor"] = exact(unit["factor"])
    return fields | {
        "name": exchanged.question.name,
        "stem": exchanged.stem,
        "feedback": exchanged.feedback,
        "parts": parts,
        "pictures": exchanged.pictures,
        "tags": exchanged.tags,
    }


def _renamed(value: Any, names: dict[str, str]) -> Any:
    if isinstance(value, dict):
        ids = ("id", "partner", "items", "extra", "name")
        return {
            key: _renamed(item, names) if key in ids or not isinstance(item, str) else item
            for key, item in value.items()
        }
    if isinstance(value, list | tuple):
        return [_renamed(item, names) for item in value]
    return names.get(value, value) if isinstance(value, str) else value
