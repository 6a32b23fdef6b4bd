"""Forms of the front door."""

from typing import Any

from django import forms
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from .models import MistakeReport

LONGEST_PATH = 400


def own_path(value: str) -> str:
    """Return `value` if it is a path of this site, else "/"."""
    ours = value.startswith("/") and url_has_allowed_host_and_scheme(value, allowed_hosts=None)
    return value if ours and len(value) <= LONGEST_PATH and value.isprintable() else "/"


class MistakeForm(forms.ModelForm):
    """What is wrong on a page; `website` is a trap that people neither see nor reach."""

    website = forms.CharField(
        required=False,
        max_length=200,
        label=_("Leave this empty"),
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )

    class Meta:
        model = MistakeReport
        fields = ["words", "email"]
        labels = {"words": _("What is wrong?"), "email": _("Your e-mail, if you want an answer")}
        help_texts = {"words": _("Please write nothing about the people you serve: no names, no cases.")}
        widgets = {
            "words": forms.Textarea(attrs={"rows": 6, "maxlength": 2000}),
            "email": forms.EmailInput(attrs={"autocomplete": "email"}),
        }

    @property
    def is_trapped(self) -> bool:
        """Whether something filled in the field that nobody sees."""
        return bool(self.cleaned_data.get("website"))

    def clean_words(self) -> Any:
        """Refuse control characters, which only programmes send."""
        words = self.cleaned_data["words"].strip()
        if "\x00" in words:
            raise forms.ValidationError(_("Write plain words."))
        return words
