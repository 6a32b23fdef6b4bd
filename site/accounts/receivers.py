"""What allauth tells: an address was confirmed, a second factor was set up."""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.account.signals import email_confirmed
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added
from allauth.usersessions.internal.flows.sessions import end_other_sessions
from django.db import transaction
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import timezone

from .models import User
from .signals import address_confirmed


@receiver(email_confirmed, dispatch_uid="accounts.address_confirmed")
def tell_higher_apps(sender: Any, email_address: EmailAddress, **kwargs: Any) -> None:
    """Say in our words that an address is confirmed, so that higher apps need not know allauth."""
    with transaction.atomic():
        address_confirmed.send(sender=User, person=email_address.user, email=email_address.email, now=timezone.now())


@receiver(authenticator_added, dispatch_uid="accounts.end_other_sessions")
def end_sessions_without_second_factor(
    sender: Any, request: HttpRequest, user: User, authenticator: Authenticator, **kwargs: Any
) -> None:
    """A session that was opened with the password alone ends when the second factor is set up elsewhere."""
    if authenticator.type == Authenticator.Type.TOTP:
        end_other_sessions(request, user)
