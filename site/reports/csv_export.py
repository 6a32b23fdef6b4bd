"""The grid of a whole cohort as CSV, written row by row while the database is read."""

import csv
from collections.abc import Iterator
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from cohorts.models import Cohort
from courses.models import Course

from .domain.cells import harmless
from .domain.grid import Cell, CellState, columns_of
from .members import FIELDS, RowReader, members_of, sorted_by
from .selectors import outline_of
from .words import CELL_WORDS, STANDING_WORDS

#: Excel takes a file without this mark for an old code page.
BYTE_ORDER_MARK = "\ufeff"
ROWS_AT_ONCE = 500
SEPARATORS = {"comma": ",", "semicolon": ";"}


class _Line:
    """A file of one line: what the csv writer writes is handed on at once."""

    def write(self, text: str) -> str:
        return text


def grid_csv(*, cohort: Cohort, course: Course, language: str, now: datetime, separator: str = ",") -> Iterator[str]:
    """Return the file in pieces of many lines, headings first. Queries are constant, memory does not grow.

    Headings and words are in the active language; they are looked up before the first line is read.
    """
    columns = columns_of(outline_of(course, language))
    headings = [_("Name"), _("Workplace"), _("State"), _("Steps done"), _("Steps")]
    headings += [f"{column.label} {column.title}" for column in columns] + [_("Last seen"), _("Next step")]
    cells = {state: str(word) for state, word in CELL_WORDS.items()}
    standings = {standing: str(word) for standing, word in STANDING_WORDS.items()}
    members = sorted_by(members_of(cohort, course), "name").values(*FIELDS)
    reader = RowReader(cohort, columns, now)
    writer = csv.writer(_Line(), delimiter=separator)

    def pieces() -> Iterator[str]:
        piece = [BYTE_ORDER_MARK, writer.writerow([harmless(cell) for cell in headings])]
        for values in members.iterator(chunk_size=ROWS_AT_ONCE):
            row = reader.row(values)
            facts = [row.name, row.workplace, standings[row.standing], row.done, row.total]
            steps = [_cell_text(cell, cells) for cell in row.cells]
            seen = timezone.localtime(row.last_at).date().isoformat() if row.last_at else ""
            piece.append(writer.writerow([harmless(cell) for cell in (*facts, *steps, seen, row.next_step)]))
            if len(piece) >= ROWS_AT_ONCE:
                yield "".join(piece)
                piece.clear()
        yield "".join(piece)

    return pieces()


def _cell_text(cell: Cell, words: dict[CellState, str]) -> str:
    return words[cell.state] if cell.percent is None else f"{words[cell.state]} ({cell.percent} %)"
