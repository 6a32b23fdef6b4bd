"""What editors send: a file, then the alternative texts of its images."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from quizzes.interchange.bounds import FILE_BYTES, MEGABYTE
from quizzes.interchange.model import BadFile

from .formats import FORMATS, format_of
from .proposing import propose
from .words import place_told, told


class UploadForm(forms.Form):
    """A file of questions, read through before it is kept."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("GIFT, Moodle XML or a QTI 3.0 package, at most 2 MB and 500 questions."),
        widget=forms.FileInput(attrs={"accept": ".txt,.gift,.xml,.zip"}),
    )
    format = forms.ChoiceField(
        label=_("Format"),
        required=False,
        choices=[("", _("As the file shows")), *((key, found.title) for key, found in FORMATS.items())],
    )

    def __init__(self, *args: Any, page: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._page = page
        self.content = b""
        self.format_key = ""

    def clean_file(self) -> Any:
        """Refuse a file that is too large before it is read."""
        file = self.cleaned_data["file"]
        if file.size > FILE_BYTES:
            raise forms.ValidationError(
                _("The file is larger than %(limit)s MB."), params={"limit": FILE_BYTES // MEGABYTE}
            )
        return file

    def clean(self) -> dict[str, Any]:
        """Read the file; say what is wrong with it, and where."""
        cleaned = super().clean() or {}
        if "file" in cleaned:
            self.content = cleaned["file"].read()
            self.format_key = cleaned.get("format") or format_of(self.content).key
            try:
                propose(self._page, self.content, self.format_key)
            except BadFile as fault:
                place = place_told(fault.place)
                self.add_error("file", f"{told(fault.reason)} ({place})" if place else told(fault.reason))
        return cleaned


class AlternativesForm(forms.Form):
    """An alternative text for each image that came without one."""

    def __init__(self, *args: Any, names: tuple[str, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._names = names
        for number, _name in enumerate(names, start=1):
            self.fields[f"alternative-{number}"] = forms.CharField(
                label=_("Alternative text of picture %(number)d") % {"number": number},
                help_text=_("What the picture tells, for people who cannot see it and for slow connections."),
                max_length=300,
            )

    @property
    def alternatives(self) -> dict[str, str]:
        """Return {name of the picture: alternative text}."""
        return {name: self.cleaned_data[f"alternative-{place}"] for place, name in enumerate(self._names, start=1)}
