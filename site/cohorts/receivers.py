"""What this app does when something happens below it."""

import logging
from typing import Any

from allauth.account.models import EmailAddress
from allauth.account.signals import email_confirmed
from django.dispatch import receiver
from django.utils import timezone

from .services import accept_invitations

logger = logging.getLogger("saboq.cohorts")


@receiver(email_confirmed, dispatch_uid="cohorts.accept_invitations")
def join_invited(sender: object, email_address: EmailAddress, **kwargs: Any) -> None:
    """Join the cohorts that invited an address, now that its owner is known.

    A failure here must not spoil the confirmation itself; the tick accepts what was missed.
    """
    try:
        accept_invitations(person=email_address.user, email=email_address.email, now=timezone.now())
    except Exception:
        logger.exception("invitations of person %s were not accepted", email_address.user_id)
