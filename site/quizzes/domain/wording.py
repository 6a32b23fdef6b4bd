"""The words of a quiz in one language, matched to the spec by the ids of questions and their parts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from .spec import QuizSpec, UnknownSchema

SCHEMA = 2


@dataclass(frozen=True)
class Phrase:
    """A piece of text and the language it is really in (the source language where a translation has none)."""

    text: str
    language: str


EMPTY = Phrase("", "")


@dataclass(frozen=True)
class PartWording:
    """Words of one part: an option and its feedback, a situation, a decision and its consequence, a level.

    Attributes:
        text: plain text; cleaned HTML for a situation and for the text around gaps.
        note: what is told about it after judging; "" for most.
    """

    id: str
    text: Phrase
    note: Phrase


@dataclass(frozen=True)
class QuestionWording:
    """Stem and explanation (cleaned HTML) and the parts of a question."""

    id: str
    stem: Phrase
    feedback: Phrase
    parts: tuple[PartWording, ...]

    @cached_property
    def _by_id(self) -> dict[str, PartWording]:
        return {part.id: part for part in self.parts}

    def part(self, part_id: str) -> PartWording:
        """Return a part's words; KeyError if there is no such part."""
        return self._by_id[part_id]


@dataclass(frozen=True)
class QuizWording:
    """Every word of a quiz in one language.

    Attributes:
        schema: number of this shape.
        language: the language asked for; single phrases may be in the source language.
        title: plain text.
        intro: cleaned HTML.
        questions: one for each question of the spec, in its order.
        labels: words by the id of a section (plain text) or a band of results (cleaned HTML).
    """

    schema: int
    language: str
    title: Phrase
    intro: Phrase
    questions: tuple[QuestionWording, ...]
    labels: Mapping[str, Phrase]

    @cached_property
    def _by_id(self) -> dict[str, QuestionWording]:
        return {question.id: question for question in self.questions}

    def question(self, question_id: str) -> QuestionWording:
        """Return a question's words; KeyError if there is no such question."""
        return self._by_id[question_id]

    def label(self, key: str) -> Phrase:
        """Return the words of a section or a band; an empty phrase if it has none."""
        return self.labels.get(key, EMPTY)


@dataclass(frozen=True)
class RawWording:
    """Words as one page holds them.

    `stems` and `feedback` are by question id; `parts[question id][part id]` is (text, note); `labels` are by the id of
    a section or a band.
    """

    language: str
    title: str
    intro: str
    stems: Mapping[str, str]
    feedback: Mapping[str, str]
    parts: Mapping[str, Mapping[str, tuple[str, str]]]
    labels: Mapping[str, str] = field(default_factory=dict)


def merge_wording(*, spec: QuizSpec, source: RawWording, translation: RawWording | None = None) -> QuizWording:
    """Return the words of `spec` in the translation's language.

    Structure comes from the spec alone: what else a translation holds is left out. Where it has no words, or the very
    words of the source, the source's are taken and marked with the source's language.
    """
    words = translation or source

    def phrase(own: str, original: str) -> Phrase:
        if own.strip() and own != original:
            return Phrase(own, words.language)
        return Phrase(original, source.language)

    questions = []
    for question in spec.questions:
        key = question.id
        originals, own = source.parts.get(key, {}), words.parts.get(key, {})
        parts = []
        for part in question.kind.parts:
            text, note = originals.get(part, ("", ""))
            own_text, own_note = own.get(part, ("", ""))
            parts.append(PartWording(part, phrase(own_text, text), phrase(own_note, note)))
        questions.append(
            QuestionWording(
                id=key,
                stem=phrase(words.stems.get(key, ""), source.stems.get(key, "")),
                feedback=phrase(words.feedback.get(key, ""), source.feedback.get(key, "")),
                parts=tuple(parts),
            )
        )
    labelled = (*(section.id for section in spec.sections), *(band.id for band in spec.rules.bands))
    return QuizWording(
        schema=SCHEMA,
        language=words.language,
        title=phrase(words.title, source.title),
        intro=phrase(words.intro, source.intro),
        questions=tuple(questions),
        labels={key: phrase(words.labels.get(key, ""), source.labels.get(key, "")) for key in labelled},
    )


def read_wording(data: Mapping[str, Any]) -> QuizWording:
    """Return the wording behind the parsed JSON of a frozen text, of any schema there has been.

    Raises:
        UnknownSchema: if the data was written by a newer programme.
    """
    if data.get("schema") not in (1, SCHEMA):
        raise UnknownSchema(f"wording schema {data.get('schema')!r}")
    return QuizWording(
        schema=SCHEMA,
        language=data["language"],
        title=Phrase(**data["title"]),
        intro=Phrase(**data["intro"]),
        questions=tuple(_read_question(item) for item in data["questions"]),
        labels={key: Phrase(**phrase) for key, phrase in data.get("labels", {}).items()},
    )


def _read_question(item: Mapping[str, Any]) -> QuestionWording:
    if "options" in item:  # schema 1 knew options with feedback only
        parts = [(option["id"], option["text"], option["feedback"]) for option in item["options"]]
    else:
        parts = [(part["id"], part["text"], part["note"]) for part in item["parts"]]
    return QuestionWording(
        id=item["id"],
        stem=Phrase(**item["stem"]),
        feedback=Phrase(**item["feedback"]),
        parts=tuple(PartWording(key, Phrase(**text), Phrase(**note)) for key, text, note in parts),
    )
