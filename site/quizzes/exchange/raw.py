"""A question as the stored data of a block. Ids of parts become the ids of list items."""

import re
from collections.abc import Callable
from typing import Any

from quizzes.domain.kinds import (
    FALSE,
    TRUE,
    Choice,
    Gaps,
    Matching,
    Numeric,
    Option,
    Ordering,
    Reflection,
    ShortText,
    Statement,
    Survey,
)  # fmt: skip
from quizzes.domain.kinds.gaps import TEXT
from quizzes.interchange import reasons
from quizzes.interchange.model import Exchanged

Raw = dict[str, Any]
#: Takes the code of a change.
Note = Callable[[str], None]


def raw_block(exchanged: Exchanged, note: Note) -> Raw:
    """Return the data of the block that holds a question; its stem and explanation are still HTML of a file.

    What the block has no field for is left out and noted.
    """
    question = exchanged.question
    value: Raw = {
        "name": question.name,
        "stem": exchanged.stem,
        "feedback": exchanged.feedback,
        "articles": [_item("", {"code": cited.code, "article": cited.article}) for cited in question.articles],
        "competence": question.competence,
        "tags": _tags(exchanged.tags),
        "reviewed_on": None,
    }
    if question.kind.scored:
        value |= {"points": question.points, "critical": question.critical, "difficulty": question.difficulty}
    value |= _KINDS[type(question.kind)](question.kind, exchanged, note)
    return {"type": question.type, "value": value, "id": question.id}


def _item(key: str, value: Any) -> Raw:
    return {"type": "item", "value": value, **({"id": key} if key else {})}


def _tags(tags: tuple[str, ...]) -> str:
    text = ""
    for tag in tags:
        if len(text) + len(tag) < 200:
            text = f"{text} {tag}".strip()
    return text


def _spellings(words: tuple[str, ...], note: Note) -> str:
    """Return spellings as one text, parted by semicolons; signs that it cannot hold fold away anyhow."""
    kept = [re.sub(r"[;<>]", " ", word).strip() for word in words]
    if kept != list(words):
        note(reasons.SPELLING_RESPELLED)
    return "; ".join(kept)


def _options(options: tuple[Option, ...], words: Any) -> list[Raw]:
    return [
        _item(option.id, {"text": words[option.id][0], "correct": option.correct, "feedback": words[option.id][1]})
        for option in options
    ]


def _choice(kind: Choice, exchanged: Exchanged, _note: Note) -> Raw:
    return {"options": _options(kind.options, exchanged.parts)} | ({"scoring": kind.scoring} if kind.several else {})


def _statement(kind: Statement, exchanged: Exchanged, _note: Note) -> Raw:
    told = {key: exchanged.parts.get(key, ("", ""))[1] for key in (TRUE, FALSE)}
    return {"answer": kind.answer, "if_true": told[TRUE], "if_false": told[FALSE]}


def _matching(kind: Matching, exchanged: Exchanged, _note: Note) -> Raw:
    words = exchanged.parts
    return {
        "pairs": [_item(pair.id, {"text": words[pair.id][0], "match": words[pair.partner][0]}) for pair in kind.pairs],
        "extra": [_item(key, words[key][0]) for key in kind.extra],
    }


def _ordering(kind: Ordering, exchanged: Exchanged, _note: Note) -> Raw:
    return {"items": [_item(key, exchanged.parts[key][0]) for key in kind.items]}


def _numeric(kind: Numeric, exchanged: Exchanged, _note: Note) -> Raw:
    units = [_item(unit.id, {"text": exchanged.parts[unit.id][0], "factor": unit.factor}) for unit in kind.measures]
    return {"answer": kind.answer, "tolerance": kind.tolerance, "units": units}


def _short_text(kind: ShortText, exchanged: Exchanged, note: Note) -> Raw:
    return {
        "accepted": [
            _item(
                item.id,
                {
                    "spellings": _spellings(item.spellings, note),
                    "share": item.share,
                    "feedback": exchanged.parts.get(item.id, ("", ""))[1],
                },
            )
            for item in kind.accepted
        ]
    }


def _gaps(kind: Gaps, exchanged: Exchanged, note: Note) -> Raw:
    gaps = []
    for gap in kind.gaps:
        if any(exchanged.parts[option.id][1] for option in gap.options):
            note(reasons.FEEDBACK_DROPPED)
        options = [
            _item(option.id, {"text": exchanged.parts[option.id][0], "correct": option.correct})
            for option in gap.options
        ]
        spellings = _spellings(gap.spellings, note)
        gaps.append(_item(gap.id, {"name": gap.name, "spellings": spellings, "options": options}))
    return {"text": exchanged.parts[TEXT][0], "gaps": gaps}


def _reflection(kind: Reflection, exchanged: Exchanged, _note: Note) -> Raw:
    words = exchanged.parts
    rubric = []
    for criterion in kind.rubric:
        levels = [_item(level.id, {"points": level.points, "text": words[level.id][0]}) for level in criterion.levels]
        rubric.append(_item(criterion.id, {"text": words[criterion.id][0], "levels": levels}))
    return {"min_words": kind.min_words, "max_words": kind.max_words, "rubric": rubric}


def _survey(kind: Survey, exchanged: Exchanged, _note: Note) -> Raw:
    return {"options": [_item(key, exchanged.parts[key][0]) for key in kind.options], "several": kind.several}


_KINDS: dict[type, Callable[[Any, Exchanged, Note], Raw]] = {
    Choice: _choice,
    Statement: _statement,
    Matching: _matching,
    Ordering: _ordering,
    Numeric: _numeric,
    ShortText: _short_text,
    Gaps: _gaps,
    Reflection: _reflection,
    Survey: _survey,
}
