"""The report as a page shows it: lines in words, and the questions with their key."""

import base64
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from quizzes.domain.kinds.gaps import TEXT
from quizzes.domain.wording import PartWording, Phrase, QuestionWording
from quizzes.interchange.model import CHANGED, REFUSED, TAKEN, Exchanged, Line, Picture
from quizzes.previewing import PreviewedQuestion, previewed

from .pictures import images_in, with_shown
from .proposing import Proposal, rich_texts
from .words import VERDICTS, place_told, told

#: Characters of images in one report: a package may show one image in hundreds of questions.
_MOST_SHOWN = 6_000_000
_TONES = {TAKEN: "done", CHANGED: "warn", REFUSED: "locked"}


@dataclass(frozen=True)
class ShownLine:
    """A line of the report: which question, where, what became of it, why, and the question itself."""

    number: int
    place: str
    name: str
    verdict: str
    tone: str
    reasons: tuple[str, ...]
    question: PreviewedQuestion | None = None


@dataclass(frozen=True)
class Totals:
    """How many questions were taken as they are, with changes, and not at all."""

    taken: int
    changed: int
    refused: int


def totals(lines: Sequence[Line]) -> Totals:
    """Count the verdicts of a report."""
    counted = Counter(line.verdict for line in lines)
    return Totals(counted[TAKEN], counted[CHANGED], counted[REFUSED])


def shown_lines(lines: Sequence[Line], questions: dict[str, PreviewedQuestion] | None = None) -> list[ShownLine]:
    """Return the lines of a report in words."""
    return [
        ShownLine(
            number=line.number,
            place=place_told(line.place),
            name=line.name,
            verdict=str(VERDICTS[line.verdict]),
            tone=_TONES[line.verdict],
            reasons=tuple(told(reason) for reason in line.reasons),
            question=(questions or {}).get(line.question) if line.verdict != REFUSED else None,
        )
        for line in lines
    ]


def address_of(picture: Picture) -> str:
    """Return an image as an address that holds it whole: nothing of the file is stored yet."""
    return f"data:{picture.media_type};base64,{base64.b64encode(picture.content).decode()}"


def previews(proposal: Proposal, language: str) -> dict[str, PreviewedQuestion]:
    """Return the proposed questions with their key, by id; images are shown from the file itself."""
    addresses = {name: address_of(picture) for name, picture in proposal.pictures.items()}
    number = {line.question: line.number for line in proposal.lines}
    left, shown = _MOST_SHOWN, {}
    for item in proposal.questions:
        question = item.exchanged.question
        names = [name for html in rich_texts(item.exchanged) for name, _alt in images_in(html)]
        weight = sum(len(addresses.get(name, "")) for name in names)
        left -= weight
        wording = _wording(item.exchanged, language, addresses if left >= 0 else {})
        shown[question.id] = previewed(number[question.id], question, wording, language, draft=True)
    return shown


def _wording(exchanged: Exchanged, language: str, addresses: dict[str, str]) -> QuestionWording:
    def phrase(text: Any) -> Phrase:
        return Phrase(text, language)

    parts = []
    for key in exchanged.question.kind.parts:
        text, note = exchanged.parts.get(key, ("", ""))
        parts.append(PartWording(key, phrase(with_shown(text, addresses) if key == TEXT else text), phrase(note)))
    return QuestionWording(
        id=exchanged.question.id,
        stem=phrase(with_shown(exchanged.stem, addresses)),
        feedback=phrase(with_shown(exchanged.feedback, addresses)),
        parts=tuple(parts),
    )
