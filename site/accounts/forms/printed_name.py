"""The name as its holder wants it printed."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from accounts.domain.names import WrongScript, require, suggestions
from accounts.models import User


class PrintedNameForm(forms.Form):
    """One spelling per script. What is suggested is the stored name, letter for letter."""

    latin = forms.CharField(
        label=_("Name in Latin letters"),
        max_length=200,
        help_text=_("Surname, given name, patronymic, in the order and spelling you want to see on the paper."),
    )
    cyrillic = forms.CharField(
        label=_("Name in Cyrillic letters"),
        max_length=200,
        required=False,
        help_text=_("For the Russian copy. Without it the Russian copy prints the Latin spelling."),
    )

    def __init__(self, *args: Any, person: User, **kwargs: Any) -> None:
        latin, cyrillic = suggestions(person.get_full_name())
        kwargs.setdefault(
            "initial",
            {
                "latin": person.certificate_name_latin or latin,
                "cyrillic": person.certificate_name_cyrillic or cyrillic,
            },
        )
        super().__init__(*args, **kwargs)

    def clean_latin(self) -> str:
        """Accept Latin letters, apostrophes and hyphens."""
        try:
            return require(self.cleaned_data["latin"], "latn")
        except WrongScript as error:
            raise ValidationError(_("Write the name in Latin letters only, without digits.")) from error

    def clean_cyrillic(self) -> str:
        """Accept Cyrillic letters, or nothing."""
        if not self.cleaned_data["cyrillic"].strip():
            return ""
        try:
            return require(self.cleaned_data["cyrillic"], "cyrl")
        except WrongScript as error:
            raise ValidationError(_("Write the name in Cyrillic letters only, without digits.")) from error
