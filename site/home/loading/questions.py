"""Questions of a content file as StreamField data (quizzes.blocks)."""

from typing import Any

from .body import Raw, listed
from .ids import content_id
from .markdown import to_rich_text


def questions(entries: dict[str, Raw], owner: str) -> list[Raw]:
    """Return stream data for the questions of one quiz; a question's id derives from `owner` and its key."""
    stream = []
    for key, entry in entries.items():
        path = (owner, "questions", key)
        value: dict[str, Any] = {
            "name": key,
            "stem": to_rich_text(entry["stem"]),
            "points": entry["points"],
            "critical": entry["critical"],
            "difficulty": entry["difficulty"],
            "competence": entry["competence"],
            "feedback": f"<p>{_escaped(entry['feedback'])}</p>",
            "articles": listed(
                ((article, {"code": "online-practice-code", "article": article}) for article in entry["articles"]),
                (*path, "articles"),
            ),
        }
        if entry["type"] == "truefalse":
            value |= {
                "answer": "true" if entry["answer"] else "false",
                "if_true": entry["if_true"],
                "if_false": entry["if_false"],
            }
        else:
            value["options"] = listed(entry["options"].items(), (*path, "options"))
        if entry["type"] == "multiple":
            value["scoring"] = entry["scoring"]
        stream.append({"type": entry["type"], "id": str(content_id(*path)), "value": value})
    return stream


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
