"""Libraries' tables about people are declared too, and every declaration can be carried out."""

import pytest
from django.apps import apps
from django.conf import settings
from django.db import models
from wagtail.contrib.settings.models import BaseGenericSetting

from accounts.models import User
from core import privacy

#: Relations to a person without a registration of their own, with the reason.
CLEARED_WITH_THE_ACCOUNT = {
    "accounts.User_groups": "cleared by accounts.privacy.empty_person",
    "accounts.User_user_permissions": "cleared by accounts.privacy.empty_person",
    "cohorts.Cohort_trainers": "a view of cohorts.CohortTrainer",
}
#: Words in a column's name that betray personal data even without a relation to a person.
PERSONAL_WORDS = {"email", "phone", "surname", "patronymic", "birth", "address", "ip"}

ENTRIES = {entry.model: entry for entry in privacy.registrations()}
EXPORTED = [entry for entry in ENTRIES.values() if entry.export]
PERSONAL = [entry for entry in ENTRIES.values() if entry.person]


def points_at_a_person(model):
    return any(
        isinstance(field, models.ForeignKey) and field.related_model is User for field in model._meta.local_fields
    )


@pytest.mark.parametrize(
    "model",
    [m for m in apps.get_models(include_auto_created=True) if points_at_a_person(m)],
    ids=lambda m: m._meta.label,
)
def test_every_table_that_points_at_a_person_is_declared(model):
    if model._meta.label not in CLEARED_WITH_THE_ACCOUNT:
        assert model in ENTRIES, (
            f"{model._meta.label} points at a person: register it in accounts/privacy_libraries.py"
        )


@pytest.mark.parametrize(
    "model",
    [m for label in settings.OWN_APPS for m in apps.get_app_config(label).get_models()],
    ids=lambda m: m._meta.label,
)
def test_a_column_that_sounds_personal_belongs_to_somebody(model):
    if issubclass(model, BaseGenericSetting):
        return  # the contacts of an office are public
    sounding = {word for field in model._meta.local_fields for word in field.name.split("_")} & PERSONAL_WORDS
    if sounding:
        assert ENTRIES[model].person, f"{model._meta.label} holds {sounding}"


@pytest.mark.parametrize("entry", PERSONAL, ids=lambda entry: entry.model._meta.label)
def test_the_declared_path_leads_to_a_person(entry):
    model, field = entry.model, None
    for name in entry.person.split("__"):
        if name == "pk":
            continue
        field = model._meta.get_field(name)
        model = field.related_model or model
    assert model is User or (field is not None and field.name == "email"), entry.person


@pytest.mark.parametrize("entry", PERSONAL, ids=lambda entry: entry.model._meta.label)
def test_every_kind_of_data_has_a_title_that_people_read(entry):
    assert str(entry.title).strip()


@pytest.mark.django_db
@pytest.mark.parametrize("entry", EXPORTED, ids=lambda entry: entry.model._meta.label)
def test_an_export_answers_for_somebody_with_nothing(entry):
    from tests.factories.people import make_person

    assert isinstance(entry.export(make_person()), list)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "entry", [entry for entry in PERSONAL if entry.erase], ids=lambda entry: entry.model._meta.label
)
def test_an_erasure_runs_for_somebody_with_nothing(entry):
    from core.records import declared_erasure
    from tests.factories.people import make_person

    with declared_erasure():
        entry.erase(make_person())
