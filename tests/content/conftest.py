from pathlib import Path
from typing import Any

import pytest

from home.loading.plan import Plan, Thing, make_plan

ROOT = Path(__file__).resolve().parents[2] / "content"


@pytest.fixture(scope="session")
def plan() -> Plan:
    return make_plan(ROOT)


@pytest.fixture(scope="session")
def steps(plan: Plan) -> list[Thing]:
    return [step for _course, modules in plan.courses for _module, steps in modules for step in steps]


@pytest.fixture(scope="session")
def lessons(steps: list[Thing]) -> list[Thing]:
    return [step for step in steps if step.kind == "lesson"]


@pytest.fixture(scope="session")
def quizzes(steps: list[Thing]) -> list[Thing]:
    return [step for step in steps if step.kind == "quiz"]


@pytest.fixture(scope="session")
def banks(plan: Plan) -> list[Thing]:
    return plan.banks


@pytest.fixture(scope="session")
def asked(quizzes: list[Thing], banks: list[Thing]) -> dict[str, dict[tuple[str, str], dict[str, Any]]]:
    """Every question of every quiz and bank: {language: {(key of the thing, key of the question): question}}."""
    return {
        language: {
            (thing.key, key): question
            for thing in [*quizzes, *banks]
            for key, question in thing.texts[language]["questions"].items()
        }
        for language in ("uz", "ru", "en")
    }
