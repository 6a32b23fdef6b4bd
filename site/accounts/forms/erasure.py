"""Erasing: a deliberate act."""

from typing import Any

from allauth.account.adapter import get_adapter
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from core.folding import fold


class TypedConfirmationForm(forms.Form):
    """Asks to type a word, so that nobody erases by a slip of the finger."""

    confirmation = forms.CharField(label=_("Confirmation"), max_length=40)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.word = str(_("erase"))
        self.fields["confirmation"].help_text = _("Type the word “%(word)s”.") % {"word": self.word}
        self.fields["confirmation"].widget.attrs["autocomplete"] = "off"

    def clean_confirmation(self) -> str:
        """Accept the word in any spelling."""
        if fold(self.cleaned_data["confirmation"]) != fold(self.word):
            raise ValidationError(_("Type the word “%(word)s”."), params={"word": self.word})
        return self.word


class EraseMyselfForm(TypedConfirmationForm):
    """The person erases their own data and proves who they are once more."""

    password = forms.CharField(
        label=_("Your password"),
        strip=False,
        max_length=4096,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    field_order = ("password", "confirmation")

    def __init__(self, *args: Any, person: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person

    def clean_password(self) -> str:
        """Try the password; wrong tries count against the same limit as at sign-in."""
        password = self.cleaned_data["password"]
        if not get_adapter().reauthenticate(self.person, password):
            raise ValidationError(_("This is not your password."))
        return password


class ErasePersonForm(TypedConfirmationForm):
    """An administrator erases somebody on request."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=500,
        help_text=_("Who asked for it, when and how. Write no names: the reason stays in the log."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    field_order = ("reason", "confirmation")
