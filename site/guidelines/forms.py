"""Forms of readers."""

from django import forms
from django.utils.translation import gettext_lazy as _


class AcknowledgeForm(forms.Form):
    """The end of the reading: which wording was on the page, and the confirmation."""

    wording = forms.RegexField(r"^[0-9a-f]{64}$", widget=forms.HiddenInput)
    language = forms.CharField(max_length=8, widget=forms.HiddenInput)
    agree = forms.BooleanField(
        label=_("I have read the whole text of this edition, I understand it and I will keep to it."),
        error_messages={"required": _("Tick the box to confirm that you have read the text.")},
    )

    def __init__(self, *args: object, shown_digest: str, shown_language: str, **kwargs: object) -> None:
        super().__init__(*args, initial={"wording": shown_digest, "language": shown_language}, **kwargs)  # type: ignore[arg-type, misc]
        self.shown = (shown_digest, shown_language)

    def clean(self) -> dict[str, object]:
        """Refuse a confirmation of a wording that is not the one on the page now."""
        cleaned = super().clean() or {}
        if (cleaned.get("wording"), cleaned.get("language")) != self.shown:
            # What is shown again is what is confirmed next time.
            self.data = {**dict(self.data.items()), "wording": self.shown[0], "language": self.shown[1], "agree": ""}
            self.add_error(None, _("The text has changed while you were reading. Please look at it once more."))
        return cleaned
