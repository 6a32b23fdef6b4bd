"""What is read from a file and written to one, and the report that tells of every question."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from quizzes.domain.spec import Question

TAKEN, CHANGED, REFUSED = "taken", "changed", "refused"


@dataclass(frozen=True)
class Picture:
    """An image that comes along.

    Attributes:
        name: what `src` of an `img` in the words says; made from the content, so one image has one name.
        content: the bytes of the file.
        media_type: by the first bytes, never by what the file calls itself.
    """

    name: str
    content: bytes
    media_type: str


@dataclass(frozen=True)
class Exchanged:
    """A question with its words in one language.

    Attributes:
        question: structure and key.
        stem, feedback: clean HTML; an `img` in it names one of `pictures`.
        parts: {part id: (text, note)}, plain text but for the text around gaps, which is clean HTML.
        pictures: in the order of their first use.
        tags: keys.
    """

    question: Question
    stem: str
    feedback: str
    parts: Mapping[str, tuple[str, str]]
    pictures: tuple[Picture, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True)
class Place:
    """Where something stands: a line (from 1; 0 = unknown), an element, and the file inside a package."""

    line: int = 0
    element: str = ""
    file: str = ""


@dataclass(frozen=True)
class Reason:
    """Why a question was changed or refused: a code of `reasons` and what fills the sentence behind it."""

    code: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Line:
    """What became of one question.

    Attributes:
        number: which question of the file it is, from 1.
        place: where it begins.
        name: what the file calls it, else the beginning of its text; plain text.
        verdict: "taken", "changed" or "refused".
        reasons: none for what was taken as it is.
        question: id that it got, "" if refused.
    """

    number: int
    place: Place
    name: str
    verdict: str
    reasons: tuple[Reason, ...] = ()
    question: str = ""


@dataclass(frozen=True)
class Reading:
    """What a file holds: the questions to be taken, and a line for every question in it."""

    questions: tuple[Exchanged, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Writing:
    """A written file, and a line for every question that was to go into it."""

    content: bytes
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Labels:
    """Words for what a file leaves unsaid, in the language of the page."""

    true: str = "True"
    false: str = "False"
    fill_gaps: str = "Fill in the gaps."
    criterion: str = "The answer as a whole"
    level_none: str = "Does not answer the question"
    level_full: str = "Answers the question fully"


class BadFile(ValueError):
    """A file of which nothing can be taken.

    Attributes:
        reason: why.
        place: where, as far as that is known.
    """

    def __init__(self, code: str, place: Place | None = None, **values: str) -> None:
        super().__init__(code)
        self.reason = Reason(code, values)
        self.place = place or Place()


class Refused(ValueError):
    """A question that cannot be taken or written; the others can."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.reason = Reason(code, values)
