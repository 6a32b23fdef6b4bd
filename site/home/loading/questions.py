"""Questions of a content file as StreamField data (quizzes.blocks). One function for each type."""

from collections.abc import Callable
from typing import Any

from .body import Raw, listed
from .ids import content_id
from .markdown import to_rich_text

#: The code whose articles questions cite by their key alone.
CODE = "online-practice-code"
Path = tuple[str, ...]


def questions(entries: dict[str, Raw], owner: str) -> dict[str, Raw]:
    """Return {key: stream data} of the questions of a quiz or bank; ids derive from `owner` and the keys."""
    return {key: question(key, entry, owner) for key, entry in entries.items()}


def question(key: str, entry: Raw, owner: str) -> Raw:
    """Return the stream data of one question."""
    path = (owner, "questions", key)
    cited = ((article, {"code": CODE, "article": article}) for article in entry["articles"])
    value: Raw = {
        "name": key,
        "stem": to_rich_text(entry["stem"]),
        "feedback": f"<p>{_escaped(entry['feedback'])}</p>" if entry["feedback"] else "",
        "articles": listed(cited, (*path, "articles")),
        "competence": entry["competence"],
        "tags": " ".join(entry["tags"]),
        "reviewed_on": entry["reviewed"].isoformat() if entry["reviewed"] else None,
        **{name: entry[name] for name in ("points", "critical", "difficulty") if name in entry},
        **_OWN[entry["type"]](entry, path),
    }
    return {"type": entry["type"], "id": str(content_id(*path)), "value": value}


def _single(entry: Raw, path: Path) -> Raw:
    return {"options": listed(entry["options"].items(), (*path, "options"))}


def _multiple(entry: Raw, path: Path) -> Raw:
    return {**_single(entry, path), "scoring": entry["scoring"]}


def _truefalse(entry: Raw, path: Path) -> Raw:
    answer = "true" if entry["answer"] else "false"
    return {"answer": answer, "if_true": entry["if_true"], "if_false": entry["if_false"]}


def _matching(entry: Raw, path: Path) -> Raw:
    return {
        "pairs": listed(entry["pairs"].items(), (*path, "pairs")),
        "extra": listed(entry["extra"].items(), (*path, "extra")),
    }


def _ordering(entry: Raw, path: Path) -> Raw:
    return {"items": listed(entry["items"].items(), (*path, "items"))}


def _numeric(entry: Raw, path: Path) -> Raw:
    return {
        "answer": entry["answer"],
        "tolerance": entry["tolerance"],
        "units": listed(entry["units"].items(), (*path, "units")),
    }


def _text(entry: Raw, path: Path) -> Raw:
    accepted = (
        (
            key,
            {
                "spellings": "; ".join([item["text"], *item["also"]]),
                "share": item["share"],
                "feedback": item["feedback"],
            },
        )
        for key, item in entry["accept"].items()
    )
    return {"accepted": listed(accepted, (*path, "accept"))}


def _gaps(entry: Raw, path: Path) -> Raw:
    gaps = (
        (
            key,
            {
                "name": key,
                "spellings": "; ".join(gap["accept"]),
                "options": listed(gap["options"].items(), (*path, "gaps", key, "options")),
            },
        )
        for key, gap in entry["gaps"].items()
    )
    return {"text": to_rich_text(entry["text"]), "gaps": listed(gaps, (*path, "gaps"))}


def _scenario(entry: Raw, path: Path) -> Raw:
    start = entry["start"]
    # The case begins in its first situation.
    names = sorted(entry["situations"], key=lambda name: name != start)
    return {
        "situations": listed(
            ((name, _situation(name, entry["situations"][name], path)) for name in names), (*path, "situations")
        )
    }


def _situation(name: str, entry: Raw, path: Path) -> Raw:
    return {
        "name": name,
        "text": to_rich_text(entry["text"]),
        "ending": entry["ending"],
        "decisions": listed(entry["decisions"].items(), (*path, "situations", name, "decisions")),
    }


def _reflection(entry: Raw, path: Path) -> Raw:
    rubric = (
        (key, {"text": item["text"], "levels": listed(item["levels"].items(), (*path, "rubric", key, "levels"))})
        for key, item in entry["rubric"].items()
    )
    return {
        "min_words": entry["min_words"],
        "max_words": entry["max_words"],
        "rubric": listed(rubric, (*path, "rubric")),
    }


def _survey(entry: Raw, path: Path) -> Raw:
    return {"options": listed(entry["options"].items(), (*path, "options")), "several": entry["several"]}


_OWN: dict[str, Callable[[Raw, Path], Any]] = {
    "single": _single,
    "multiple": _multiple,
    "truefalse": _truefalse,
    "matching": _matching,
    "ordering": _ordering,
    "numeric": _numeric,
    "text": _text,
    "gaps": _gaps,
    "scenario": _scenario,
    "reflection": _reflection,
    "survey": _survey,
}


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
