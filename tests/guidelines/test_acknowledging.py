"""A person acknowledges an edition once; each row is chained to the one before."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import CommandError, call_command
from django.db import connection

from accounts.models import User
from core.canonical import canonical_json, digest
from core.records import RecordIsFinal
from guidelines.models import Acknowledgement
from guidelines.proof import verify
from guidelines.selectors import acknowledgement_of, current_acknowledgement, languages_of
from guidelines.services import acknowledge
from guidelines.signals import acknowledged
from tests.factories.guidelines import ARTICLE_KEYS, CODE_KEY, make_edition, make_text
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 1, 20, 30, 0, 123456, tzinfo=UTC)


def sign(person, edition, language="uz", **changes):
    facts = {"articles_shown": ARTICLE_KEYS, "now": NOW, **changes}
    return acknowledge(person=person, edition=edition, language=language, **facts)


def test_it_keeps_language_script_wording_articles_time_and_method():
    edition = make_edition()
    row = sign(make_person(), edition, "ru")
    assert (row.language, row.script, row.method, row.at) == ("ru", "cyrl", "page", NOW)
    assert row.text_digest == digest(canonical_json(make_text("ru")))
    assert row.articles_shown == list(ARTICLE_KEYS)


def test_the_authentic_wording_has_the_digest_of_the_edition():
    edition = make_edition()
    assert sign(make_person(), edition).text_digest == edition.digest == languages_of(edition)["uz"]


def test_sent_twice_the_first_row_stays():
    edition, person = make_edition(), make_person()
    first = sign(person, edition, "uz")
    assert sign(person, edition, "ru") == first
    assert Acknowledgement.objects.get().language == "uz"


def test_rows_of_a_code_form_one_chain():
    edition = make_edition()
    rows = [sign(make_person(), edition) for _ in range(3)]
    assert [row.sequence for row in rows] == [1, 2, 3]
    assert [row.previous_hash for row in rows] == ["", rows[0].hash, rows[1].hash]
    assert verify(edition.code) is None


def test_two_codes_have_two_chains():
    one, other = make_edition(), make_edition(code_key="other-code")
    person = make_person()
    assert sign(person, one).sequence == sign(person, other).sequence == 1


def test_the_signal_is_heard_inside_the_transaction_and_says_whether_the_row_is_new():
    edition, person = make_edition(), make_person()
    heard = []

    def hear(acknowledgement, created, **kwargs):
        heard.append((acknowledgement.pk, created, connection.in_atomic_block))

    acknowledged.connect(hear)
    try:
        row = sign(person, edition)
        sign(person, edition)
    finally:
        acknowledged.disconnect(hear)
    assert heard == [(row.pk, True, True), (row.pk, False, True)]


def test_a_superseded_edition_is_refused_and_a_coming_one_is_taken():
    old, current = make_edition(1), make_edition(2, in_force_from=date(2026, 1, 1))
    coming = make_edition(3, in_force_from=date(2026, 9, 1))
    person = make_person()
    with pytest.raises(ValidationError, match="no longer in force"):
        sign(person, old)
    sign(person, current)
    sign(person, coming)
    assert Acknowledgement.objects.count() == 2


def test_the_last_day_ends_at_midnight_in_tashkent():
    old = make_edition(1)
    make_edition(2, in_force_from=date(2026, 9, 1))
    sign(make_person(), old, now=datetime(2026, 8, 31, 18, 59, tzinfo=UTC))
    with pytest.raises(ValidationError):
        sign(make_person(), old, now=datetime(2026, 8, 31, 19, 0, tzinfo=UTC))


def test_a_language_the_edition_does_not_have_is_refused():
    edition = make_edition(languages=("en",))
    with pytest.raises(ValidationError, match="no text in that language"):
        sign(make_person(), edition, "ru")


@pytest.mark.parametrize("shown", [(), ARTICLE_KEYS[:-1], (*ARTICLE_KEYS, "made.up")])
def test_a_text_not_shown_whole_is_refused(shown):
    with pytest.raises(ValidationError, match="whole text"):
        sign(make_person(), make_edition(), articles_shown=shown)


def test_long_answers_are_refused():
    with pytest.raises(ValidationError, match="too long"):
        sign(make_person(), make_edition(), answers={"q": "x" * 5000})


def test_nobody_signed_in_is_refused():
    from django.contrib.auth.models import AnonymousUser

    with pytest.raises(PermissionDenied):
        sign(AnonymousUser(), make_edition())


def test_the_current_acknowledgement_is_of_the_edition_in_force():
    old = make_edition(1)
    person = make_person()
    row = sign(person, old)
    make_edition(2, in_force_from=date(2026, 9, 1))
    ask = {"person": person, "code_key": CODE_KEY}
    assert current_acknowledgement(**ask, day=date(2026, 8, 31)) == row
    assert current_acknowledgement(**ask, day=date(2026, 9, 1)) is None
    assert current_acknowledgement(**ask, day=date(2025, 1, 31)) is None
    assert acknowledgement_of(person=person, edition=old) == row


def test_a_row_is_never_updated():
    row = sign(make_person(), make_edition())
    row.language = "en"
    with pytest.raises(RecordIsFinal):
        row.save()
    with pytest.raises(RecordIsFinal):
        Acknowledgement.objects.update(language="en")


def test_renaming_a_person_breaks_nothing():
    person, edition = make_person(), make_edition()
    sign(person, edition)
    User.objects.filter(pk=person.pk).update(last_name="Boshqa", email="other@example.test")
    assert verify(edition.code) is None


def tamper(sql, *values):
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL's trigger refuses this")
def test_the_command_finds_a_row_that_was_changed_behind_its_back(capsys):
    edition = make_edition()
    rows = [sign(make_person(), edition) for _ in range(3)]
    call_command("verify_acknowledgements")
    assert f"3 acknowledgements, unbroken, last hash {rows[-1].hash}" in capsys.readouterr().out
    tamper("UPDATE guidelines_acknowledgement SET language = 'en' WHERE sequence = %s", 2)
    with pytest.raises(CommandError, match=r"breaks at 2 \(hash\)"):
        call_command("verify_acknowledgements")


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL's trigger refuses this")
def test_the_command_finds_a_row_that_was_taken_out():
    edition = make_edition()
    for _ in range(3):
        sign(make_person(), edition)
    tamper("DELETE FROM guidelines_acknowledgement WHERE sequence = %s", 2)
    with pytest.raises(CommandError, match=r"breaks at 2 \(sequence\)"):
        call_command("verify_acknowledgements")


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL's trigger refuses this")
def test_the_command_finds_a_text_that_was_changed():
    make_edition()
    tamper("UPDATE guidelines_editiontext SET payload = '{}' WHERE language = %s", "ru")
    with pytest.raises(CommandError, match=r"edition 1 \(ru\) was changed"):
        call_command("verify_acknowledgements")
