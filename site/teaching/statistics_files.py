"""Statistics as files for spreadsheets: the same tables as on the pages, numbers unrounded."""

import csv
import re
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import Any

from django.utils.translation import gettext as _

from reports.csv_export import BYTE_ORDER_MARK
from reports.domain.cells import harmless
from reports.quiz_statistics import QuizStatistics

from .statistics_shown import OptionLine, QuestionLine
from .statistics_words import language_name

_NUMBER = re.compile(r"[+\-−]?\d+(\.\d+)?")


def quiz_csv(found: QuizStatistics, lines: Sequence[QuestionLine], separator: str) -> str:
    """Return the table of questions; shares from 0 to 1, times in seconds, empty where nothing can be told."""
    headings = [
        _("Question"), _("Words"), _("Version since"), _("Type"), _("Met by"), _("Facility"), _("Standard error"),
        _("Discrimination"), _("Standard error of discrimination"), _("Effective weight"), _("Intended weight"),
        _("Mean time (seconds)"), _("Remarks"), _("Language that stands apart"),
    ]  # fmt: skip
    rows = []
    for item, line in zip(found.figures.items, lines, strict=True):
        figures = item.figures
        numbers = [
            figures.facility, figures.facility_error, figures.discrimination, figures.discrimination_error,
            figures.weight, figures.intended_weight, figures.seconds,
        ]  # fmt: skip
        rows.append(
            [
                line.name,
                line.stem,
                line.since.date().isoformat() if line.since else "",
                line.type,
                str(figures.n),
                *(_number(number) for number in numbers),
                "; ".join(words for _badge, words in line.flags),
                language_name(item.suspect.language) if item.suspect else "",
            ]
        )
    return _written([headings, *rows], separator)


def question_csv(options: Iterable[OptionLine], languages: Iterable[dict[str, Any]], separator: str) -> str:
    """Return two tables below each other: what was chosen, and the languages."""
    chosen = [[_("Option"), _("Words"), _("Right"), _("All"), _("Strong learners"), _("Weak learners")]]
    for line in options:
        right = _("yes") if line.right else _("no")
        chosen.append([line.letter, line.text, right, line.share, line.strong, line.weak])
    spoken = [
        [
            _("Language"), _("Met by"), _("Facility"), _("Interval"), _("Discrimination"),
            _("Difference at equal ability"), _("Probability by chance"),
        ]
    ]  # fmt: skip
    for row in languages:
        names = ("name", "n", "facility", "interval", "discrimination", "difference", "chance")
        spoken.append([str(row[name]) for name in names])
    return _written([*(chosen if len(chosen) > 1 else []), *([[]] if len(chosen) > 1 else []), *spoken], separator)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.4f}"


def _cell(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula; a number below 0 is none."""
    return cell if _NUMBER.fullmatch(cell) else harmless(cell)


def _written(rows: Iterable[Sequence[str]], separator: str) -> str:
    out = StringIO()
    csv.writer(out, delimiter=separator).writerows([_cell(cell) for cell in row] for row in rows)
    return BYTE_ORDER_MARK + out.getvalue()
