"""Statistics of quizzes as pages and files show them: every value is text, every picture has its places."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils.html import strip_tags
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from quizzes.domain.kinds import FALSE, TRUE, Scenario
from quizzes.domain.wording import QuestionWording
from quizzes.showing.words import words
from reports.domain.charts import Chart, lying, spans, upright
from reports.domain.item_analysis import ChosenOption
from reports.domain.quiz_analysis import QuizFigures
from reports.domain.statistics_of import InLanguage, Item
from reports.quiz_papers import Frozen

from .statistics_words import (
    SURE,
    TYPES,
    chance,
    decimal,
    fault_explained,
    flags_of,
    language_name,
    percent,
    points,
    seconds,
    within,
)

#: Options of fewer papers would show what single people chose.
FEWEST_FOR_CHOICES = 5
STEM_LETTERS = 110


@dataclass(frozen=True)
class QuestionLine:
    """A question in the table: `stem` is plain text in `language`, `since` tells two wordings of a question apart."""

    key: str
    name: str
    stem: str
    language: str
    since: datetime | None
    type: str
    n: int
    facility: str
    discrimination: str
    weight: str
    intended: str
    time: str
    flags: list[tuple[str, str]]
    fault: str


@dataclass(frozen=True)
class OptionLine:
    """An option with the letter that the picture calls it by."""

    letter: str
    text: str
    language: str
    right: bool
    share: str
    strong: str
    weak: str


def question_line(
    item: Item, frozen: Frozen, wording: QuestionWording | None, since: Mapping[str, datetime], twice: bool
) -> QuestionLine:
    """Return a question as the table shows it. `twice`: it stood in the quiz in several wordings."""
    figures = item.figures
    stem = Truncator(" ".join(strip_tags(wording.stem.text).split())).chars(STEM_LETTERS) if wording else ""
    return QuestionLine(
        key=figures.question,
        name=frozen.question.name or stem,
        stem=stem,
        language=wording.stem.language if wording else "",
        since=since.get(figures.question) if twice else None,
        type=str(TYPES.get(frozen.question.type, frozen.question.type)),
        n=figures.n,
        facility=within(percent(figures.facility), percent(figures.facility_error)),
        discrimination=within(decimal(figures.discrimination), decimal(figures.discrimination_error)),
        weight=percent(figures.weight),
        intended=percent(figures.intended_weight),
        time=seconds(figures.seconds),
        flags=flags_of(item),
        fault=fault_explained(item.suspect) if item.suspect else "",
    )


def distribution(figures: QuizFigures) -> tuple[Chart, list[tuple[str, int]]]:
    """Return the picture of the distribution, and its table: (range of results, papers)."""
    count = len(figures.distribution)
    ranges = [f"{at * 100 // count}–{(at + 1) * 100 // count} %" for at in range(count)]
    edges = [str(at * 100 // count) for at in range(count)] + ["100"]
    return upright(figures.distribution, ranges, edges), list(zip(ranges, figures.distribution, strict=True))


def option_lines(item: Item, frozen: Frozen, wording: QuestionWording | None) -> list[OptionLine]:
    """Return the options of a question, in the editor's order; () of a question without, or met by fewer than five."""
    if item.figures.n < FEWEST_FOR_CHOICES:
        return []
    solution = frozenset(frozen.question.kind.solution()) if item.figures.options else frozenset()
    return [
        OptionLine(
            letter=chr(ord("A") + place) if place < 26 else str(place + 1),
            text=_text_of(option, wording),
            language=wording.stem.language if wording else "",
            right=option.option in solution,
            share=percent(option.share),
            strong=percent(option.strong),
            weak=percent(option.weak),
        )
        for place, option in enumerate(item.figures.options)
    ]


def _text_of(option: ChosenOption, wording: QuestionWording | None) -> str:
    if option.option in (TRUE, FALSE):
        return _("True") if option.option == TRUE else _("False")
    try:
        return strip_tags(wording.part(option.option).text.text) if wording else option.option
    except KeyError:
        return option.option


def options_chart(item: Item, lines: Sequence[OptionLine]) -> Chart | None:
    """Return the picture of what strong and weak learners chose."""
    if not lines:
        return None
    rows = [
        (line.letter, (("strong", option.strong), ("weak", option.weak)))
        for line, option in zip(lines, item.figures.options, strict=True)
    ]
    return lying(rows, values=[(line.strong, line.weak) for line in lines])


def language_rows(item: Item) -> list[dict[str, Any]]:
    """Return a question's figures by language, each with its comparison with the others in words."""
    return [
        {
            "language": line.language,
            "name": language_name(line.language),
            "n": line.n,
            "few": line.few,
            "facility": within(percent(line.facility), percent(line.facility_error)),
            "interval": _interval(line),
            "discrimination": within(decimal(line.discrimination), decimal(line.discrimination_error)),
            "difference": points(line.compared.difference if line.compared else None),
            "chance": chance(line.compared.probability) if line.compared else "—",
            "apart": item.suspect is not None and item.suspect.language == line.language,
        }
        for line in item.languages
    ]


def readings(item: Item, by_language: Mapping[str, QuestionWording]) -> list[dict[str, Any]]:
    """Return how the question reads in each language, to be read side by side; nothing where there is one only."""
    if len(by_language) < 2:
        return []
    suspect = item.suspect.language if item.suspect else ""
    return [
        {
            "language": language,
            "name": language_name(language),
            "stem": words(by_language[language].stem, "", html=True),
            "apart": language == suspect,
        }
        for language, _name in settings.LANGUAGES
        if language in by_language
    ]


def languages_chart(item: Item) -> Chart | None:
    """Return the picture of facilities by language with intervals that hold the true value 95 times in 100."""
    rows = [(line.language, line.facility, SURE * (line.facility_error or 0.0)) for line in item.languages]
    values = [percent(line.facility) for line in item.languages]
    return spans(rows, values=values, ticks=("0", "25", "50", "75", "100 %")) if len(rows) > 1 else None


def _interval(line: InLanguage) -> str:
    if line.facility_error is None:
        return "—"
    low, high = (min(max(line.facility + sign * SURE * line.facility_error, 0.0), 1.0) for sign in (-1, 1))
    return f"{round(low * 100)}–{percent(high)}"


def is_case(frozen: Frozen) -> bool:
    """Tell whether what was chosen are decisions of a case, which not everybody comes to."""
    return isinstance(frozen.question.kind, Scenario)
