"""What a quiz is apart from its words: structure, rules and answer key, read from the source-language page only."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from .feasible import shortage
from .kinds import KINDS, Choice, Kind, read_kind
from .rules import COUNTS, GRACE, HANDED_IN, MOMENTS, OVERDUE, PASSED, THINGS, Rules
from .spec_1 import from_schema_1

SCHEMA = 2
#: A quiz with its banks; a version of it stays below half a megabyte.
MOST_QUESTIONS = 600


class UnknownSchema(ValueError):
    """A frozen quiz has a schema number that this code does not read."""


class UnsoundQuiz(ValueError):
    """A quiz cannot be sat as it stands; `str()` says why, for logs.

    Attributes:
        problem: one of a fixed number of sentences, which `quizzes.faults` translates.
        question: name of the question that has it; "" = the quiz itself.
    """

    def __init__(self, problem: str, question: str = "") -> None:
        super().__init__(f"{question}: {problem}" if question else problem)
        self.problem, self.question = problem, question


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
        type: key of `kinds.KINDS`.
        points: whole points for a full answer, at least 1; 0 for a survey.
        critical: True if it counts towards the mark for critical questions.
        difficulty: "easy", "medium" or "hard".
        competence: key of a competence, or "".
        articles: articles that the explanation cites.
        kind: what differs by type, with the key.
    """

    id: str
    name: str
    type: str
    points: int
    critical: bool
    difficulty: str
    competence: str
    articles: tuple[Citation, ...]
    kind: Kind

    @property
    def takes_several(self) -> bool:
        """Tell whether more than one option may be chosen."""
        return isinstance(self.kind, Choice) and self.kind.several

    def faults(self) -> Iterator[str]:
        """Tell why the question cannot be sat."""
        if self.kind.scored and self.points < 1:
            yield "less than one point"
        if not self.kind.scored and (self.points or self.critical):
            yield "a question that is not judged has neither points nor weight"
        yield from self.kind.faults()


@dataclass(frozen=True)
class Section:
    """A part of a quiz: a fixed list, or a draw from a pool.

    Attributes:
        id: permanent id.
        questions: ids of the list or of the pool, in the editor's order.
        take: how many are drawn; 0 = all of them.
        shuffle: whether their order is drawn anew for each attempt.
        form: "a" or "b" where a quiz has parallel forms, "" for both.
    """

    id: str
    questions: tuple[str, ...]
    take: int = 0
    shuffle: bool = False
    form: str = ""

    @property
    def size(self) -> int:
        """Return how many questions an attempt gets from it."""
        return self.take or len(self.questions)


@dataclass(frozen=True)
class QuizSpec:
    """A quiz without its words.

    Attributes:
        schema: number of this shape; the code reads every past number.
        quiz_key: translation_key of the page, as text.
        rules: how it is sat and passed.
        questions: every question that an attempt may show.
        sections: in the order of the quiz.
    """

    schema: int
    quiz_key: str
    rules: Rules
    questions: tuple[Question, ...]
    sections: tuple[Section, ...]

    @cached_property
    def _by_id(self) -> dict[str, Question]:
        return {question.id: question for question in self.questions}

    def question(self, question_id: str) -> Question:
        """Return a question by id; KeyError if the quiz has no such question."""
        return self._by_id[question_id]

    @property
    def forms(self) -> tuple[str, ...]:
        """Return ("a", "b") for a quiz with parallel forms, else ("",)."""
        return ("a", "b") if any(section.form for section in self.sections) else ("",)

    def sections_of(self, form: str) -> tuple[Section, ...]:
        """Return the sections of a form."""
        return tuple(section for section in self.sections if section.form in ("", form))


def read_spec(data: Mapping[str, Any]) -> QuizSpec:
    """Return the spec behind the parsed JSON of a frozen quiz, of any schema there has been.

    Raises:
        UnknownSchema: if the data was written by a newer programme.
    """
    if data.get("schema") == 1:
        data = from_schema_1(data)
    if data.get("schema") != SCHEMA:
        raise UnknownSchema(f"quiz schema {data.get('schema')!r}")
    return QuizSpec(
        schema=SCHEMA,
        quiz_key=data["quiz_key"],
        rules=Rules.read(data["rules"]),
        questions=tuple(_read_question(item) for item in data["questions"]),
        sections=tuple(Section(**{**item, "questions": tuple(item["questions"])}) for item in data["sections"]),
    )


def _read_question(data: Mapping[str, Any]) -> Question:
    articles = tuple(Citation(**article) for article in data["articles"])
    return Question(**{**data, "articles": articles, "kind": read_kind(data["type"], data["kind"])})


def check_spec(spec: QuizSpec) -> None:
    """Make sure that a quiz can be sat and judged.

    Raises:
        UnsoundQuiz: naming the first fault.
    """
    fault = next(_faults(spec), None)
    if fault:
        raise fault


def _faults(spec: QuizSpec) -> Iterator[UnsoundQuiz]:
    yield from map(UnsoundQuiz, _set_faults(spec))
    for question in spec.questions:
        if question.type not in KINDS:
            yield UnsoundQuiz("unknown type", question.name)
        yield from (UnsoundQuiz(problem, question.name) for problem in question.faults())
    yield from map(UnsoundQuiz, _rule_faults(spec.rules))
    yield from map(UnsoundQuiz, _section_faults(spec))


def _set_faults(spec: QuizSpec) -> Iterator[str]:
    ids = [question.id for question in spec.questions]
    if not ids or not spec.sections:
        yield "the quiz has no questions"
    if len(set(ids)) != len(ids) or not all(ids):
        yield "two questions share one id"
    if len(ids) > MOST_QUESTIONS:
        yield "too many questions"


def _rule_faults(rules: Rules) -> Iterator[str]:
    if not 1 <= rules.pass_percent <= 100 or not 1 <= rules.critical_percent <= 100:
        yield "the pass mark is not between 1 and 100"
    if rules.counts not in COUNTS or rules.overdue not in OVERDUE or rules.completes not in (PASSED, HANDED_IN):
        yield "a rule has a value that is not known"
    if rules.overdue == GRACE and not rules.grace_minutes:
        yield "time to hand in is promised, but none is given"
    shown = {thing for things in rules.review.values() for thing in things}
    if not set(rules.review).issubset(MOMENTS) or not shown.issubset(THINGS):
        yield "what is shown when has a value that is not known"
    if len({band.from_percent for band in rules.bands}) != len(rules.bands):
        yield "two bands of results begin at one percentage"


def _section_faults(spec: QuizSpec) -> Iterator[str]:
    known = {question.id for question in spec.questions}
    for section in spec.sections:
        if not set(section.questions).issubset(known) or len(set(section.questions)) != len(section.questions):
            yield "a section names a question that is not there, or one twice"
    for form in spec.forms:
        sections = spec.sections_of(form)
        if shortage([(section.questions, section.size) for section in sections]):
            yield "too few questions for what the sections draw"
        elif not any(spec.question(key).kind.scored for section in sections for key in section.questions):
            yield "no question brings points"
