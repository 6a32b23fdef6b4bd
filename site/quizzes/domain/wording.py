"""The words of a quiz in one language, matched to the spec by question and option id."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from .spec import QuizSpec, UnknownSchema

SCHEMA = 1


@dataclass(frozen=True)
class Phrase:
    """A piece of text and the language it is really in (the source language where a translation has none)."""

    text: str
    language: str


@dataclass(frozen=True)
class OptionWording:
    """Plain text of an option and of the feedback to those who chose it. Statements have no text of their own."""

    id: str
    text: Phrase
    feedback: Phrase


@dataclass(frozen=True)
class QuestionWording:
    """Stem and explanation (cleaned HTML) and the options of a question."""

    id: str
    stem: Phrase
    feedback: Phrase
    options: tuple[OptionWording, ...]

    @cached_property
    def _by_id(self) -> dict[str, OptionWording]:
        return {option.id: option for option in self.options}

    def option(self, option_id: str) -> OptionWording:
        """Return an option's words; KeyError if there is no such option."""
        return self._by_id[option_id]


@dataclass(frozen=True)
class QuizWording:
    """Every word of a quiz in one language.

    Attributes:
        schema: number of this shape.
        language: the language asked for; single phrases may be in the source language.
        title: plain text.
        intro: cleaned HTML.
        questions: one for each question of the spec, in its order.
    """

    schema: int
    language: str
    title: Phrase
    intro: Phrase
    questions: tuple[QuestionWording, ...]

    @cached_property
    def _by_id(self) -> dict[str, QuestionWording]:
        return {question.id: question for question in self.questions}

    def question(self, question_id: str) -> QuestionWording:
        """Return a question's words; KeyError if there is no such question."""
        return self._by_id[question_id]


@dataclass(frozen=True)
class RawWording:
    """Words as one page holds them.

    `stems` and `feedback` are by question id; `options[question id][option id]` is (text, feedback).
    """

    language: str
    title: str
    intro: str
    stems: Mapping[str, str]
    feedback: Mapping[str, str]
    options: Mapping[str, Mapping[str, tuple[str, str]]]


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
        originals, own = source.options.get(key, {}), words.options.get(key, {})
        options = []
        for option in question.choices:
            text, feedback = originals.get(option.id, ("", ""))
            own_text, own_feedback = own.get(option.id, ("", ""))
            options.append(OptionWording(option.id, phrase(own_text, text), phrase(own_feedback, feedback)))
        questions.append(
            QuestionWording(
                id=key,
                stem=phrase(words.stems.get(key, ""), source.stems.get(key, "")),
                feedback=phrase(words.feedback.get(key, ""), source.feedback.get(key, "")),
                options=tuple(options),
            )
        )
    return QuizWording(
        schema=SCHEMA,
        language=words.language,
        title=phrase(words.title, source.title),
        intro=phrase(words.intro, source.intro),
        questions=tuple(questions),
    )


def read_wording(data: Mapping[str, Any]) -> QuizWording:
    """Return the wording behind the parsed JSON of a frozen text.

    Raises:
        UnknownSchema: if the data was written by a newer programme.
    """
    if data.get("schema") != SCHEMA:
        raise UnknownSchema(f"wording schema {data.get('schema')!r}")
    questions = tuple(
        QuestionWording(
            id=item["id"],
            stem=Phrase(**item["stem"]),
            feedback=Phrase(**item["feedback"]),
            options=tuple(
                OptionWording(option["id"], Phrase(**option["text"]), Phrase(**option["feedback"]))
                for option in item["options"]
            ),
        )
        for item in data["questions"]
    )
    return QuizWording(
        schema=SCHEMA,
        language=data["language"],
        title=Phrase(**data["title"]),
        intro=Phrase(**data["intro"]),
        questions=questions,
    )
