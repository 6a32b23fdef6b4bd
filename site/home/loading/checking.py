"""What must hold between content files: keys and numbers used once, nothing points at nothing, every file is there."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import media

if TYPE_CHECKING:
    from .plan import Plan, Thing


def check_articles(parts: list["Thing"]) -> None:
    """Refuse a key or number used twice in one text, and pointers to nowhere."""
    keys: set[str] = set()
    numbers: set[str] = set()
    for part in parts:
        for key, node in part.source.mapping["articles"].mapping.items():
            number = str(node.mapping["number"].value)
            if key in keys or number in numbers:
                raise node.error(f"article key `{key}` or number {number} is used twice in this text")
            keys.add(key)
            numbers.add(number)
    for part in parts:
        for key, entry in part.facts["articles"].items():
            if entry["state"] == "moved" and entry["moved_to"] not in keys:
                node = part.source.mapping["articles"].mapping[key]
                raise node.error(f"`{key}` points at `{entry['moved_to']}`, which is not in this text")


def check_citations(plan: "Plan") -> None:
    """Refuse a citation of an article or a resource that does not exist."""
    articles = {
        (entry.code.facts["key"], key)
        for entry in plan.codes
        for parts in [*(parts for _edition, parts in entry.editions), entry.draft]
        for part in parts
        for key in part.facts["articles"]
    }
    resources = {thing.facts["key"] for thing in plan.resources}
    for thing in plan.with_blocks:
        for key, block in thing.facts["blocks"].items():
            node = thing.block(key)
            if block["type"] == "citation" and (block["code"], block["article"]) not in articles:
                raise node.error(f"no code has the article {block['code']}/{block['article']}")
            if block["type"] == "resource" and block["resource"] not in resources:
                raise node.error(f"there is no resource `{block['resource']}`")
    for thing in plan.steps:
        for key, question in thing.facts.get("questions", {}).items():
            for article in question["articles"]:
                if ("online-practice-code", article) not in articles:
                    node = thing.source.mapping["questions"].mapping[key]
                    raise node.error(f"no code has the article online-practice-code/{article}")
            _check_answers(key, question, thing)


def find_media(plan: "Plan", folder: Path, languages: tuple[str, ...]) -> None:
    """Find every file that blocks name, put the name of its own file into each language, and refuse a bad file."""
    for thing in plan.with_blocks:
        for key, block in thing.facts["blocks"].items():
            for name_of_field, name in list(media.named_in(block)):
                node = thing.block(key).mapping[name_of_field]
                try:
                    found = media.find(folder, name, languages)
                except ValueError as missing:
                    raise node.error(str(missing)) from missing
                for language, path in found.items():
                    if path not in plan.media and (problem := media.problem_of(path)):
                        raise node.error(problem)
                    plan.media.add(path)
                    thing.texts[language]["blocks"][key][name_of_field] = path.name


def _check_answers(key: str, question: dict[str, Any], thing: "Thing") -> None:
    right = [option for option in question.get("options", {}).values() if option["correct"]]
    node = thing.source.mapping["questions"].mapping[key]
    if question["type"] == "single" and len(right) != 1:
        raise node.error("a single choice needs exactly one right option")
    if question["type"] == "multiple" and not 0 < len(right) < len(question["options"]):
        raise node.error("a multiple response needs right and wrong options")
