"""What a manager sees of the territories they are assigned: figures of groups, never people."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.utils import timezone

from accounts.models import TerritoryAssignment, User
from accounts.selectors import territories_on
from cohorts.models import Cohort
from cohorts.subjects import Subject, subjects_of

from .domain.small_numbers import PublicFigures, public_figures
from .figures import figures_of


@dataclass(frozen=True)
class CohortLine:
    """A group in a territory, with figures that are safe to show."""

    cohort: Cohort
    subject: Subject
    figures: PublicFigures


@dataclass(frozen=True)
class Territory:
    """An assignment of today and the groups in it, the newest first."""

    assignment: TerritoryAssignment
    lines: tuple[CohortLine, ...]


def territories_of(*, person: User, language: str, now: datetime) -> list[Territory]:
    """Return the territories that a person is assigned on the day of `now`, with their groups' figures.

    Queries grow with the programmes that groups are on, not with groups, people or territories.
    """
    assigned = territories_on(person=person, day=timezone.localdate(now)).select_related("region", "district")
    assignments = list(assigned.order_by("region__position", "district__position", "pk"))
    if not assignments:
        return []
    inside = Q()
    for row in assignments:
        inside |= Q(district=row.district_id) if row.district_id else Q(region=row.region_id)
    cohorts = list(Cohort.objects.filter(inside).select_related("course", "programme", "region", "district"))
    figures, subjects = figures_of(cohorts, now=now), subjects_of(cohorts, language)
    lines = []
    for cohort in cohorts:
        own = figures[cohort.pk]
        shown = public_figures(members=own.members, finished=own.finished, percent=own.percent)
        lines.append(CohortLine(cohort, subjects[cohort.pk], shown))
    return [Territory(row, tuple(line for line in lines if _is_in(line.cohort, row))) for row in assignments]


def _is_in(cohort: Cohort, row: TerritoryAssignment) -> bool:
    return cohort.district_id == row.district_id if row.district_id else cohort.region_id == row.region_id
