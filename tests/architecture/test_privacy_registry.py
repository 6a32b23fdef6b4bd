"""Every table of ours says what it holds about people; a new one cannot forget them."""

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.utils.translation import override

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
    """Tell whether a field of ours is a link to a person (a page's owner and lock are Wagtail's, and of editors)."""
    return any(
        field.is_relation and field.many_to_one and field.related_model is get_user_model()
        for field in model._meta.get_fields()
        if field.model._meta.app_label in settings.OWN_APPS
    )


@pytest.mark.parametrize("model", [model for model in OWN if points_at_a_person(model)], ids=lambda m: m._meta.label)
def test_a_model_that_points_at_a_person_is_not_called_impersonal(model):
    entry = REGISTERED.get(model)
    if entry is None:
        pytest.skip("told by the test above")
    assert entry.person, f"{model._meta.label} has a foreign key to a person and is registered as impersonal"


@pytest.mark.parametrize(
    "entry", [REGISTERED[model] for model in OWN if model in REGISTERED], ids=lambda entry: entry.model._meta.label
)
def test_what_we_keep_about_people_can_be_taken_along_and_has_an_end_or_a_reason(entry):
    if entry.person:
        assert entry.export is not None
        assert entry.erase is not None or str(entry.keeps)


@pytest.mark.parametrize(
    "entry", [entry for entry in registrations() if entry.person], ids=lambda entry: entry.model._meta.label
)
def test_a_person_reads_what_is_kept_in_words_of_their_own_language(entry):
    """The name of a table is no heading of a page: it would be English in every language."""
    said = {}
    for language in ("en", "uz", "ru"):
        with override(language):
            said[language] = str(entry.title)
    assert len(set(said.values())) == 3, said
