"""Passwords are tried in one place only: allauth's sign-in, which goes on to the second factor."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.http import HttpRequest

from .models import User


class SignInBackend(AuthenticationBackend):
    """Accepts an e-mail address and a password.

    Forms of other libraries (Wagtail's, Django's) pass `username`. They know nothing of the second factor, so for them
    no password is right.
    """

    def authenticate(self, request: HttpRequest | None, **credentials: Any) -> User | None:
        """Return the person whose address and password these are."""
        if "username" in credentials:
            return None
        return super().authenticate(request, **credentials)
