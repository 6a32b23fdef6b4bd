"""What certificates do when lower apps tell them something. Runs inside the transaction of the act."""

import logging
from datetime import datetime
from typing import Any

from django.dispatch import receiver

from accounts.models import User
from accounts.signals import printed_name_confirmed
from learning.models import CourseCompletion
from learning.signals import course_completed

from .refusals import CertificateRefused
from .services import issue_for_completion, issue_waiting

logger = logging.getLogger("saboq.certificates")


@receiver(course_completed, dispatch_uid="certificates.course_completed")
def issue(sender: Any, completion: CourseCompletion, now: datetime, **kwargs: Any) -> None:
    """Issue the certificate, or let it wait for the name; a completion never fails for its paper."""
    try:
        issue_for_completion(completion=completion, now=now)
    except CertificateRefused as refusal:
        logger.info("completion %s waits: %s %s", completion.pk, type(refusal).__name__, refusal)


@receiver(printed_name_confirmed, dispatch_uid="certificates.printed_name_confirmed")
def issue_what_waited(sender: Any, person: User, now: datetime, **kwargs: Any) -> None:
    """Issue all certificates that waited for this name."""
    issue_waiting(person=person, now=now)
