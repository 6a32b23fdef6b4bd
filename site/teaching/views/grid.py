"""The grid of a group, on the page and as a file."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from cohorts.models import Cohort
from cohorts.subjects import courses_of, named
from courses.models import Course
from reports.csv_export import SEPARATORS, grid_csv
from reports.selectors import SORTS, View, cohort_grid

from ..badges import cell_badges, standing_badges
from ..gates import cohort_for, desk


@require_safe
@desk
def grid(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Show learners × steps: a table, or a card for each learner on a phone."""
    cohort = cohort_for(request, uuid)
    courses = courses_of(cohort)
    sort = request.GET.get("sort", "")
    view = View(
        sort=sort if sort in SORTS else "name",
        only_stuck=request.GET.get("only") == "stuck",
        words=request.GET.get("q", "").strip(),
        page=request.GET.get("page", "1"),
    )
    course = _chosen(request, cohort, courses)
    language = get_language()
    found = cohort_grid(cohort=cohort, language=language, now=timezone.now(), course=course, view=view)
    rows = [("course", one.translation_key, one.key) for one in courses]
    context = {
        "cohort": cohort,
        "grid": found,
        "view": view,
        "sorts": SORTS,
        "courses": named(rows, language) if cohort.programme_id else [],
        "badges": cell_badges(),
        "standings": standing_badges(),
        "page_obj": found.page if found else None,
    }
    return render(request, "teaching/grid.html", context)


@require_safe
@desk
def grid_file(request: HttpRequest, uuid: UUID) -> StreamingHttpResponse:
    """Send the whole grid as CSV, row by row; `?separator=semicolon` for spreadsheets that want it so."""
    cohort = cohort_for(request, uuid)
    course = _chosen(request, cohort, courses_of(cohort))
    if course is None:
        raise Http404
    now = timezone.now()
    lines = grid_csv(
        cohort=cohort,
        course=course,
        language=get_language(),
        now=now,
        separator=SEPARATORS.get(request.GET.get("separator", ""), ","),
    )
    name = f"{course.key}-{cohort.uuid.hex[:8]}-{timezone.localdate(now):%Y-%m-%d}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8", headers=headers)


def _chosen(request: HttpRequest, cohort: Cohort, courses: list[Course]) -> Course | None:
    """Return the course that is asked for by slug, the first when none is; None when the programme has none yet.

    Raises:
        Http404: for a course that is not the cohort's.
    """
    slug = request.GET.get("course")
    if not slug:
        return next(iter(courses), None)
    for course in courses:
        if course.key == slug:
            return course
    raise Http404
