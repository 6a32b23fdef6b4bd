"""Foreign keys point down only, and what must outlive a page does not point at one."""

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.conf import settings
from django.db import models
from wagtail.models import Locale, Page, Revision

from core.records import ImmutableRecord

from .layers import may_use

OWN = [model for app in settings.OWN_APPS for model in apps.get_app_config(app).get_models(include_auto_created=True)]


def relations(model: type[models.Model]) -> Iterator[models.Field]:
    """Yield the fields of a model that point at another one (a page's link to its own base is Wagtail's)."""
    for field in model._meta.get_fields(include_hidden=True):
        if field.is_relation and not field.auto_created and field.related_model is not None:
            yield field


def is_page(model: type[models.Model]) -> bool:
    return issubclass(model, Page)


def is_record(model: type[models.Model]) -> bool:
    """Rows about people and evidence: everything that is not part of what editors edit."""
    return not is_page(model) and not hasattr(model, "page_ptr") and not _belongs_to_a_page(model)


def _belongs_to_a_page(model: type[models.Model]) -> bool:
    from modelcluster.fields import ParentalKey
    from wagtail.contrib.settings.models import BaseGenericSetting, BaseSiteSetting

    return issubclass(model, BaseGenericSetting | BaseSiteSetting) or any(
        isinstance(field, ParentalKey) for field in model._meta.get_fields()
    )


@pytest.mark.parametrize("model", OWN, ids=lambda model: model._meta.label)
def test_foreign_keys_point_down_only(model):
    app = model._meta.app_label
    for field in relations(model):
        other = field.related_model._meta.app_label
        if other in settings.OWN_APPS:
            assert may_use(app, other), f"{model._meta.label}.{field.name} points up or across at {other}"


@pytest.mark.parametrize("model", [model for model in OWN if is_record(model)], ids=lambda model: model._meta.label)
def test_no_record_points_at_a_page_a_revision_or_a_locale(model):
    for field in relations(model):
        target = field.related_model
        assert not is_page(target), f"{model._meta.label}.{field.name} would die with a page"
        assert not issubclass(target, Revision | Locale), f"{model._meta.label}.{field.name} would die with {target}"


@pytest.mark.parametrize(
    "model", [model for model in OWN if issubclass(model, ImmutableRecord)], ids=lambda model: model._meta.label
)
def test_nothing_that_is_deleted_takes_evidence_with_it(model):
    for field in relations(model):
        behaviour = getattr(field.remote_field, "on_delete", None)
        assert behaviour not in (models.CASCADE, models.SET_NULL, models.SET_DEFAULT), (
            f"{model._meta.label}.{field.name}: deleting a {field.related_model.__name__} would change evidence"
        )


def test_the_walk_sees_the_relations_there_are():
    assert sum(1 for model in OWN for _ in relations(model)) > 30
    assert any(issubclass(model, ImmutableRecord) for model in OWN)
