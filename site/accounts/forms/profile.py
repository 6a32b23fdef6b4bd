"""The profile: what the person may change about themselves."""

from typing import Any, cast

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from accounts.domain.names import tidy
from accounts.domain.phones import NotAPhone, normalise, shown
from accounts.models import User
from accounts.places import Place, choices, place_of, read


class ProfileForm(forms.ModelForm):
    """Names, language, and where the person works."""

    phone = forms.CharField(
        label=_("Phone"),
        max_length=30,
        required=False,
        help_text=_("Like 90 123 45 67. For numbers of other countries write the country code."),
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "inputmode": "tel"}),
    )
    place = forms.ChoiceField(
        label=_("Region and district"),
        required=False,
        help_text=_("Where you work. Groups and reports are made by territory."),
    )

    class Meta:
        model = User
        fields = ("last_name", "first_name", "patronymic", "preferred_language", "phone", "workplace", "post")

    field_order = (*Meta.fields[:5], "place", "workplace", "post")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ChoiceField, self.fields["preferred_language"]).choices = settings.WAGTAILADMIN_PERMITTED_LANGUAGES
        cast(forms.ChoiceField, self.fields["place"]).choices = choices()
        self.initial["place"] = place_of(self.instance)
        self.initial["phone"] = shown(self.instance.phone)

    def clean_phone(self) -> str:
        """Return the number as E.164."""
        try:
            return normalise(self.cleaned_data["phone"])
        except NotAPhone as error:
            raise ValidationError(
                _("This is not a phone number. Write it like 90 123 45 67 or +998 90 123 45 67.")
            ) from error

    def clean_place(self) -> Place:
        """Return the region and the district that were chosen."""
        return read(self.cleaned_data["place"])

    def clean(self) -> dict[str, Any]:
        """Keep single spaces in names."""
        data = super().clean() or self.cleaned_data
        for name in ("last_name", "first_name", "patronymic"):
            if name in data:
                data[name] = tidy(data[name])
        return data
