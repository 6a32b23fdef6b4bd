"""What sign-up asks besides address and password."""

from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from accounts import privacy_notice
from accounts.domain.names import tidy
from accounts.models import User
from accounts.services import accept_privacy_notice


class SignupDetailsForm(forms.Form):
    """Name, language, and the privacy notice. allauth puts its own fields beside these."""

    field_order = (
        "email", "last_name", "first_name", "patronymic", "preferred_language", "password1", "password2", "privacy",
    )  # fmt: skip

    last_name = forms.CharField(
        label=_("Surname"), max_length=80, widget=forms.TextInput(attrs={"autocomplete": "family-name"})
    )
    first_name = forms.CharField(
        label=_("Given name"), max_length=80, widget=forms.TextInput(attrs={"autocomplete": "given-name"})
    )
    patronymic = forms.CharField(
        label=_("Patronymic"),
        max_length=80,
        required=False,
        help_text=_("As in your passport. Leave it empty if you have none."),
        widget=forms.TextInput(attrs={"autocomplete": "additional-name"}),
    )
    preferred_language = forms.ChoiceField(
        label=_("Preferred language"),
        choices=settings.WAGTAILADMIN_PERMITTED_LANGUAGES,  # each under its own name
        help_text=_("Messages will come in this language."),
    )
    privacy = forms.BooleanField(
        label=_("I have read the privacy notice and accept it"),
        error_messages={"required": _("Please read the privacy notice and accept it.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = get_language() or settings.LANGUAGE_CODE
        self.fields["preferred_language"].initial = language
        self.notice = privacy_notice.current(language)
        if self.notice.url:
            # In a new tab: what was typed here must not be lost.
            link = format_html(
                '<a href="{}" target="_blank" rel="noopener">{}</a>',
                self.notice.url,
                _("Read the privacy notice (opens in a new tab)"),
            )
            self.fields["privacy"].help_text = link

    def clean_last_name(self) -> str:
        """Keep single spaces."""
        return tidy(self.cleaned_data["last_name"])

    def clean_first_name(self) -> str:
        """Keep single spaces."""
        return tidy(self.cleaned_data["first_name"])

    def clean_patronymic(self) -> str:
        """Keep single spaces."""
        return tidy(self.cleaned_data["patronymic"])

    def signup(self, request: HttpRequest, user: User) -> None:
        """Store the details on the new person (allauth calls it after saving address, password and name)."""
        user.patronymic = self.cleaned_data["patronymic"]
        user.preferred_language = self.cleaned_data["preferred_language"]
        user.save(update_fields=["patronymic", "preferred_language"])
        accept_privacy_notice(
            person=user,
            version=self.notice.version,
            language=get_language() or settings.LANGUAGE_CODE,
            now=timezone.now(),
        )
