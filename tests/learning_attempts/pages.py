"""Addresses and forms of a sitting, as a browser has them."""

from learning.models import Attempt
from tests.factories.quiz_data import block_id
from tests.factories.quizzes import answers

Q1, Q2, Q3 = (block_id("quiz", key) for key in ("q1", "q2", "q3"))


def form(then: str = "stay", **letters: str) -> dict[str, object]:
    """Return what the form of these questions sends."""
    chosen = answers("quiz", **letters)
    shown = [block_id("quiz", key) for key in letters]
    return {"question": shown, "then": then} | {f"answer-{key}": list(value) for key, value in chosen.items()}


def url(attempt: Attempt, tail: str = "", language: str = "uz") -> str:
    return f"/{language}/my/attempts/{attempt.uuid}/{tail}"


def text(response) -> str:
    return response.content.decode()
