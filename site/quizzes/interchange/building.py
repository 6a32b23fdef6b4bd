"""Putting a question together from what a reader finds, with a note of everything that is not as it was."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from hashlib import sha256
from typing import TypeVar
from uuid import NAMESPACE_URL, uuid5

from quizzes.domain.kinds import Kind
from quizzes.domain.spec import Question

from . import bounds, metadata, reasons
from .cleaning import clean_html
from .model import CHANGED, REFUSED, TAKEN, BadFile, Exchanged, Labels, Line, Picture, Place, Reading, Reason, Refused
from .pictures import Album
from .texts import one_line, tidy, to_plain

_NAMESPACE = uuid5(NAMESPACE_URL, "saboq:interchange")
T = TypeVar("T")

#: From the `src` of an image to the content and the name of its file, or None if it did not come along.
Files = Callable[[str], tuple[bytes, str] | None]


@dataclass
class Source:
    """A file while it is read.

    Attributes:
        content: its bytes; with `scope` and a place in it they make every id, so the same file gives the same ids.
        scope: what the questions are read for, such as the key of a page: elsewhere they get other ids.
        labels: words for what the file leaves unsaid.
    """

    content: bytes
    scope: str
    labels: Labels
    album: Album = field(default_factory=Album)

    def __post_init__(self) -> None:
        self._digest = sha256(self.content).hexdigest()

    def id(self, *path: object) -> str:
        """Return the id of what stands at a place in the file."""
        return str(uuid5(_NAMESPACE, "/".join((self.scope, self._digest, *map(str, path)))))


class Draft:
    """One question while it is read. Methods that take words clean them, bound them and note what they lose."""

    def __init__(self, source: Source, number: int, place: Place) -> None:
        self.source = source
        self.number = number
        self.place = place
        self.title = ""
        self.stem = ""
        self.feedback = ""
        self.points: Fraction | None = None
        self.tags: list[str] = []
        self.parts: dict[str, tuple[str, str]] = {}
        self.pictures: dict[str, Picture] = {}
        self.reasons: dict[tuple[str, tuple[tuple[str, str], ...]], Reason] = {}

    def note(self, code: str, **values: str) -> None:
        """Note a change, once."""
        self.reasons.setdefault((code, tuple(values.items())), Reason(code, values))

    def id(self, *path: object) -> str:
        """Return the id of a part."""
        return self.source.id(self.number, *path)

    def part(self, *path: object, text: str = "", note: str = "") -> str:
        """Give a part its words (plain text) and return its id."""
        key = self.id(*path)
        self.parts[key] = (text, note)
        return key

    def plain(self, html: str) -> str:
        """Return HTML as the plain text of an option or a remark."""
        text, said_more = to_plain(html)
        if said_more:
            self.note(reasons.MARKUP_DROPPED)
            if not text:
                raise Refused(reasons.PICTURE_ONLY)
        return self.bounded(text)

    def bounded(self, text: str, most: int = bounds.PLAIN_TEXT) -> str:
        """Return plain text.

        Raises:
            Refused: for more than `most` characters.
        """
        plain = tidy(text)
        if len(plain) > most:
            raise Refused(reasons.TEXT_TOO_LONG, limit=str(most))
        return plain

    def rich(self, html: str, files: Files = lambda _source: None) -> str:
        """Return clean HTML; `files` gives content and name of an image by its `src`."""

        def find(source: str) -> str | None:
            found = files(source)
            if found is None:
                return None
            picture, problem = self.source.album.admit(*found)
            if picture is None:
                if problem:
                    self.note(problem.code, **problem.values)
                return None
            self.pictures.setdefault(picture.name, picture)
            return picture.name

        if len(html) > bounds.RICH_TEXT * 4:
            raise Refused(reasons.TEXT_TOO_LONG, limit=str(bounds.RICH_TEXT))
        clean, lost = clean_html(html, find)
        if len(clean) > bounds.RICH_TEXT:
            raise Refused(reasons.TEXT_TOO_LONG, limit=str(bounds.RICH_TEXT))
        for code in sorted(lost):
            self.note(code)
        return clean

    def finish(self, type_: str, kind: Kind) -> Exchanged:
        """Return the question.

        Raises:
            Refused: if it could not be sat.
        """
        told = metadata.read(self.tags)
        for tag in told.respelled:
            self.note(reasons.TAG_RESPELLED, tag=tag[:80])
        scored = kind.scored
        question = Question(
            id=self.id(),
            name=self._name(),
            type=type_,
            points=self._points(told.points) if scored else 0,
            critical=told.critical and scored,
            difficulty=told.difficulty,
            competence=told.competence,
            articles=told.articles,
            kind=kind,
        )
        if not to_plain(self.stem)[0] and "<img" not in self.stem:
            raise Refused(reasons.NO_TEXT)
        if len(kind.parts) > bounds.PARTS:
            raise Refused(reasons.UNSOUND, fault=f"more than {bounds.PARTS} parts")
        fault = next(question.faults(), "")
        if fault:
            raise Refused(reasons.UNSOUND, fault=fault)
        used = {name for name in self.pictures if any(f'src="{name}"' in text for text in self._rich_texts())}
        return Exchanged(
            question=question,
            stem=self.stem,
            feedback=self.feedback,
            parts={key: self.parts[key] for key in kind.parts if key in self.parts},
            pictures=tuple(picture for name, picture in self.pictures.items() if name in used),
            tags=told.tags,
        )

    def _rich_texts(self) -> Iterable[str]:
        yield self.stem
        yield self.feedback
        yield from (text for text, _note in self.parts.values())

    def _name(self) -> str:
        key = metadata.key_of(one_line(self.title))
        if not key:
            key = metadata.key_of(" ".join(to_plain(self.stem)[0].split()[:5])) or f"question-{self.number}"
            self.note(reasons.NAME_MADE)
        return key

    def _points(self, told: int | None) -> int:
        given = self.points if self.points is not None else Fraction(told or 1)
        points = min(max(round(given), 1), bounds.POINTS)
        if points != given:
            self.note(reasons.POINTS_ROUNDED, points=str(points))
        return points

    def line(self, verdict: str, question: str = "", last: Reason | None = None) -> Line:
        """Return the line of the report."""
        told = tuple(self.reasons.values())
        name = one_line(self.title) or to_plain(self.stem)[0].replace("\n", " ")
        return Line(self.number, self.place, name[:80], verdict, (last, *told) if last else told, question)


def read_all(
    source: Source, items: Sequence[T], place_of: Callable[[T], Place], read: Callable[[Draft, T], Exchanged]
) -> Reading:
    """Return what becomes of each item of a file.

    Raises:
        BadFile: for more items than may come at once.
    """
    if len(items) > bounds.QUESTIONS:
        raise BadFile(reasons.TOO_MANY_QUESTIONS, limit=str(bounds.QUESTIONS))
    questions, lines = [], []
    for number, item in enumerate(items, start=1):
        draft = Draft(source, number, place_of(item))
        try:
            question = read(draft, item)
        except Refused as refusal:
            draft.reasons.clear()  # what was changed on the way to a refusal is of no use to anybody
            lines.append(draft.line(REFUSED, last=refusal.reason))
        else:
            questions.append(question)
            lines.append(draft.line(CHANGED if draft.reasons else TAKEN, question.question.id))
    return Reading(tuple(questions), tuple(lines))
