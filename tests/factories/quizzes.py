"""Quiz specs for rules, and quiz pages with words in every language."""

import json
import uuid
from typing import Any

from quizzes.domain.kinds import (
    ALL_OR_NOTHING,
    KINDS,
    MULTIPLE,
    PER_OPTION,
    TRUEFALSE,
    Choice,
    Kind,
    Option,
    Statement,
)
from quizzes.domain.rules import Rules
from quizzes.domain.spec import Question, QuizSpec, Section
from quizzes.models import QuizPage
from tests.factories.pages import in_language, publish
from tests.factories.quiz_data import block_id

#: Words that stand in flags and feedback only; a page that holds one of them before hand-in gives something away.
SECRETS = ("MAXFIY-IZOH", "MAXFIY-TUSHUNTIRISH", "correct")


def question(
    key: str = "q",
    *,
    type: str = "single",
    options: str = "abc",
    right: str = "a",
    points: int = 1,
    critical: bool = False,
    scoring: str = "",
) -> Question:
    """Return a question whose option ids are letters; statements are written `options="tf"`."""
    kind: Kind
    if type == TRUEFALSE:
        kind = Statement({"t": "true", "f": "false"}[right])
    else:
        chosen = tuple(Option(letter, letter in right) for letter in options)
        several = type == MULTIPLE
        kind = Choice(chosen, several, scoring or (PER_OPTION if several else ALL_OR_NOTHING))
    return asked(kind, key=key, type=type, points=points, critical=critical)


def asked(kind: Kind, *, key: str = "q", type: str = "", points: int = 1, critical: bool = False) -> Question:
    """Return a question of any kind."""
    named = next(name for name, known in KINDS.items() if isinstance(kind, known))
    return Question(
        id=key,
        name=key,
        type=type or named,
        points=points if kind.scored else 0,
        critical=critical,
        difficulty="easy",
        competence="",
        articles=(),
        kind=kind,
    )


def quiz_spec(*questions: Question, sections: tuple[Section, ...] = (), **rules: Any) -> QuizSpec:
    """Return a spec of these questions in one section, passed with 70 %."""
    return QuizSpec(
        schema=2,
        quiz_key=str(uuid.uuid5(uuid.NAMESPACE_URL, "quiz")),
        rules=Rules(
            **{"pass_percent": 70, "attempts_allowed": 3, "pause_hours": 24, "shuffle_options": False, **rules}
        ),
        questions=questions,
        sections=sections or (Section("all", tuple(question.id for question in questions)),),
    )


def option_data(quiz: str, key: str, name: str, *, correct: bool, language: str = "uz") -> dict[str, Any]:
    """Return raw list data of an option with words of its own in each language."""
    value = {
        "text": f"Variant {name} [{language}]",
        "correct": correct,
        "feedback": f"MAXFIY-IZOH {name} [{language}]",
    }
    return {"type": "item", "value": value, "id": block_id(quiz, key, name)}


def quiz_data(quiz: str, language: str = "uz", *, critical: bool = False) -> list[dict[str, Any]]:
    """Return raw StreamField data: single q1 (right: a), multiple q2 (right: a, b), statement q3 (true)."""

    def common(key: str, points: int) -> dict[str, Any]:
        return {
            "name": key,
            "stem": f"<p>Savol {key} [{language}]</p>",
            "points": points,
            "critical": critical and key == "q1",
            "difficulty": "easy",
            "competence": "",
            "feedback": f"<p>MAXFIY-TUSHUNTIRISH {key} [{language}]</p>",
            "articles": [
                {
                    "type": "item",
                    "value": {"code": "online-practice-code", "article": "consent.online"},
                    "id": block_id(quiz, key, "article"),
                }
            ],
        }

    def options(key: str, letters: str, right: str) -> list[dict[str, Any]]:
        return [option_data(quiz, key, letter, correct=letter in right, language=language) for letter in letters]

    single = {**common("q1", 1), "options": options("q1", "abc", "a")}
    multiple = {**common("q2", 2), "options": options("q2", "abcd", "ab"), "scoring": "per_option"}
    statement = {
        **common("q3", 1),
        "answer": "true",
        "if_true": f"MAXFIY-IZOH ha [{language}]",
        "if_false": f"MAXFIY-IZOH yoʻq [{language}]",
    }
    return [
        {"type": "single", "value": single, "id": block_id(quiz, "q1")},
        {"type": "multiple", "value": multiple, "id": block_id(quiz, "q2")},
        {"type": "truefalse", "value": statement, "id": block_id(quiz, "q3")},
    ]


def write_quiz(page: QuizPage, **fields: Any) -> QuizPage:
    """Give a quiz page and its translations words in their own language, and the source page these fields."""
    for language in ("uz", "ru", "en"):
        found = in_language(page, language)
        critical = bool(fields.get("critical"))
        found.questions = json.dumps(quiz_data(page.slug, language, critical=critical))
        for name, value in fields.items():
            if name != "critical" and language == "uz":
                setattr(found, name, value)
        publish(found)
    return in_language(page, "uz")


def ids(quiz: str, key: str, letters: str = "") -> tuple[str, ...]:
    """Return the option ids that letters stand for in a question of `quiz_data`."""
    return tuple(block_id(quiz, key, letter) for letter in letters)


def answers(quiz: str, q1: str = "", q2: str = "", q3: str = "") -> dict[str, tuple[str, ...]]:
    """Return answers by question id: letters for q1 and q2, "true" or "false" for q3; what is empty is left out."""
    chosen = {"q1": ids(quiz, "q1", q1), "q2": ids(quiz, "q2", q2), "q3": (q3,) if q3 else ()}
    return {block_id(quiz, key): value for key, value in chosen.items() if value}
