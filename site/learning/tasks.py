"""Work for the background worker. Tasks carry keys of courses, never names."""

from uuid import UUID

from django.utils import timezone
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from learning.models import Enrolment
from learning.services.progress import refresh_summary


@task()
def refresh_course(course_key: str) -> int:
    """Make the summaries of everybody who is taking a course anew; returns how many. Doing it twice changes nothing.

    Lists and grids read summaries; what judges a learner reads the course itself and never waits for this.
    """
    open_ones = Enrolment.objects.filter(course__translation_key=course_key).exclude(state=Enrolment.State.COMPLETED)
    keys = list(open_ones.order_by("pk").values_list("pk", flat=True))
    for key in keys:
        refresh_summary(enrolment=Enrolment(pk=key), now=timezone.now())
    return len(keys)


def order_refresh(course_key: UUID) -> None:
    """Order `refresh_course`, once for a row of changes, and only where somebody is taking the course."""
    taken = Enrolment.objects.filter(course__translation_key=course_key).exclude(state=Enrolment.State.COMPLETED)
    arguments = {"args": [str(course_key)], "kwargs": {}}
    waiting = DBTaskResult.objects.ready().filter(task_path=refresh_course.module_path, args_kwargs=arguments)
    if taken.exists() and not waiting.exists():
        refresh_course.enqueue(str(course_key))


@task()
def follow_allowance(allowance_id: int) -> int:
    """Tell the members of a group what it was given, or that it was taken back; returns how many. Twice tells once."""
    from cohorts.models import Membership
    from learning.messages import tell_allowance
    from learning.models import QuizAllowance
    from learning.services.allowances import refresh_after

    allowance = QuizAllowance.objects.get(pk=allowance_id)
    members = Membership.objects.filter(cohort=allowance.cohort_id, left_at__isnull=True).select_related("person")
    found = list(members.order_by("pk"))
    for member in found:
        refresh_after(person=member.person_id, quiz_key=allowance.quiz_key, now=timezone.now())
        tell_allowance(allowance, member.person, now=timezone.now())
    return len(found)


@task()
def judge_anew(submissions: list[int], versions: dict[str, int], author_id: int, reason: str) -> int:
    """Judge sittings by a corrected key, as `services.rekeying` found them; returns how many. Twice judges once."""
    from accounts.models import User
    from learning.services import rekeying

    return rekeying.judge_anew(
        submissions=submissions,
        versions={int(old): new for old, new in versions.items()},
        author=User.objects.get(pk=author_id),
        reason=reason,
        now=timezone.now(),
    )
