"""Forms about people."""

from django import forms


class SignupDetailsForm(forms.Form):
    """What is asked at sign-up besides address and password."""

    def signup(self, request: object, user: object) -> None:
        """Store the details on the new person (called by allauth)."""
