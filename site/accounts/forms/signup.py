"""Sign-up as a whole: allauth's form with our details, stored in one transaction."""

from typing import Any

from allauth.account.forms import SignupForm as AllauthSignupForm
from django.db import IntegrityError, transaction
from django.http import HttpRequest


class SignupForm(AllauthSignupForm):
    """Makes a person, the address to confirm and the acceptance of the notice together, or nothing."""

    def save(self, request: HttpRequest) -> Any:
        """Store everything or nothing."""
        with transaction.atomic():
            return super().save(request)

    def try_save(self, request: HttpRequest) -> tuple[Any, Any]:
        """Make the account; when another tab was faster, answer as for any address that has an account."""
        try:
            return super().try_save(request)
        except IntegrityError:
            self.account_already_exists = True
            return super().try_save(request)
