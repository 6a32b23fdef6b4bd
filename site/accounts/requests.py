"""The request of somebody who is signed in, for the type checker."""

from django.http import HttpRequest

from .models import User


class SignedInRequest(HttpRequest):
    """What a view behind `login_required` (or one of our guards) receives: its user is a person, never anonymous.

    It is never made: annotate the view's request with it.
    """

    user: User
