"""Which questions of its banks a draw may take: reviewed ones that fit its tags, weight and difficulty."""

from collections.abc import Iterable
from typing import Any

from quizzes.blocks.facts import tags


def pool_of(draw: Any) -> list[Any]:
    """Return the question blocks that the value of a draw block may take, from its live banks, in their order."""
    return [child for bank in banks_of(draw) for child in drawable(bank.questions, draw)]


def banks_of(draw: Any) -> list[Any]:
    """Return the live banks that a draw names, as bank pages, each once."""
    named = {page.pk: page.specific for page in draw["banks"] if page is not None and page.live}
    return list(named.values())


def drawable(questions: Iterable[Any], draw: Any) -> list[Any]:
    """Return those of a bank's question blocks that a draw may take."""
    return [child for child in questions if _fits(child.value, draw)]


def _fits(value: Any, draw: Any) -> bool:
    own = tags(value["tags"])
    critical = bool(value.get("critical"))
    return bool(
        value["reviewed_on"]
        and tags(draw["tags"]) <= own
        and not tags(draw["without"]) & own
        and (not draw["critical"] or critical == (draw["critical"] == "only"))
        and (not draw["difficulty"] or value.get("difficulty") == draw["difficulty"])
    )
