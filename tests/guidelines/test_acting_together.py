"""Many people act at once."""

import pytest
from django.utils import timezone

from guidelines.models import Acknowledgement, Code, Edition
from guidelines.proof import verify
from guidelines.services import acknowledge, publish_edition
from tests.factories.guidelines import ARTICLE_KEYS, edition_facts, make_code_page, make_edition
from tests.factories.people import make_moderator, make_person
from tests.support.together import at_once

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def signing(person, edition):
    return lambda: acknowledge(
        person=person, edition=edition, language="uz", articles_shown=ARTICLE_KEYS, now=timezone.now()
    )


def test_twenty_people_at_once_make_one_unbroken_chain():
    edition = make_edition()
    at_once([signing(make_person(), edition) for _ in range(20)])
    assert sorted(Acknowledgement.objects.values_list("sequence", flat=True)) == list(range(1, 21))
    assert verify(edition.code) is None


def test_one_person_sending_ten_times_at_once_makes_one_row():
    edition, person = make_edition(), make_person()
    rows = at_once([signing(person, edition)] * 10)
    assert {row.pk for row in rows} == {Acknowledgement.objects.get().pk}


def test_one_edition_sent_eight_times_at_once_is_one_edition_of_one_code():
    page, moderator = make_code_page(), make_moderator()
    facts = edition_facts()
    rows = at_once([lambda: publish_edition(page=page, actor=moderator, now=timezone.now(), **facts)] * 8)
    assert {row.pk for row in rows} == {Edition.objects.get().pk}
    assert Code.objects.count() == 1
