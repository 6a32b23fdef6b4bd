"""Raw StreamField data of a small quiz, with fixed block ids."""

import uuid
from typing import Any


def block_id(*parts: str) -> str:
    """Return the id that a block of these names always has."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, "/".join(("saboq-test", *parts))))


def _option(quiz: str, question: str, name: str, correct: bool) -> dict[str, Any]:
    value = {"text": f"Variant {name}", "correct": correct, "feedback": f"Izoh {name}"}
    return {"type": "item", "value": value, "id": block_id(quiz, question, name)}


def _common(name: str, points: int) -> dict[str, Any]:
    return {
        "name": name,
        "stem": f"<p>Savol {name}?</p>",
        "points": points,
        "critical": False,
        "difficulty": "easy",
        "competence": "",
        "feedback": "<p>Tushuntirish</p>",
        "articles": [],
    }


def small_quiz(quiz: str) -> list[dict[str, Any]]:
    """Return three questions: single "q1" (right: a), multiple "q2" (right: a, b), true or false "q3" (true)."""
    single = {**_common("q1", 1), "options": [_option(quiz, "q1", name, name == "a") for name in "abc"]}
    multiple = {
        **_common("q2", 2),
        "options": [_option(quiz, "q2", name, name in "ab") for name in "abcd"],
        "scoring": "per_option",
    }
    truth = {**_common("q3", 1), "answer": "true", "if_true": "Ha", "if_false": "Yoʻq"}
    return [
        {"type": "single", "value": single, "id": block_id(quiz, "q1")},
        {"type": "multiple", "value": multiple, "id": block_id(quiz, "q2")},
        {"type": "truefalse", "value": truth, "id": block_id(quiz, "q3")},
    ]
