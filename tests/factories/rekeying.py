"""A quiz whose key was wrong: "q1" says a where c is right."""

import json
from typing import Any

from quizzes.models import QuizPage
from tests.factories.quiz_data import block_id, small_quiz

Q1, Q2, Q3 = (block_id("quiz", name) for name in ("q1", "q2", "q3"))


def correct_page(page: QuizPage, *, right: str = "c", **changed: Any) -> None:
    """Publish the quiz with another right option of "q1"; `changed` replaces other values of that question."""
    data = small_quiz("quiz")
    for option in data[0]["value"]["options"]:
        option["value"]["correct"] = option["id"] == block_id("quiz", "q1", right)
    data[0]["value"] |= changed
    page.questions = json.dumps(data)
    page.save_revision().publish()


def answers(first: str, truth: str = "true", several: str = "ab") -> dict[str, list[str]]:
    """Return answers to the quiz: an option of "q1", a word for "q3", options of "q2"."""
    return {
        Q1: [block_id("quiz", "q1", first)],
        Q2: [block_id("quiz", "q2", name) for name in several],
        Q3: [truth],
    }
