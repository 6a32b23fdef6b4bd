"""What quizzes and banks put into the fields of their pages."""

from collections.abc import Callable
from typing import Any

from .body import Raw, listed
from .ids import content_id
from .markdown import to_rich_text
from .plan import Thing
from .questions import questions
from .values import Fields, common, stream

#: Fields of the page's rules by their names in a file, where these differ.
_RENAMED = {"attempts": "attempts_allowed", "competences": "competence_keys"}
_RULES = (
    "pass_percent", "critical_percent", "completes", "attempts", "pause_hours", "pause_each_hours", "counts",
    "time_limit", "overdue", "grace_minutes", "layout", "shuffle_questions", "shuffle_options", "review", "minutes",
    "competences",
)  # fmt: skip


def quiz(thing: Thing, language: str) -> Fields:
    """Return the fields of a quiz."""
    words = thing.texts[language]
    bands = [
        {
            "type": "band",
            "id": str(content_id(thing.key, "bands", key)),
            "value": {"from_percent": band["from"], "text": to_rich_text(band["text"])},
        }
        for key, band in words["bands"].items()
    ]
    return {
        **common(thing, language),
        "intro": to_rich_text(words["intro"]),
        "questions": stream(quiz_stream(words, thing.key, _bank)),
        "bands": stream(bands),
        **{_RENAMED.get(name, name): thing.facts[name] for name in _RULES},
    }


def bank(thing: Thing, language: str) -> Fields:
    """Return the fields of a bank."""
    words = thing.texts[language]
    asked = questions(words["questions"], thing.key)
    return {**common(thing, language), "note": words["note"], "questions": stream(list(asked.values()))}


def quiz_stream(words: Raw, owner: str, bank_page: Callable[[str], Any]) -> list[Raw]:
    """Return the stream data of a quiz: its questions, below their sections and between its draws if it has any.

    Args:
        words: the merged data of the quiz file in a language.
        owner: content key of the quiz.
        bank_page: returns the id of a bank's source page by its key.
    """
    asked = questions(words["questions"], owner)
    if not words["sections"]:
        return list(asked.values())
    parts: list[Raw] = []
    for key, section in words["sections"].items():
        path = (owner, "sections", key)
        common_value = {"title": section["title"], "form": section["form"]}
        if "banks" in section:
            banks = ((name, bank_page(name)) for name in section["banks"])
            value = {
                **common_value,
                "banks": listed(banks, (*path, "banks")),
                "take": section["take"],
                "tags": " ".join(section["tags"]),
                "without": " ".join(section["without"]),
                "critical": section["critical"],
                "difficulty": section["difficulty"],
            }
            parts.append({"type": "draw", "id": str(content_id(*path)), "value": value})
        else:
            value = {**common_value, "shuffle": section["shuffle"]}
            parts.append({"type": "section", "id": str(content_id(*path)), "value": value})
            parts.extend(asked[name] for name in section["questions"])
    return parts


def _bank(key: str) -> int:
    """Return the id of the source page of a bank."""
    from quizzes.models import QuestionBankPage

    return QuestionBankPage.objects.get(
        translation_key=content_id(f"banks/{key}", "page"), locale__language_code="uz"
    ).pk
