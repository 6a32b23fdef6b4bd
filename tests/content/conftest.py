from pathlib import Path

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
