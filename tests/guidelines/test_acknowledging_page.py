"""Reading an edition to its end in the browser, and confirming it."""

from datetime import date

import pytest
import time_machine

from core.canonical import canonical_json, digest
from guidelines.models import Acknowledgement
from tests.factories.guidelines import ARTICLE_KEYS, CODE_KEY, make_edition, make_text
from tests.factories.pages import make_home
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db
PATH = f"guidelines/{CODE_KEY}/editions/1/acknowledge/"


@pytest.fixture(autouse=True)
def _site(db):
    make_home()
    with time_machine.travel("2026-03-01T12:00:00+05:00", tick=False):
        yield


@pytest.fixture
def edition(db):
    return make_edition()


@pytest.fixture
def person(client):
    someone = make_person()
    client.force_login(someone)
    return someone


def filled(language="uz", **changes):
    wording = digest(canonical_json(make_text(language)))
    return {"agree": "on", "language": language, "wording": wording, **changes}


def test_a_visitor_is_asked_to_sign_in(client, edition):
    response = client.get(f"/uz/{PATH}")
    assert response.status_code == 302
    assert response.url.startswith("/uz/account/login/?next=")


def test_the_whole_text_stands_above_the_confirmation(client, edition, person):
    html = client.get(f"/ru/{PATH}").content.decode()
    assert all(f'id="{key}"' in html for key in ARTICLE_KEYS)
    assert html.index("Текст start.location 2a") < html.index('name="agree"')
    assert "no-store" in client.get(f"/ru/{PATH}")["Cache-Control"]


def test_confirming_records_what_was_on_the_page(client, edition, person):
    response = client.post(f"/ru/{PATH}", filled("ru"))
    assert (response.status_code, response.url) == (302, f"/ru/{PATH}")
    row = Acknowledgement.objects.get()
    assert (row.person, row.edition, row.language, row.method) == (person, edition, "ru", "page")
    assert row.articles_shown == list(ARTICLE_KEYS)
    html = client.get(f"/en/{PATH}").content.decode()
    assert "You acknowledged edition 1 on" in html
    assert row.hash in html
    assert 'name="agree"' not in html


def test_without_the_tick_nothing_is_recorded(client, edition, person):
    response = client.post(f"/en/{PATH}", filled("en", agree=""))
    assert response.status_code == 200
    assert "Tick the box to confirm" in response.content.decode()
    assert not Acknowledgement.objects.exists()


def test_another_wording_than_the_one_on_the_page_is_not_recorded(client, edition, person):
    for wrong in ({"wording": "0" * 64}, {"language": "ru"}, {"wording": ""}):
        html = client.post(f"/en/{PATH}", {**filled("en"), **wrong}).content.decode()
        assert "The text has changed while you were reading" in html
        assert digest(canonical_json(make_text("en"))) in html
    assert not Acknowledgement.objects.exists()


def test_confirming_twice_changes_nothing(client, edition, person):
    client.post(f"/uz/{PATH}", filled())
    assert client.post(f"/ru/{PATH}", filled("ru")).status_code == 302
    assert Acknowledgement.objects.get().language == "uz"


def test_where_there_is_no_translation_the_uzbek_wording_is_recorded(client, person):
    make_edition(languages=())
    client.post(f"/ru/{PATH}", filled("uz"))
    assert Acknowledgement.objects.get().language == "uz"


def test_a_superseded_edition_leads_to_the_one_in_force(client, edition, person):
    make_edition(2, in_force_from=date(2026, 2, 1))
    html = client.get(f"/en/{PATH}").content.decode()
    assert "no longer in force" in html
    assert 'name="agree"' not in html
    response = client.post(f"/en/{PATH}", filled("en"))
    assert response.status_code == 409
    assert not Acknowledgement.objects.exists()


def test_the_way_on_leads_only_to_this_site(client, edition, person):
    assert client.post(f"/uz/{PATH}", filled(next="/uz/my/")).url == "/uz/my/"
    assert client.post(f"/uz/{PATH}", filled(next="//evil.example/")).url == f"/uz/{PATH}"


def test_looking_writes_nothing(client, edition, person):
    client.get(f"/uz/{PATH}")
    assert not Acknowledgement.objects.exists()


def test_an_unknown_edition_is_not_found(client, person):
    assert client.get(f"/uz/{PATH}").status_code == 404


def test_a_forged_request_is_refused(edition):
    from django.test import Client

    strict = Client(enforce_csrf_checks=True)
    strict.force_login(make_person())
    assert strict.post(f"/uz/{PATH}", filled()).status_code == 403
    assert not Acknowledgement.objects.exists()
