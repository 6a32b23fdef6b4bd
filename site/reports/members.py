"""Members of a cohort with their progress in one course: one queryset behind the grid, its counts, its export."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from django.db.models import Count, Exists, F, FilteredRelation, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from cohorts.models import Cohort, Membership
from courses.models import Course
from learning.models import ActivityCompletion, Enrolment

from .domain.attention import STUCK_AFTER
from .domain.grid import Column, Progress, Row, cells_of, standing_of

#: What a row of the grid is made of; read without making model instances.
FIELDS = (
    "person__public_id",
    "person__last_name",
    "person__first_name",
    "person__patronymic",
    "person__workplace",
    "joined_at",
    "enrolment__pk",
    "enrolment__state",
    "enrolment__last_seen_at",
    "enrolment__summary__done",
    "enrolment__summary__total",
    "enrolment__summary__next_activity_key",
    "enrolment__summary__states",
    "enrolment__summary__best",
    "last_done_at",
)


def members_of(cohort: Cohort, course: Course) -> QuerySet[Membership]:
    """Return the present members, each with the newest enrolment in the course (joined as `enrolment`) if any."""
    mine = Q(person__enrolments__course=course)
    newer = Enrolment.objects.filter(person=OuterRef("person"), course=course, pk__gt=OuterRef("enrolment__pk"))
    last_done = ActivityCompletion.objects.filter(enrolment=OuterRef("enrolment__pk")).order_by("-at")
    return (
        Membership.objects.filter(cohort=cohort, left_at__isnull=True)
        .annotate(enrolment=FilteredRelation("person__enrolments", condition=mine))
        .filter(~Exists(newer))
        .annotate(last_done_at=Subquery(last_done.values("at")[:1]))
    )


def stuck_limit(cohort: Cohort, now: datetime) -> datetime | None:
    """Return the moment before which nothing done means stuck; None while the cohort is younger than that."""
    limit = now - STUCK_AFTER
    return limit if timezone.make_aware(datetime.combine(cohort.starts_on, time())) <= limit else None


def stuck(cohort: Cohort, now: datetime) -> Q:
    """Return the condition for being stuck: neither finished nor gone, and no step done for seven days.

    The days count from the last step done, from joining and from the cohort's first day, whichever is latest.
    """
    limit = stuck_limit(cohort, now)
    if limit is None:
        return Q(pk__isnull=True)
    idle = Q(last_done_at__isnull=True) | Q(last_done_at__lt=limit)
    under_way = Q(enrolment__pk__isnull=True) | Q(enrolment__state=Enrolment.State.ACTIVE)
    return idle & under_way & Q(joined_at__lt=limit)


@dataclass(frozen=True)
class Counts:
    """How a cohort stands with a course; `members` is the sum of all but `stuck`."""

    members: int
    completed: int
    active: int
    not_started: int
    left: int
    not_enrolled: int
    stuck: int


def counts_of(cohort: Cohort, course: Course, now: datetime) -> Counts:
    """Return the counts of a whole cohort in one query."""
    state = Enrolment.State
    begun = Q(enrolment__summary__done__gt=0)
    running = Q(enrolment__state=state.ACTIVE)
    return Counts(
        **members_of(cohort, course).aggregate(
            members=Count("pk"),
            completed=Count("pk", filter=Q(enrolment__state=state.COMPLETED)),
            active=Count("pk", filter=running & begun),
            not_started=Count("pk", filter=running & (Q(enrolment__summary__done=0) | Q(enrolment__summary=None))),
            left=Count("pk", filter=Q(enrolment__state=state.LEFT)),
            not_enrolled=Count("pk", filter=Q(enrolment__pk__isnull=True)),
            stuck=Count("pk", filter=stuck(cohort, now)),
        )
    )


def sorted_by(members: QuerySet[Membership], sort: str) -> QuerySet[Membership]:
    """Return members by name, or by steps done (fewest first, so that who needs help stands on top)."""
    by_name = ("person__search_key", "person__last_name", "pk")
    if sort == "progress":
        return members.order_by(F("enrolment__summary__done").asc(nulls_first=True), *by_name)
    return members.order_by(*by_name)


class RowReader:
    """Makes rows of the grid from the values of `FIELDS`; what all rows share is worked out once."""

    def __init__(self, cohort: Cohort, columns: tuple[Column, ...], now: datetime) -> None:
        self._columns = columns
        self._titles = {column.key: column.title for column in columns}
        self._limit = stuck_limit(cohort, now)

    def row(self, values: Mapping[str, Any]) -> Row:
        """Return one learner."""
        progress = Progress(
            enrolled=values["enrolment__pk"] is not None,
            enrolment_state=values["enrolment__state"] or "",
            done=values["enrolment__summary__done"] or 0,
            total=values["enrolment__summary__total"] or len(self._columns),
            states=values["enrolment__summary__states"] or {},
            best=values["enrolment__summary__best"] or {},
        )
        names = (values["person__last_name"], values["person__first_name"], values["person__patronymic"])
        moments = [moment for moment in (values["enrolment__last_seen_at"], values["last_done_at"]) if moment]
        next_key = values["enrolment__summary__next_activity_key"]
        return Row(
            public_id=str(values["person__public_id"]),
            name=" ".join(name for name in names if name),
            workplace=values["person__workplace"],
            standing=standing_of(progress),
            done=progress.done,
            total=progress.total,
            cells=cells_of(self._columns, progress),
            last_at=max(moments, default=None),
            next_step=self._titles.get(str(next_key), "") if next_key else "",
            stuck=self._is_stuck(values, progress),
        )

    def _is_stuck(self, values: Mapping[str, Any], progress: Progress) -> bool:
        """Tell in Python what `stuck` tells in SQL."""
        if self._limit is None or progress.enrolment_state in (Enrolment.State.COMPLETED, Enrolment.State.LEFT):
            return False
        return max(values["joined_at"], values["last_done_at"] or values["joined_at"]) < self._limit
