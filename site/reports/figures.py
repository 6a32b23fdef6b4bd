"""Figures of many cohorts at once: for the desk of a trainer and for territories."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import Aggregate, Count, F, OuterRef, Q, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce, NullIf
from django.utils import timezone

from cohorts.models import Cohort, Invitation, Membership
from cohorts.subjects import courses_of_programme
from courses.models import Programme
from learning.models import ActivityCompletion, Enrolment, ProgressSummary

from .domain.attention import STUCK_AFTER, GroupFigures


def figures_of(cohorts: Iterable[Cohort], *, now: datetime) -> dict[int, GroupFigures]:
    """Return the figures of cohorts by primary key.

    Two queries for all cohorts on courses, and four for each programme among them, however many people learn.
    """
    cohorts = list(cohorts)
    members: dict[int, dict[str, Any]] = {}
    on_courses = [cohort.pk for cohort in cohorts if cohort.course_id]
    if on_courses:
        members |= _by_cohort(on_courses, {"course": OuterRef("cohort__course")}, 1, now)
    for programme_id in {cohort.programme_id for cohort in cohorts if cohort.programme_id}:
        courses = courses_of_programme(Programme.objects.get(pk=programme_id))
        keys = [cohort.pk for cohort in cohorts if cohort.programme_id == programme_id]
        members |= _by_cohort(keys, {"course__in": [course.pk for course in courses]}, len(courses), now)
    waiting = _waiting(cohorts)
    return {
        cohort.pk: GroupFigures(**members.get(cohort.pk, {}), waiting=waiting.get(cohort.pk, 0)) for cohort in cohorts
    }


def _by_cohort(keys: list[int], on: dict[str, Any], courses: int, now: datetime) -> dict[int, dict[str, int]]:
    """Return counts of present members by cohort; `on` says which enrolments count, `courses` how many are asked."""
    limit = now - STUCK_AFTER
    mine = Enrolment.objects.filter(person=OuterRef("person"), **on)
    below = {"enrolment__person": OuterRef("person"), **{f"enrolment__{name}": value for name, value in on.items()}}
    summaries = ProgressSummary.objects.filter(**below)
    members = Membership.objects.filter(cohort__in=keys, left_at__isnull=True).annotate(
        completed=_total(mine.filter(state=Enrolment.State.COMPLETED), "person", Count("course", distinct=True)),
        gone=_total(mine.filter(state=Enrolment.State.LEFT), "person", Count("pk")),
        done=_total(summaries, "enrolment__person", Sum("done")),
        steps=_total(summaries, "enrolment__person", Sum("total")),
        last_at=Subquery(ActivityCompletion.objects.filter(**below).order_by("-at").values("at")[:1]),
    )
    finished = Q(completed__gte=courses) if courses else Q(pk__isnull=True)
    idle = Q(last_at__isnull=True) | Q(last_at__lt=limit)
    begun = Q(joined_at__lt=limit, cohort__starts_on__lte=timezone.localdate(limit))
    rows = (
        members.values("cohort_id")
        .annotate(
            members=Count("pk"),
            finished=Count("pk", filter=finished),
            not_started=Count("pk", filter=Q(done=0) & ~finished),
            stuck=Count("pk", filter=idle & begun & Q(gone=0) & ~finished),
            shares=Sum(F("done") * 100 / NullIf(F("steps"), Value(0))),
        )
        .order_by()
    )
    found = {}
    for row in rows:
        counts = {name: row[name] for name in ("members", "finished", "not_started", "stuck")}
        found[row["cohort_id"]] = {**counts, "percent": (row["shares"] or 0) // row["members"]}
    return found


def _total(rows: QuerySet, person: str, total: Aggregate) -> Coalesce:
    """Return one number over the rows of a person as a subquery, 0 where there are none."""
    return Coalesce(Subquery(rows.order_by().values(person).annotate(total=total).values("total")), 0)


def _waiting(cohorts: list[Cohort]) -> dict[int, int]:
    rows = Invitation.objects.filter(cohort__in=cohorts, accepted_at__isnull=True).values("cohort_id")
    return dict(rows.annotate(waiting=Count("pk")).values_list("cohort_id", "waiting"))
