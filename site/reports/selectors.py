"""Questions that reach across a cohort and what its learners did. Query counts do not grow with learners or steps."""

from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext_lazy as _

from cohorts.models import Cohort
from cohorts.subjects import courses_of
from core.folding import fold
from courses.domain.outline import Outline
from courses.models import Course
from courses.selectors import frozen_outline, outline

from .domain.grid import Column, Row, columns_of
from .members import FIELDS, Counts, RowReader, counts_of, members_of, sorted_by, stuck

ROWS_PER_PAGE = 100
LONGEST_QUERY = 80
SORTS = {"name": _("by name"), "progress": _("by progress, fewest steps first")}


@dataclass(frozen=True)
class View:
    """What a reader of a grid asks for.

    Attributes:
        sort: "name" or "progress".
        only_stuck: leave out whoever is not stuck.
        words: part of a name in any spelling; "" = everybody.
        page: from 1; a page that does not exist gives the nearest.
    """

    sort: str = "name"
    only_stuck: bool = False
    words: str = ""
    page: int | str = 1


@dataclass(frozen=True)
class Grid:
    """One page of a cohort's learners × the steps of one course.

    Attributes:
        outline: the course; read from its last frozen version when its page is gone; None when there is neither.
        counts: of the whole cohort, whatever the page shows.
        page: Django's page of the rows, for the pagination.
    """

    course: Course
    outline: Outline | None
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    counts: Counts
    page: Page


def cohort_grid(
    *, cohort: Cohort, language: str, now: datetime, course: Course | None = None, view: View | None = None
) -> Grid | None:
    """Return a page of a cohort's grid, or None when its programme names no course yet.

    Args:
        language: of titles.
        course: one of the cohort's courses; the first when left out.
        view: order, filter and page.
    """
    course = course or next(iter(courses_of(cohort)), None)
    if course is None:
        return None
    view = view or View()
    shown = outline_of(course, language)
    columns = columns_of(shown)
    members = members_of(cohort, course)
    if view.only_stuck:
        members = members.filter(stuck(cohort, now))
    if folded := fold(view.words[:LONGEST_QUERY]):
        members = members.filter(person__search_key__contains=folded)
    page = Paginator(sorted_by(members, view.sort).values(*FIELDS), ROWS_PER_PAGE).get_page(view.page)
    reader = RowReader(cohort, columns, now)
    return Grid(
        course=course,
        outline=shown,
        columns=columns,
        rows=tuple(reader.row(values) for values in page.object_list),
        counts=counts_of(cohort, course, now),
        page=page,
    )


def outline_of(course: Course, language: str) -> Outline | None:
    """Return a course as its pages stand, else as its last version reads; None when it was never kept."""
    found = outline(course_key=course.translation_key, language=language)
    if found is not None:
        return found
    version = course.versions.order_by("-pk").first()
    return frozen_outline(version=version, language=language) if version else None
