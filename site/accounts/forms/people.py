"""What an administrator fills in about somebody's roles and territories."""

from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from accounts.places import Place, choices, read
from accounts.roles import ROLES


class ReasonForm(forms.Form):
    """Every privileged act has a reason."""

    reason = forms.CharField(
        label=_("Reason"), max_length=500, help_text=_("For example the order it rests on. It stays in the log.")
    )


class RoleForm(ReasonForm):
    """Which role to give or take."""

    role = forms.ChoiceField(label=_("Role"), choices=list(ROLES.items()))
    field_order = ("role", "reason")

    def __init__(self, *args: Any, roles: list[str] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if roles is not None:
            cast(forms.ChoiceField, self.fields["role"]).choices = [(name, ROLES[name]) for name in roles]


class TerritoryForm(ReasonForm):
    """Which territory a manager sees, from when to when."""

    place = forms.ChoiceField(label=_("Territory"))
    starts_on = forms.DateField(label=_("From"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    ends_on = forms.DateField(
        label=_("Until"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    field_order = ("place", "starts_on", "ends_on", "reason")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ChoiceField, self.fields["place"]).choices = choices(empty="—")

    def clean_place(self) -> Place:
        """Return the region and the district that were chosen."""
        return read(self.cleaned_data["place"])

    def clean(self) -> dict[str, Any]:
        """Refuse a territory that ends before it begins."""
        data = super().clean() or self.cleaned_data
        if data.get("ends_on") and data.get("starts_on") and data["ends_on"] < data["starts_on"]:
            self.add_error("ends_on", ValidationError(_("The end comes before the beginning.")))
        return data


class EndTerritoryForm(ReasonForm):
    """From when a territory is no longer seen."""

    ends_on = forms.DateField(label=_("Last day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    field_order = ("ends_on", "reason")
