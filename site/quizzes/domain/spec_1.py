"""Reading quizzes that were frozen in schema 1: choices and statements, one list, a single rule for right answers."""

from collections.abc import Mapping
from typing import Any

from .rules import FINAL_REVIEW, LEARNING_REVIEW

_SECTION = "all"


def from_schema_1(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the parsed JSON of schema 1 as schema 2 would hold it. What is stored stays as it is."""
    rules = {
        "pass_percent": data["pass_percent"],
        "attempts_allowed": data["attempts_allowed"],
        "pause_hours": data["pause_hours"],
        "layout": data["layout"],
        "shuffle_options": data["shuffle_options"],
        "review": LEARNING_REVIEW if data["review"] == "at_once" else FINAL_REVIEW,
        "bands": [],
    }
    section = {
        "id": _SECTION,
        "questions": [question["id"] for question in data["questions"]],
        "shuffle": data["shuffle_questions"],
    }
    return {
        "schema": 2,
        "quiz_key": data["quiz_key"],
        "rules": rules,
        "questions": [_question(question) for question in data["questions"]],
        "sections": [section],
    }


def _question(data: Mapping[str, Any]) -> dict[str, Any]:
    common = ("id", "name", "type", "points", "critical", "difficulty", "competence", "articles")
    if data["type"] == "truefalse":
        kind: dict[str, Any] = {"answer": data["answer"]}
    else:
        kind = {"options": data["options"], "several": data["type"] == "multiple", "scoring": data["scoring"]}
    return {**{name: data[name] for name in common}, "kind": kind}
