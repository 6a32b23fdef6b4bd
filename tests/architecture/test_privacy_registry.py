"""Every table of ours says what it holds about people; a new one cannot forget them."""

import pytest
from django.apps import apps
from django.conf import settings

from core.privacy import registrations

REGISTERED = {entry.model: entry for entry in registrations()}
OWN = [
    model
    for app in settings.OWN_APPS
    for model in apps.get_app_config(app).get_models()
    if not model._meta.proxy and model._meta.managed
]


@pytest.mark.parametrize("model", OWN, ids=lambda model: model._meta.label)
def test_a_model_is_declared(model):
    assert model in REGISTERED, f"{model._meta.label} is not registered in {model._meta.app_label}/privacy.py"


def points_at_a_person(model) -> bool:
    from django.contrib.auth import get_user_model

    return any(field.is_relation and field.many_to_one and field.related_model is get_user_model()
               for field in model._meta.get_fields())  # fmt: skip


@pytest.mark.parametrize("model", [model for model in OWN if points_at_a_person(model)], ids=lambda m: m._meta.label)
def test_a_model_that_points_at_a_person_is_not_called_impersonal(model):
    entry = REGISTERED.get(model)
    if entry is None:
        pytest.skip("told by the test above")
    assert entry.person, f"{model._meta.label} has a foreign key to a person and is registered as impersonal"


@pytest.mark.parametrize(
    "entry", [entry for entry in REGISTERED.values() if entry.person], ids=lambda entry: entry.model._meta.label
)
def test_what_is_kept_about_people_can_be_taken_along(entry):
    assert entry.export is not None
    assert entry.erase is not None or str(entry.keeps)
