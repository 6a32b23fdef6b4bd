"""A corrigendum stands beside the old wording, with a date; the edition itself never changes."""

from datetime import date

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError

from accounts.models import PrivilegedAct
from guidelines.models import Corrigendum, Edition
from guidelines.selectors import wording_on
from guidelines.services import acknowledge, add_corrigendum
from tests.factories.guidelines import ARTICLE_KEYS, CODE_KEY, NOW, clause_key, make_edition
from tests.factories.pages import make_home
from tests.factories.people import make_moderator, make_person

pytestmark = pytest.mark.django_db
PLACE = {"article": "consent.online", "clause": clause_key("consent.online", "c1")}


@pytest.fixture
def edition(db):
    make_home()
    return make_edition()


def correct(edition, actor=None, **changes):
    facts = {
        **PLACE,
        "wording": {"uz": "Tuzatilgan matn"},
        "reason": {"uz": "Imlo xatosi", "en": "A slip of the pen"},
        "effective_on": date(2026, 8, 10),
        "now": NOW,
    }
    return add_corrigendum(edition=edition, actor=actor or make_moderator(), **{**facts, **changes})


def clause(edition, day, language="uz"):
    return wording_on(edition, language, day).text.article("consent.online").clauses[0].text


def test_the_text_of_a_day_has_the_corrections_up_to_that_day(edition):
    correct(edition)
    assert clause(edition, date(2026, 8, 9)) == "Matn consent.online 1"
    assert clause(edition, date(2026, 8, 10)) == "Tuzatilgan matn"
    assert clause(edition, date(2026, 8, 10), "ru") == "Текст consent.online 1"


def test_the_edition_keeps_its_text_and_digest(edition):
    correct(edition)
    again = Edition.objects.get(pk=edition.pk)
    assert (again.payload, again.digest) == (edition.payload, edition.digest)
    assert wording_on(edition, "uz", date(2026, 8, 9)).digest == edition.digest
    assert wording_on(edition, "uz", date(2026, 8, 10)).digest != edition.digest


def test_a_later_correction_of_the_same_clause_follows_the_earlier(edition):
    correct(edition, effective_on=date(2026, 8, 20), wording={"uz": "Ikkinchi"})
    correct(edition, effective_on=date(2026, 8, 10), wording={"uz": "Birinchi"})
    assert clause(edition, date(2026, 8, 15)) == "Birinchi"
    assert clause(edition, date(2026, 8, 20)) == "Ikkinchi"


def test_an_indent_can_be_corrected(edition):
    correct(edition, clause=clause_key("consent.online", "c2a"))
    text = wording_on(edition, "uz", date(2026, 8, 10)).text
    assert text.article("consent.online").clauses[1].indents[0].text == "Tuzatilgan matn"


def test_only_a_moderator_corrects(edition):
    with pytest.raises(PermissionDenied):
        correct(edition, make_person(roles=("editor",)))
    assert not Corrigendum.objects.exists()


def test_sent_twice_it_is_one_row(edition):
    moderator = make_moderator()
    assert correct(edition, moderator) == correct(edition, moderator)
    assert PrivilegedAct.objects.filter(verb="guidelines.add_corrigendum").count() == 1


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"effective_on": date(2026, 7, 31)}, "effective_on"),
        ({"reason": {"en": "Only English"}}, "reason"),
        ({"wording": {}}, "wording"),
        ({"wording": {"uz": "  "}}, "wording"),
        ({"wording": {"kaa": "Tekst"}}, "wording"),
        ({"wording": {"uz": "Matn consent.online 1"}}, "wording"),
        ({"clause": "nowhere"}, "clause"),
        ({"article": "nowhere"}, "clause"),
    ],
)
def test_what_cannot_be_is_refused(edition, changes, field):
    with pytest.raises(ValidationError) as refusal:
        correct(edition, **changes)
    assert list(refusal.value.message_dict) == [field]


def test_the_reading_page_shows_the_correction_with_its_date_and_the_old_wording(edition, client):
    correct(edition)
    with time_machine.travel("2026-08-11T12:00:00+05:00"):
        html = client.get(f"/en/guidelines/{CODE_KEY}/").content.decode()
        assert "Corrected from" not in html
        html = client.get(f"/uz/guidelines/{CODE_KEY}/").content.decode()
    assert "<p>Tuzatilgan matn</p>" in html
    assert '<del lang="uz">Matn consent.online 1</del>' in html
    assert "Imlo xatosi" in html
    assert "Tuzatilgan matn" not in client.get(f"/uz/guidelines/{CODE_KEY}/on/2026-08-09/").content.decode()


def test_an_acknowledgement_keeps_the_digest_of_the_corrected_wording(edition):
    correct(edition)
    row = acknowledge(
        person=make_person(), edition=edition, language="uz", articles_shown=ARTICLE_KEYS, now=NOW.replace(day=11)
    )
    assert row.text_digest == wording_on(edition, "uz", date(2026, 8, 11)).digest != edition.digest
