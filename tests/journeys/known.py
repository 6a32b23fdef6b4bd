"""The right answers of the course, read out of its content: what a learner who understood the lessons would know."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from tests.support.database import ROOT

CONTENT = ROOT / "content"


@dataclass(frozen=True)
class Known:
    """One question: its facts as the source language has them, and its words in one language."""

    facts: dict[str, Any]
    words: dict[str, Any]


def plain(text: str) -> str:
    """Return the words of a text alone, so that markup, numbers of lists and spaces make no difference."""
    return " ".join(re.findall(r"[^\W\d_]+", re.sub(r"\]\([^)]*\)", "]", text)))


@cache
def questions(language: str) -> dict[str, Known]:
    """Return every question of quizzes and banks by the plain words of its stem in a language."""
    found = {}
    for source in sorted([*CONTENT.glob("banks/*.uz.yaml"), *CONTENT.glob("courses/**/*.uz.yaml")]):
        facts = yaml.safe_load(source.read_text("utf-8"))
        own = source.with_name(source.name.replace(".uz.", f".{language}."))
        words = yaml.safe_load(own.read_text("utf-8"))
        for key, question in (facts.get("questions") or {}).items():
            found[plain(words["questions"][key]["stem"])] = Known(question, words["questions"][key])
    return found


def best_way(situations: dict[str, Any], here: str) -> tuple[int, int, list[tuple[str, str]]]:
    """Return points, whether the end is good, and the way [(situation, decision)] that brings most from `here`."""
    if "ending" in situations[here]:
        return 0, situations[here]["ending"] == "reached", []
    ways = []
    for key, decision in situations[here]["decisions"].items():
        points, good, way = best_way(situations, decision["to"])
        ways.append((points + decision.get("points", 0), good, [(here, key), *way]))
    return max(ways, key=lambda way: way[:2])
