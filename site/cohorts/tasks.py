"""Mail to addresses that have no account (people with one are written to by `notices`); welcoming long lists."""

from django.db.models import F
from django.utils import timezone
from django_tasks import task

from accounts.mail import compose

from .messages import invitation_mail
from .models import Invitation, Membership

#: After so many failed tries an address is left alone.
MOST_TRIES = 5


@task()
def mail_invitation(invitation_id: int) -> None:
    """Send the mail of an invitation once. Withdrawn, accepted and already mailed ones are left alone.

    The try is counted before sending, outside any transaction: no lock is held while the mail server thinks, and a
    second worker with the same task finds the count changed and stops.
    """
    invitation = (
        Invitation.objects.select_related("cohort__course", "cohort__programme")
        .filter(pk=invitation_id, mailed_at__isnull=True, accepted_at__isnull=True, mail_tries__lt=MOST_TRIES)
        .first()
    )
    if invitation is None:
        return
    mine = Invitation.objects.filter(pk=invitation_id, mail_tries=invitation.mail_tries, mailed_at__isnull=True)
    if not mine.update(mail_tries=F("mail_tries") + 1):
        return
    subject, text = invitation_mail(invitation)
    compose(subject=subject, text=text, to=invitation.email, language=invitation.language).send()
    Invitation.objects.filter(pk=invitation_id).update(mailed_at=timezone.now())


@task()
def welcome_members(cohort_id: int) -> None:
    """Enrol and tell everybody in a cohort who has only joined so far, each in a transaction of their own."""
    from .services import welcome

    waiting = Membership.objects.filter(cohort=cohort_id, welcomed_at__isnull=True, left_at__isnull=True)
    for key in list(waiting.order_by("pk").values_list("pk", flat=True)):
        welcome(membership_id=key, now=timezone.now())
