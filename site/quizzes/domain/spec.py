"""What a quiz is apart from its words: structure, rules and answer key, read from the source-language page only."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

SCHEMA = 1

SINGLE = "single"
MULTIPLE = "multiple"
TRUEFALSE = "truefalse"
PER_OPTION = "per_option"
ALL_OR_NOTHING = "all_or_nothing"

#: Ids of the two answers to a statement; they are the same in every quiz and language.
TRUE, FALSE = "true", "false"

#: When right answers are shown after hand-in.
AT_ONCE = "at_once"
WHEN_SETTLED = "after_pass_or_last"


class UnknownSchema(ValueError):
    """A frozen quiz has a schema number that this code does not read."""


class UnsoundQuiz(ValueError):
    """A quiz cannot be sat as it stands; `str()` says why, for editors and logs."""


@dataclass(frozen=True)
class Option:
    """One option: its permanent id and whether choosing it is right."""

    id: str
    correct: bool


@dataclass(frozen=True)
class Citation:
    """An article that the explanation cites, by the permanent keys of code and article."""

    code: str
    article: str


@dataclass(frozen=True)
class Question:
    """One question without its words.

    Attributes:
        id: block id of the question, the same in every language.
        name: short name for editors and reports.
        type: "single", "multiple" or "truefalse".
        points: whole points for a full answer, at least 1.
        critical: True if the quiz cannot be passed unless this question is fully right.
        difficulty: "easy", "medium" or "hard".
        competence: key of a competence, or "".
        scoring: "per_option" or "all_or_nothing" (anything but "multiple" is all or nothing).
        answer: "true" or "false" for a statement, else "".
        options: the options in the editor's order; empty for a statement.
        articles: articles that the explanation cites.
    """

    id: str
    name: str
    type: str
    points: int
    critical: bool
    difficulty: str
    competence: str
    scoring: str
    answer: str
    options: tuple[Option, ...]
    articles: tuple[Citation, ...]

    @property
    def choices(self) -> tuple[Option, ...]:
        """Return what can be chosen, statements included, in the editor's order."""
        if self.type == TRUEFALSE:
            return (Option(TRUE, self.answer == TRUE), Option(FALSE, self.answer == FALSE))
        return self.options

    @property
    def right(self) -> frozenset[str]:
        """Return the ids of the right options."""
        return frozenset(option.id for option in self.choices if option.correct)

    @property
    def takes_several(self) -> bool:
        """Tell whether more than one option may be chosen."""
        return self.type == MULTIPLE


@dataclass(frozen=True)
class QuizSpec:
    """A quiz without its words.

    Attributes:
        schema: number of this shape; the code reads every past number.
        quiz_key: translation_key of the page, as text.
        pass_percent: 1 to 100.
        attempts_allowed: 0 = no limit.
        pause_hours: wait before the last allowed attempt.
        layout: "one" (one question a page) or "all".
        shuffle_questions, shuffle_options: whether order is drawn anew for each attempt.
        review: "at_once" or "after_pass_or_last": when right answers are shown.
        questions: in the editor's order.
    """

    schema: int
    quiz_key: str
    pass_percent: int
    attempts_allowed: int
    pause_hours: int
    layout: str
    shuffle_questions: bool
    shuffle_options: bool
    review: str
    questions: tuple[Question, ...]

    @cached_property
    def _by_id(self) -> dict[str, Question]:
        return {question.id: question for question in self.questions}

    def question(self, question_id: str) -> Question:
        """Return a question by id; KeyError if the quiz has no such question."""
        return self._by_id[question_id]


def read_spec(data: Mapping[str, Any]) -> QuizSpec:
    """Return the spec behind the parsed JSON of a frozen quiz.

    Raises:
        UnknownSchema: if the data was written by a newer programme.
    """
    if data.get("schema") != SCHEMA:
        raise UnknownSchema(f"quiz schema {data.get('schema')!r}")
    questions = tuple(_read_question(item) for item in data["questions"])
    return QuizSpec(**{**data, "questions": questions})


def _read_question(data: Mapping[str, Any]) -> Question:
    options = tuple(Option(**option) for option in data["options"])
    articles = tuple(Citation(**article) for article in data["articles"])
    return Question(**{**data, "options": options, "articles": articles})


def check_spec(spec: QuizSpec) -> None:
    """Make sure that a quiz can be sat and judged.

    Raises:
        UnsoundQuiz: naming the first fault.
    """
    if not spec.questions:
        raise UnsoundQuiz("the quiz has no questions")
    if not 1 <= spec.pass_percent <= 100:
        raise UnsoundQuiz("the pass mark is not between 1 and 100")
    ids = [question.id for question in spec.questions]
    if len(set(ids)) != len(ids) or not all(ids):
        raise UnsoundQuiz("two questions share one id")
    for question in spec.questions:
        _check_question(question)


def _check_question(question: Question) -> None:
    ids = [option.id for option in question.choices]
    if question.type not in (SINGLE, MULTIPLE, TRUEFALSE):
        raise UnsoundQuiz(f"{question.name}: unknown type {question.type}")
    if question.points < 1:
        raise UnsoundQuiz(f"{question.name}: less than one point")
    if len(ids) < 2 or len(set(ids)) != len(ids) or not all(ids):
        raise UnsoundQuiz(f"{question.name}: options are missing or share one id")
    if question.takes_several:
        if not 0 < len(question.right) < len(ids):
            raise UnsoundQuiz(f"{question.name}: needs a right and a wrong option")
    elif len(question.right) != 1:
        raise UnsoundQuiz(f"{question.name}: needs exactly one right answer")
