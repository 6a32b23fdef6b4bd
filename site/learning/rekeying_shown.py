"""What the form for a wrong key shows: the questions that differ with both keys, and whose result would change how."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from learning.domain.rekeying import Differing, Obstacle, Outcome
from learning.selectors_rekeying import Line, Preview, as_obstacle
from quizzes.domain.judging import whole_percent
from quizzes.models import QuizPage
from quizzes.previewing import PreviewedQuestion, previewed
from quizzes.services import live_pages, wording_from
from quizzes.showing import points_text
from quizzes.writing import payloads

#: Lines of the table; the counts above it are of all.
MOST_LINES = 200

OBSTACLES: dict[Obstacle, Any] = {
    Obstacle.OTHER_TYPE: _("It is a question of another type now."),
    Obstacle.OTHER_PARTS: _(
        "Options, pairs, steps or gaps were added or taken out: the answers were to another question."
    ),
    Obstacle.BY_HAND: _("A trainer marks it; a new mark corrects it."),
    Obstacle.NOT_SCORED: _("It brings no points."),
    Obstacle.UNSOUND: _("Its key is not sound."),
    Obstacle.ANSWER_LOST: _("Somebody gave an answer that it cannot have any more."),
}


@dataclass(frozen=True)
class Candidate:
    """A question whose key is another one now.

    Attributes:
        obstacle: why it cannot be corrected, in words; "" = it can.
        sat, now: with the key of then and of now; both in the words of now. None where they do not fit.
    """

    id: str
    name: str
    obstacle: str
    chosen: bool
    sat: PreviewedQuestion | None
    now: PreviewedQuestion


@dataclass(frozen=True)
class Result:
    """A result as the table has it."""

    percent: int
    points: str
    maximum: str
    passed: bool


@dataclass(frozen=True)
class Row:
    """One attempt whose result becomes another one. Who sat it is not told: nobody needs a name to correct a key."""

    place: int
    number: int
    at: datetime
    before: Result
    after: Result


@dataclass(frozen=True)
class Effect:
    """The preview in numbers and rows.

    Attributes:
        judged: attempts that are judged anew; those whose result stays get the right key shown.
        passes, fails: results that become passed, or not passed any more.
        more: changed results beyond the rows.
    """

    judged: int
    changed: int
    passes: int
    fails: int
    rows: tuple[Row, ...]
    more: int


def candidates(
    page: QuizPage, found: list[Differing], *, chosen: Collection[str], lost: Collection[str], language: str
) -> list[Candidate]:
    """Return the questions that differ, in the words of the page's language or, failing that, the source's."""
    words = payloads(live_pages(page.translation_key))[1]
    wording = wording_from(words.get(page.locale.language_code) or words[settings.LANGUAGE_CODE])
    shown = []
    for number, item in enumerate(found, start=1):
        obstacle = as_obstacle(item, lost)
        own = wording.question(item.now.id)
        shown.append(
            Candidate(
                id=item.now.id,
                name=item.now.name,
                obstacle=str(OBSTACLES[obstacle]) if obstacle else "",
                chosen=item.now.id in chosen,
                sat=None if item.obstacle else previewed(number, item.sat, own, language),
                now=previewed(number, item.now, own, language),
            )
        )
    return shown


def effect(found: Preview) -> Effect:
    """Return what a correction would do."""
    changed = found.changed
    return Effect(
        judged=len(found.lines),
        changed=len(changed),
        passes=sum(line.after.passed and not line.before.passed for line in changed),
        fails=sum(line.before.passed and not line.after.passed for line in changed),
        rows=tuple(_row(place, line) for place, line in enumerate(changed[:MOST_LINES], start=1)),
        more=max(len(changed) - MOST_LINES, 0),
    )


def _row(place: int, line: Line) -> Row:
    return Row(place, line.number, line.at, _result(line.before), _result(line.after))


def _result(outcome: Outcome) -> Result:
    return Result(
        percent=whole_percent(outcome.points, outcome.maximum),
        points=points_text(outcome.points, outcome.scale),
        maximum=points_text(outcome.maximum, outcome.scale),
        passed=outcome.passed,
    )
