"""A learner at a quiz of every type, and what a browser sends of each."""

from collections.abc import Callable
from typing import Any

from learning.models import Attempt
from quizzes.domain.answers import Answer
from quizzes.services import spec_from
from tests.factories.question_types import part, question_id, write_types

from .conftest import Learner
from .pages import url

__all__ = ["decide", "place_of", "right_form", "save", "saved", "sent", "write_types"]


def place_of(attempt: Attempt, type_: str) -> int:
    """Return where the question of a type stands in an attempt."""
    return next(at for at, item in enumerate(attempt.drawn, 1) if item["question"] == question_id(type_))


def right_form(attempt: Attempt, type_: str) -> dict[str, str]:
    """Return the fields of a right (or, for what is not judged, a good) answer, as the page has them."""
    field = f"answer-{question_id(type_)}"
    drawn = attempt.drawn[place_of(attempt, type_) - 1]["options"]
    kind = spec_from(attempt.version.payload).question(question_id(type_)).kind
    forms: dict[str, Callable[[], dict[str, str]]] = {
        "matching": lambda: {f"{field}.{pair.id}": str(drawn.index(pair.partner) + 1) for pair in kind.pairs},
        "ordering": lambda: {f"{field}.{step}": place for step, place in kind.solution().items()},
        "numeric": lambda: {f"{field}.number": "30 247", f"{field}.unit": part("numeric", "day")},
        "text": lambda: {f"{field}.text": "  Махфий СЎЗ"},
        "gaps": lambda: {
            f"{field}.{part('gaps', 'minutes')}": "4321",
            f"{field}.{part('gaps', 'channel')}": part("gaps", "channel", "a"),
        },
        "reflection": lambda: {f"{field}.text": "Men avval soʻradim.\r\nKeyin kutdim."},
        "survey": lambda: {field: part("survey", "unsure")},
    }
    return forms[type_]()


def sent(type_: str, fields: dict[str, str], **more: str) -> dict[str, str]:
    """Return the whole form around the fields of one question."""
    return {"question": question_id(type_), **fields, **more}


def save(learner: Learner, attempt: Attempt, type_: str, fields: dict[str, str], **more: str) -> Any:
    """Send a form of one question, as its page does."""
    return learner.client.post(url(attempt, "save/"), sent(type_, fields, **more))


def decide(learner: Learner, attempt: Attempt, step: int, decision: str, language: str = "uz") -> Any:
    """Press "Decide" in the case."""
    key = question_id("scenario")
    fields = {f"answer-{key}": part("scenario", decision), f"answer-{key}.step": str(step)}
    return learner.client.post(url(attempt, "save/", language), sent("scenario", fields, decide=key))


def saved(attempt: Attempt) -> dict[str, Answer]:
    """Return the saved answers by question id."""
    return dict(attempt.drafts.values_list("question", "value"))
