"""Sign-up as a whole: allauth's form with our details, stored in one transaction."""

from typing import Any

from allauth.account.forms import SignupForm as AllauthSignupForm
from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction
from django.http import HttpRequest


class SignupForm(AllauthSignupForm):
    """Makes a person, the address to confirm and the acceptance of the notice together, or nothing."""

    account_already_exists: bool

    def save(self, request: HttpRequest) -> Any:
        """Store everything or nothing."""
        with transaction.atomic():
            return super().save(request)

    def try_save(self, request: HttpRequest) -> tuple[Any, Any]:
        """Make the account; an address that has one gets the same answer after the same work.

        When another tab was faster, the address has an account by now.
        """
        if self.account_already_exists:
            # The time an answer takes would tell that no password was stored.
            make_password(self.cleaned_data["password1"])
        try:
            return super().try_save(request)
        except IntegrityError:
            self.account_already_exists = True
            return super().try_save(request)
