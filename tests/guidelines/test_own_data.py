"""What the app keeps of people is declared, can be taken along, and says why it stays."""

from datetime import UTC, date, datetime

import pytest
from django.apps import apps
from django.utils.translation import override

from core.privacy import registrations
from guidelines.models import Acknowledgement, Duty
from guidelines.services import acknowledge
from tests.factories.guidelines import ARTICLE_KEYS, CODE_KEY, NOW, make_code, make_edition
from tests.factories.people import make_moderator, make_person

pytestmark = pytest.mark.django_db


def declared(model):
    return next(entry for entry in registrations() if entry.model is model)


def test_every_model_is_declared():
    assert {entry.model for entry in registrations()} >= set(apps.get_app_config("guidelines").get_models())


def test_a_person_takes_acknowledgements_along():
    person, edition = make_person(), make_edition()
    row = acknowledge(person=person, edition=edition, language="uz", articles_shown=ARTICLE_KEYS, now=NOW)
    acknowledge(person=make_person(), edition=edition, language="uz", articles_shown=ARTICLE_KEYS, now=NOW)
    with override("en"):
        (told,) = declared(Acknowledgement).export(person)
    shown = (told["Code"], told["Edition"], told["Language"], told["Digest (SHA-256)"])
    assert shown == (CODE_KEY, 1, "uz", row.hash)
    assert str(declared(Acknowledgement).keeps)


def test_duties_are_forgotten_with_the_person():
    person = make_person()
    at = datetime(2026, 1, 1, tzinfo=UTC)
    for owner in (person, make_person()):
        Duty.objects.create(person=owner, code=make_code(), due_on=date(2026, 2, 1), reason="x", created_at=at)
    with override("en"):
        assert declared(Duty).export(person) == [{"Code": CODE_KEY, "Due on": "2026-02-01", "Reason": "x"}]
    declared(Duty).erase(person)
    assert [duty.person_id == person.pk for duty in Duty.objects.all()] == [False]


def test_a_moderator_sees_own_editions():
    from guidelines.models import Edition

    moderator = make_moderator()
    make_edition(created_by=moderator)
    with override("en"):
        assert declared(Edition).export(moderator)[0]["Edition"] == 1
    assert declared(Edition).export(make_person()) == []
