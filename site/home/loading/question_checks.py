"""Checks of quizzes and banks that no single field shows: questions that can be sat, sections that can be filled."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from quizzes.blocks import BankBlock
from quizzes.domain.feasible import shortage
from quizzes.domain.kinds.gaps import MARK
from quizzes.reading.kinds import kind_of
from quizzes.reading.pools import drawable

from .body import Raw
from .files import Node
from .questions import CODE, questions

if TYPE_CHECKING:
    from .plan import Plan, Thing

Streams = dict[str, Any]


def check_questions(plan: Plan, articles: set[tuple[str, str]]) -> None:
    """Refuse questions that cannot be sat or cite what is not there, and quizzes whose sections cannot be filled.

    Args:
        articles: every (code key, article key) there is.

    Raises:
        ContentError: for the first fault, at its line.
    """
    if plan.banks and "banks" not in {section.facts["key"] for section in plan.sections}:
        raise plan.banks[0].source.error("the page above all banks is missing: sections/banks.uz.yaml")
    banks = {bank.facts["key"]: _checked(bank, articles) for bank in plan.banks}
    for quiz in (step for _course, modules in plan.courses for _module, steps in modules for step in steps):
        if quiz.kind == "quiz":
            _checked(quiz, articles)
            _check_rules(quiz)
            _check_sections(quiz, banks)


def _checked(thing: Thing, articles: set[tuple[str, str]]) -> Any:
    """Check every question of a quiz or bank and return their stream."""
    nodes = _questions(thing)
    for key, entry in thing.facts["questions"].items():
        node = nodes[key]
        for article in entry["articles"]:
            if (CODE, article) not in articles:
                raise node.error(f"no code has the article {CODE}/{article}")
        _check_names(entry, node)
    stream = BankBlock().to_python(list(questions(thing.facts["questions"], thing.key).values()))
    for child in stream:
        node = nodes[child.value["name"]]
        for fault in kind_of(child.block_type, child.value).faults():
            raise node.error(fault)
    return stream


def _questions(thing: Thing) -> dict[str, Node]:
    node = thing.source.mapping.get("questions")
    return node.mapping if node else {}


def _check_names(entry: Raw, node: Node) -> None:
    """Refuse names that lead nowhere: gaps without a place, decisions without a situation."""
    if entry["type"] == "gaps" and set(MARK.findall(entry["text"])) != set(entry["gaps"]):
        raise node.mapping["text"].error(f"the text must hold these gaps: {', '.join(entry['gaps'])}")
    if entry["type"] == "numeric" and entry["units"] and next(iter(entry["units"].values()))["factor"] != "1":
        raise node.mapping["units"].error('the first unit has the factor "1"')
    if entry["type"] == "survey" and bool(entry["options"]) == entry["free_text"]:
        raise node.error("a survey question has either options or `free_text: true`")
    if entry["type"] == "scenario":
        _check_ways(entry, node)


def _check_ways(entry: Raw, node: Node) -> None:
    if entry["start"] not in entry["situations"]:
        raise node.mapping["start"].error(f"there is no situation `{entry['start']}`")
    for name, situation in entry["situations"].items():
        for key, decision in situation["decisions"].items():
            if decision["to"] not in entry["situations"]:
                decisions = node.mapping["situations"].mapping[name].mapping["decisions"]
                raise decisions.mapping[key].error(f"there is no situation `{decision['to']}`")


def _check_rules(quiz: Thing) -> None:
    facts, fields = quiz.facts, quiz.source.mapping
    if facts["overdue"] == "grace" and not facts["grace_minutes"]:
        raise fields["overdue"].error("`grace_minutes` is missing: how long there is to hand in")
    begins = [band["from"] for band in facts["bands"].values()]
    if len(set(begins)) != len(begins):
        raise fields["bands"].error("two bands begin at one percentage")


def _check_sections(quiz: Thing, banks: Streams) -> None:
    """Refuse a question in no section or in two, unknown banks, and draws that cannot all be filled at once."""
    sections, asked = quiz.facts["sections"], quiz.facts["questions"]
    if not sections:
        if not asked:
            raise quiz.source.error("a quiz needs `questions` or `sections`")
        return
    listed = [(name, key) for name, section in sections.items() for key in section.get("questions", ())]
    nodes = quiz.source.mapping["sections"].mapping
    for place, (name, key) in enumerate(listed):
        if key not in asked:
            raise nodes[name].error(f"there is no question `{key}`")
        if key in [other for _name, other in listed[:place]]:
            raise nodes[name].error(f"`{key}` stands in two sections or twice in one")
    for key in asked:
        if key not in [name for _section, name in listed]:
            raise _questions(quiz)[key].error(f"`{key}` stands in no section")
    for name, section in sections.items():
        for bank in section.get("banks", ()):
            if bank not in banks:
                raise nodes[name].error(f"there is no bank `{bank}`")
    for form in ("a", "b"):
        _check_draws(nodes, {name: item for name, item in sections.items() if item["form"] in ("", form)}, banks)


def _check_draws(nodes: dict[str, Node], sections: dict[str, Raw], banks: Streams) -> None:
    needs: list[tuple[list[str], int]] = []
    for name, section in sections.items():
        if "banks" not in section:
            continue
        pool = list(_pool(section, banks))
        needs.append((pool, section["take"]))
        if len(pool) < section["take"]:
            raise nodes[name].error(
                f"the banks hold {len(pool)} reviewed questions like these; {section['take']} are to be drawn"
            )
        missing = shortage(needs)
        if missing:
            raise nodes[name].error(f"{missing} questions too few beside what the draws above take")


def _pool(section: Raw, banks: Streams) -> Iterator[str]:
    draw = {**section, "tags": " ".join(section["tags"]), "without": " ".join(section["without"])}
    for bank in section["banks"]:
        yield from (child.id for child in drawable(banks[bank], draw))
