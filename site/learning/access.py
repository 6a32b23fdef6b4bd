"""Who may read what of a course, and who may mark whose answers."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from accounts.models import User
from cohorts.access import led_by
from cohorts.models import Cohort, Membership
from cohorts.subjects import courses_of_programme
from courses.models import Programme
from learning.models import Enrolment, Submission


def may_learn(enrolment: Enrolment | None) -> bool:
    """Tell whether somebody with this enrolment may open steps: enrolled, and the course not left."""
    return enrolment is not None and enrolment.state != Enrolment.State.LEFT


def markable_by(person: User, cohort: Cohort | None = None) -> QuerySet[Submission]:
    """Return the submissions that a person may mark: by present members of the groups they lead, never their own.

    Only what belongs to a course of the group. Administrators are not among those who mark: they read no answers.
    One query for the programmes of the groups and at most four for each of them, besides the queryset's own.

    Args:
        cohort: of this group only.
    """
    groups = led_by(person)
    if cohort is not None:
        groups = groups.filter(pk=cohort.pk)
    present = Membership.objects.filter(cohort__in=groups, left_at__isnull=True)
    beside = present.filter(person=OuterRef("person"))
    mine: Q | Exists = Exists(beside.filter(cohort__course=OuterRef("attempt__enrolment__course")))
    for programme in Programme.objects.filter(pk__in=groups.exclude(programme=None).values("programme")):
        courses = courses_of_programme(programme)
        mine |= Q(Exists(beside.filter(cohort__programme=programme)), attempt__enrolment__course__in=courses)
    # Those people first: a trainer has some dozens of learners, the table has everybody's submissions.
    people = Submission.objects.filter(person__in=present.order_by().values("person")).exclude(person=person)
    return people.filter(mine)
