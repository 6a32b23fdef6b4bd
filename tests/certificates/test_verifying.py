"""Anybody checks a certificate: by its code, or by number and surname."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from accounts.services import erase_person
from certificates.services import replace, revoke
from certificates.verification import find_by_code, verified
from tests.factories.certificates import NOW, make_administrator, make_certificate
from tests.factories.guidelines import make_edition

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _a_day_on_which_it_is_valid():
    with time_machine.travel(NOW + timedelta(days=7), tick=False):
        yield


def _page(client: Client, url: str, **query: str) -> str:
    return client.get(url, {"lang": "en", **query}).content.decode()


def _by_code(code: str) -> str:
    return reverse("verify:certificate", args=[code])


def test_by_code_every_printed_fact_is_shown(client: Client) -> None:
    make_edition(1)
    certificate = make_certificate(edition={"code": "online-practice-code", "number": 1, "digest": ""})
    answer = client.get(_by_code(certificate.code), {"lang": "en"})
    page = answer.content.decode()
    assert answer.status_code == 200
    for fact in (
        "Toʻrayeva Dilnoza Rustam qizi", "Тўраева Дилноза Рустам қизи", "SB № 000001", "2026/10-0001", "NAMUNA",
        "Ethics, consent and confidentiality online", "24 academic hours", "86 of 100", "Text kodeks", "edition 1",
        "Online Practice Training Centre", "Tashkent, 9 November 2026", "8 November 2028", "12 October 2026",
        "6 November 2026", "N. N. Namunaviy", "S. S. Namunaviy",
    ):  # fmt: skip
        assert fact in page, fact


@pytest.mark.parametrize(
    ("language", "title", "day"),
    [
        ("uz", "Onlayn amaliyotda axloq", "2026-yil 9-noyabr"),
        ("ru", "Этика, согласие", "9 ноября 2026"),
        ("en", "Ethics, consent", "9 November 2026"),
    ],
)
def test_the_page_speaks_the_readers_language(client: Client, language: str, title: str, day: str) -> None:
    page = client.get(_by_code(make_certificate().code), {"lang": language}).content.decode()
    assert f'lang="{language}"' in page
    assert title in page
    assert day in page


def test_the_state_stands_at_the_very_top(client: Client) -> None:
    page = _page(client, _by_code(make_certificate().code))
    content = page[page.index('id="content"') :]
    assert content.index("The certificate is valid") < content.index("Toʻrayeva")


@pytest.mark.parametrize("typed", [str.upper, lambda code: f"{code[:4]}-{code[4:]}", lambda code: f" {code} "])
def test_a_code_is_found_however_it_is_typed(client: Client, typed) -> None:
    assert client.get(_by_code(typed(make_certificate().code))).status_code == 200


def test_the_form_leads_to_the_address_of_the_code(client: Client) -> None:
    code = make_certificate().code
    answer = client.get(reverse("verify:search"), {"code": f" {code.upper()} ", "lang": "ru"})
    assert answer.status_code == 302
    assert answer.headers["Location"] == f"{_by_code(code)}?lang=ru"


@pytest.mark.parametrize("surname", ["Toʻrayeva", "To'rayeva", "тўраева", "TÖRAYEVA"])
@pytest.mark.parametrize("number", ["SB № 000001", "sb 1", "2026/10-0001", "1"])
def test_by_number_and_surname_all_but_the_result_is_shown(client: Client, number: str, surname: str) -> None:
    code = make_certificate().code
    page = _page(client, reverse("verify:search"), number=number, surname=surname)
    assert "Toʻrayeva Dilnoza Rustam qizi" in page
    assert "24 academic hours" in page
    assert "86 of 100" not in page
    assert code not in page


def test_number_and_another_surname_find_nothing(client: Client) -> None:
    make_certificate()
    answer = client.get(reverse("verify:search"), {"number": "SB 1", "surname": "Karimova", "lang": "en"})
    assert answer.status_code == 404
    page = answer.content.decode()
    assert "Dilnoza" not in page
    assert 'value="Karimova"' in page
    assert 'value="SB 1"' in page


@pytest.mark.parametrize(
    "query", [{"number": "SB 1"}, {"surname": "x"}, {"number": "??", "surname": "x"}, {"code": ""}]
)
def test_a_form_filled_in_wrongly_says_what_is_missing(client: Client, query: dict) -> None:
    answer = client.get(reverse("verify:search"), query)
    assert answer.status_code == 422
    assert "field--wrong" in answer.content.decode()


def test_the_same_number_of_two_years_is_told_apart_or_shown_twice(client: Client) -> None:
    first = make_certificate()
    make_certificate(first.person, now=NOW.replace(year=2027))
    both = _page(client, reverse("verify:search"), number="SB 1", surname="Toʻrayeva")
    assert both.count("<article") == 2
    one = _page(client, reverse("verify:search"), number="2027/10-0001", surname="Toʻrayeva")
    assert one.count("<article") == 1


def test_an_unknown_code_gets_help_in_place(client: Client) -> None:
    answer = client.get(_by_code("UNKNOWN"), {"lang": "en"})
    page = answer.content.decode()
    assert answer.status_code == 404
    assert "No certificate has this code" in page
    assert "A code has 28 letters and figures; yours has 7." in page
    assert "O is read as 0" in page


def test_a_revoked_certificate_shows_reason_and_act(client: Client) -> None:
    certificate = make_certificate()
    revoke(certificate=certificate, reason="Xato", act="12-son", actor=make_administrator(), now=NOW)
    page = _page(client, _by_code(certificate.code))
    assert "The certificate was revoked" in page
    assert "Xato" in page
    assert "12-son" in page
    assert "is valid" not in page


def test_a_replaced_certificate_links_to_the_new_one(client: Client) -> None:
    old = make_certificate()
    new = replace(certificate=old, reason="a", actor=make_administrator(), now=NOW)
    page = _page(client, _by_code(old.code))
    assert "The certificate was replaced by another one" in page
    assert _by_code(new.code) in page
    assert "issued in place of SB № 000001" in _page(client, _by_code(new.code))


def test_by_number_and_surname_the_new_code_stays_hidden(client: Client) -> None:
    old = make_certificate()
    new = replace(certificate=old, reason="a", actor=make_administrator(), now=NOW)
    page = _page(client, reverse("verify:search"), number="SB 1", surname="Toʻrayeva")
    assert new.code not in page
    assert "2026%2F10-0002" in page


def test_expired_and_not_yet_valid_are_said_in_words(client: Client) -> None:
    code = make_certificate().code
    with time_machine.travel(NOW.replace(year=2030), tick=False):
        assert "The certificate has expired" in _page(client, _by_code(code))
    with time_machine.travel(NOW - timedelta(days=30), tick=False):
        assert "The certificate is not valid yet" in _page(client, _by_code(code))


def test_after_erasure_the_register_says_that_the_name_was_removed(client: Client) -> None:
    certificate = make_certificate()
    erase_person(person=certificate.person, actor=certificate.person, reason="", now=NOW)
    page = _page(client, _by_code(certificate.code))
    assert "The holder had the name removed" in page
    assert "Toʻrayeva" not in page
    assert "SB № 000001" in page
    assert client.get(reverse("verify:search"), {"number": "SB 1", "surname": "Toʻrayeva"}).status_code == 404


def test_a_machine_gets_the_same(client: Client) -> None:
    certificate = make_certificate()
    answer = client.get(reverse("verify:json", args=[certificate.code]))
    data = answer.json()
    assert (data["state"], data["certificate"], data["holder"]["latin"]) == (
        "valid", "SB № 000001", "Toʻrayeva Dilnoza Rustam qizi",
    )  # fmt: skip
    assert data["facts"]["result"] == {"points": 86, "maximum": 100}
    unknown = client.get("/verify/unknown.json")
    assert (unknown.status_code, unknown.json()) == (404, {"state": "unknown"})


@pytest.mark.parametrize("kind", ["code", "number", "json"])
def test_answers_with_a_name_are_kept_by_no_cache_and_no_search_engine(client: Client, kind: str) -> None:
    code = make_certificate().code
    answer = {
        "code": lambda: client.get(_by_code(code)),
        "number": lambda: client.get(reverse("verify:search"), {"number": "SB 1", "surname": "Toʻrayeva"}),
        "json": lambda: client.get(reverse("verify:json", args=[code])),
    }[kind]()
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert "noindex" in answer.headers["X-Robots-Tag"]
    assert not answer.cookies


def test_a_check_costs_one_question_to_the_register(client: Client, django_assert_max_num_queries) -> None:
    code = make_certificate().code
    with django_assert_max_num_queries(1):
        found = find_by_code(code)
        assert found is not None
        verified(found, day=NOW.date(), language="uz", with_result=True)


def test_a_course_without_test_or_end_is_shown_without_them(client: Client) -> None:
    certificate = make_certificate(final_score=None, validity_months=0)
    page = _page(client, _by_code(certificate.code))
    assert "Without limit of time" in page
    assert "Final assessment" not in page
