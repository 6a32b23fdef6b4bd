"""What a trainer fills in. Rules stand in `cohorts.services`; forms read fields and keep what was typed."""

import uuid
from typing import Any, cast

from django import forms
from django.conf import settings
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from accounts import places
from accounts.models import District, Region
from cohorts.models import Cohort
from cohorts.services import CohortFacts
from cohorts.subjects import on_offer


def _day(label: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))


class CohortFactsForm(forms.Form):
    """Name, dates, place, wave."""

    name = forms.CharField(
        label=_("Name of the group"), max_length=160, help_text=_("Learners see it, for example “Samarqand, spring”.")
    )
    starts_on = _day(_("First day"))
    ends_on = _day(_("Last day"))
    place = forms.ChoiceField(label=_("Region and district"), required=False)
    wave = forms.IntegerField(label=_("Pilot wave"), min_value=1, max_value=99, initial=1)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ChoiceField, self.fields["place"]).choices = places.choices()

    @staticmethod
    def initial_of(cohort: Cohort) -> dict[str, Any]:
        """Return what the form shows of a cohort."""
        place = f"{cohort.region_id}-{cohort.district_id}" if cohort.district_id else cohort.region_id or ""
        return {
            "name": cohort.name,
            "starts_on": cohort.starts_on,
            "ends_on": cohort.ends_on,
            "place": place,
            "wave": cohort.wave,
        }

    @cached_property
    def facts(self) -> CohortFacts:
        """What was filled in; only after the form was found valid."""
        data = self.cleaned_data
        place = places.read(data["place"])
        return CohortFacts(
            name=data["name"],
            starts_on=data["starts_on"],
            ends_on=data["ends_on"],
            region=Region.objects.filter(pk=place.region).first() if place.region else None,
            district=District.objects.filter(pk=place.district).first() if place.district else None,
            wave=data["wave"],
        )


class NewCohortForm(CohortFactsForm):
    """A new cohort. `token` becomes its identity, so that the same form sent twice opens one cohort."""

    token = forms.UUIDField(widget=forms.HiddenInput)
    subject = forms.ChoiceField(label=_("Course or programme"), help_text=_("It cannot be changed later."))
    field_order = ("name", "subject", "starts_on", "ends_on", "place", "wave", "token")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"token": uuid.uuid4(), **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        language = get_language() or settings.LANGUAGE_CODE
        groups: list[tuple[str, Any]] = [("", "—")]
        for kind, label in (("course", _("Courses")), ("programme", _("Programmes"))):
            rows = [(f"{kind}:{subject.key}", subject.title) for subject in on_offer(kind, language)]
            groups += [(str(label), rows)] if rows else []
        cast(forms.ChoiceField, self.fields["subject"]).choices = groups

    @property
    def subject_keys(self) -> dict[str, uuid.UUID]:
        """The chosen page's key as `course_key` or `programme_key`."""
        kind, _colon, key = self.cleaned_data["subject"].partition(":")
        return {f"{kind}_key": uuid.UUID(key)}


class AddMembersForm(forms.Form):
    """A list of addresses, and the language in which strangers are invited."""

    addresses = forms.CharField(
        label=_("E-mail addresses"),
        widget=forms.Textarea(attrs={"rows": 8, "autocomplete": "off", "spellcheck": "false"}),
        help_text=_("One on each line, at most 500. People without an account get an invitation by e-mail."),
    )
    language = forms.ChoiceField(
        label=_("Language of invitations"), choices=settings.LANGUAGES, initial=settings.LANGUAGE_CODE
    )


class ReasonForm(forms.Form):
    """Why something privileged is done."""

    reason = forms.CharField(
        label=_("Reason"), max_length=500, required=False, help_text=_("It stays in the log. Write no names.")
    )


class TrainerForm(forms.Form):
    """Who shall lead the cohort."""

    email = forms.EmailField(label=_("E-mail address of the trainer"))
