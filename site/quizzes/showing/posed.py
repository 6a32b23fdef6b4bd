"""A question put to somebody: what each type's file turns into a body to answer, and into one to review."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from quizzes.domain.answers import Answer
from quizzes.domain.spec import Question
from quizzes.domain.wording import QuestionWording

from .words import Words, words

#: What a form sent of one question: {"": values of `answer-<id>`, part: values of `answer-<id>.<part>`}.
Fields = Mapping[str, Sequence[str]]
#: Stands before what a form cannot have meant, so that no part of a question is ever called so.
NEVER = "#"


@dataclass(frozen=True)
class Mark:
    """A trainer's mark: {criterion id: level id}, a comment, who gave it and when."""

    levels: Mapping[str, str]
    comment: str
    by: str = ""
    at: datetime | None = None


@dataclass(frozen=True)
class Posed:
    """A question with its words, put to somebody.

    Attributes:
        arrangement: ids of what is arranged, in the order shown.
        answer: as saved, or as typed just now; what is typed need not be an answer that the question can have.
        language: of the page.
        mark: of a reflection; None while it waits.
    """

    question: Question
    wording: QuestionWording
    arrangement: tuple[str, ...]
    answer: Answer
    language: str
    mark: Mark | None = None

    @property
    def kind(self) -> Any:
        """Return the kind; each file knows which one it gets."""
        return self.question.kind

    @property
    def field(self) -> str:
        """Return the name of the form field for a question with one."""
        return f"answer-{self.question.id}"

    def field_of(self, part: str) -> str:
        """Return the name of the form field of a part."""
        return f"{self.field}.{part}"

    @property
    def given(self) -> dict[str, str]:
        """Return the answer by part; nothing for one that is no such answer."""
        return dict(self.answer) if isinstance(self.answer, Mapping) else {}

    @property
    def chosen(self) -> tuple[str, ...]:
        """Return the chosen ids; nothing for an answer by part."""
        return () if isinstance(self.answer, Mapping) else tuple(self.answer)

    def text(self, part: str, *, html: bool = False) -> Words:
        """Return the words of a part."""
        return words(self.wording.part(part).text, self.language, html=html)

    def note(self, part: str) -> Words | None:
        """Return what is told about a part after judging, or None.

        A corrected key may accept an answer of which the words that were frozen say nothing.
        """
        try:
            note = self.wording.part(part).note
        except KeyError:
            return None
        return words(note, self.language) if note.text else None


@dataclass(frozen=True)
class SelectOption:
    """An option of a select box."""

    value: str
    text: Words
    chosen: bool


@dataclass(frozen=True)
class SelectRow:
    """A select box with what it belongs to."""

    field: str
    label: Words
    options: tuple[SelectOption, ...]


def first(fields: Fields, part: str) -> str:
    """Return the one value sent for a part, with plain line ends; "" if none was."""
    values = fields.get(part, ())
    return values[0].replace("\r\n", "\n") if values else ""


def filled(fields: Fields, parts: Sequence[str]) -> dict[str, str]:
    """Return {part: value} of what was sent; a part that the question has not is kept, to be refused."""
    sent = {part: first(fields, part) for part in dict.fromkeys((*parts, *fields))}
    return {part: value for part, value in sent.items() if value}
