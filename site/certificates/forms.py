"""Forms: two ways to look a certificate up, two acts of an administrator. Sizes are bounded."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .domain.numbers import parse

_TYPED = {"autocomplete": "off", "autocapitalize": "off", "spellcheck": "false"}


class CodeForm(forms.Form):
    """The check code under the QR code."""

    code = forms.CharField(
        label=_("Check code"),
        max_length=80,
        help_text=_("The letters and figures beside the QR code. Spaces, hyphens and capitals do not matter."),
        widget=forms.TextInput(attrs=_TYPED),
    )


class NumberForm(forms.Form):
    """Number and surname, both from the paper."""

    number = forms.CharField(
        label=pgettext_lazy("certificate", "Number"),
        max_length=40,
        help_text=_("Like SB № 000482, or the registration number like 2026/10-0482."),
        widget=forms.TextInput(attrs=_TYPED),
    )
    surname = forms.CharField(
        label=_("Surname of the holder"),
        max_length=80,
        help_text=_("In any spelling, Latin or Cyrillic."),
        widget=forms.TextInput(attrs={**_TYPED, "autocapitalize": "words"}),
    )

    def clean_number(self) -> str:
        """Refuse what cannot be a number, with an example of one."""
        number: str = self.cleaned_data["number"]
        if parse(number) is None:
            raise forms.ValidationError(_("Write a number like SB № 000482 or 2026/10-0482."))
        return number


class RevokeForm(forms.Form):
    """Taking a certificate back: both fields are shown to whoever verifies it."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Everybody who verifies the certificate reads this. Write no personal data."),
    )
    act = forms.CharField(label=_("Act"), max_length=160, help_text=_("The order it rests on, with number and date."))


class ReplaceForm(forms.Form):
    """Issuing a duplicate; the reason goes to the log."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Lost paper, changed name, mistake. Kept in the log, not shown to the public."),
    )
