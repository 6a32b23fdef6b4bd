"""Forms of moderators in the Wagtail admin."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from .wordlist import ACTS

#: Fields that are written once in every language.
_WORDY = {
    "act_title": (_("Title of the act"), 300, 2),
    "change_summary": (_("What changed"), 4000, 4),
    "adopted_earlier": (_("Adopted earlier: why it is entered after its first day"), 1000, 3),
}
#: Where a refusal of the service is shown.
_SHOWN_AT = {"act": "act_number", "change_summary": f"change_summary_{settings.LANGUAGE_CODE}"}


class PublishEditionForm(forms.Form):
    """Number, approving act, days, change summary, and the confirmation."""

    number = forms.IntegerField(label=_("Number of the edition"), min_value=1, max_value=999)
    act_type = forms.ChoiceField(label=_("Approving act"), choices=list(ACTS.items()))
    act_number = forms.CharField(label=_("Number of the act"), max_length=40)
    act_date = forms.DateField(label=_("Date of the act"), widget=AdminDateInput)
    approved_on = forms.DateField(label=_("Approved on"), widget=AdminDateInput)
    published_on = forms.DateField(label=_("Published on"), widget=AdminDateInput)
    in_force_from = forms.DateField(label=_("In force from"), widget=AdminDateInput)
    transition_until = forms.DateField(
        label=_("Transition until"),
        widget=AdminDateInput,
        required=False,
        help_text=_("Cases begun under the edition before may follow it until this day."),
    )
    seen_digest = forms.RegexField(r"^[0-9a-f]{64}$", widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, (label, longest, rows) in _WORDY.items():
            for language, language_name in settings.LANGUAGES:
                self.fields[f"{name}_{language}"] = forms.CharField(
                    label=_("%(label)s (%(language)s)") % {"label": label, "language": language_name},
                    max_length=longest,
                    required=language == settings.LANGUAGE_CODE and name != "adopted_earlier",
                    widget=forms.Textarea(attrs={"rows": rows}),
                )
        self.fields["confirm"] = forms.BooleanField(
            label=_("I have read what will be frozen. An edition can never be changed or withdrawn."),
            error_messages={"required": _("Tick the box to confirm.")},
        )

    def facts(self) -> dict[str, Any]:
        """Return the arguments of `publish_edition` that this form knows."""
        data = self.cleaned_data
        act = {
            "type": data["act_type"],
            "number": data["act_number"],
            "date": data["act_date"].isoformat(),
            "titles": self._words("act_title"),
        }
        days = ("approved_on", "published_on", "in_force_from", "transition_until")
        return {
            "number": data["number"],
            "act": act,
            **{name: data[name] for name in days},
            "adopted_earlier": self._words("adopted_earlier"),
            "change_summary": self._words("change_summary"),
            "seen_digest": data["seen_digest"],
        }

    def refuse(self, refusal: ValidationError) -> None:
        """Show what the service refuses beside the fields it concerns."""
        for field, messages in refusal.message_dict.items():
            shown = _SHOWN_AT.get(field, field)
            self.add_error(shown if shown in self.fields else None, messages)

    def _words(self, name: str) -> dict[str, str]:
        words = {language: self.cleaned_data[f"{name}_{language}"] for language, _name in settings.LANGUAGES}
        return {language: text for language, text in words.items() if text}
