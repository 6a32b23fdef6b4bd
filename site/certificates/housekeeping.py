"""What the tick looks after: certificates and papers that a stopped machine left undone, papers of the erased."""

from datetime import datetime, timedelta

from django.db.models import Q
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from accounts.models import User
from core import ticking
from learning.models import CourseCompletion

from . import papers_store
from .models import Certificate, CertificateFile
from .rendering.paper import LANGUAGES
from .services import issue_waiting
from .tasks import render_paper

#: The worker has this long before a paper counts as missed.
PATIENCE = timedelta(minutes=5)
_AT_ONCE = 200


def issue_missed(*, now: datetime) -> int:
    """Issue certificates of people who have confirmed their name and still wait. Returns how many."""
    waiting = CourseCompletion.objects.filter(
        certificates__isnull=True,
        facts__gives_certificate=True,
        person__certificate_name_confirmed_at__isnull=False,
    )
    people = waiting.values_list("person", flat=True).distinct()[:_AT_ONCE]
    return sum(len(issue_waiting(person=person, now=now)) for person in User.objects.filter(pk__in=list(people)))


def render_missed(*, now: datetime) -> int:
    """Order papers that were never made or whose bytes are lost, unless they are ordered already. Returns how many."""
    made = {
        (certificate, language): path
        for certificate, language, path in CertificateFile.objects.values_list("certificate", "language", "path")
    }
    there = papers_store.stored_paths()
    ordered = _ordered(now)
    handled = 0
    old_enough = Certificate.objects.filter(holder__isnull=False, issued_at__lt=now - PATIENCE)
    for certificate in old_enough.values_list("pk", flat=True).iterator():
        for language in LANGUAGES:
            wanted = (certificate, language)
            if made.get(wanted) not in there and wanted not in ordered and handled < _AT_ONCE:
                render_paper.enqueue(certificate, language)
                handled += 1
    return handled


def remove_erased(*, now: datetime) -> int:
    """Remove bytes that outlived their holder's erasure (the machine stopped in between). Returns how many."""
    gone = CertificateFile.objects.filter(certificate__holder__isnull=True).values_list("path", flat=True)
    left = set(gone) & papers_store.stored_paths()
    for path in left:
        papers_store.remove(path)
    return len(left)


def _ordered(now: datetime) -> set[tuple[int, str]]:
    """Return (certificate, language) of papers that wait for a worker, are in one's hands, or failed within a day."""
    current = Q(status__in=[TaskResultStatus.READY, TaskResultStatus.RUNNING])
    failed = Q(status=TaskResultStatus.FAILED, finished_at__gt=now - timedelta(days=1))
    tasks = DBTaskResult.objects.filter(current | failed, task_path=render_paper.module_path)
    return {tuple(arguments["args"]) for arguments in tasks.values_list("args_kwargs", flat=True)}


ticking.register("certificates.issue_missed", issue_missed)
ticking.register("certificates.render_missed", render_missed)
ticking.register("certificates.remove_erased", remove_erased)
