"""The holder's own page and papers; for anybody else they do not exist."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from certificates.selectors import certificates_of
from tests.factories.certificates import NOW, make_certificate, make_completion, make_holder, make_papers
from tests.factories.people import add_second_factor, make_person, make_trainer

pytestmark = pytest.mark.django_db


def _download(code: str, language: str = "uz") -> str:
    return reverse("certificates:download", args=[code, language])


def test_the_list_offers_three_papers_and_the_link_for_checking(client: Client) -> None:
    certificate = make_certificate()
    make_papers(certificate)
    client.force_login(certificate.person)
    page = client.get(reverse("certificates:list")).content.decode()
    for language in ("uz", "ru", "en"):
        assert _download(certificate.code, language) in page
    assert f"https://saboq.example/verify/{certificate.code}/" in page
    assert "SB № 000001" in page


def test_a_paper_that_is_not_made_yet_is_being_prepared(client: Client, run_tasks) -> None:
    certificate = make_certificate()
    assert certificates_of(certificate.person)[0].is_preparing
    client.force_login(certificate.person)
    assert _download(certificate.code) not in client.get(reverse("certificates:list")).content.decode()
    assert client.get(_download(certificate.code)).status_code == 404
    run_tasks()
    assert not certificates_of(certificate.person)[0].is_preparing
    assert client.get(_download(certificate.code)).status_code == 200


def test_a_paper_comes_as_a_file_that_no_cache_keeps(client: Client) -> None:
    certificate = make_certificate()
    make_papers(certificate, "uz")
    client.force_login(certificate.person)
    answer = client.get(_download(certificate.code))
    assert b"".join(answer.streaming_content).startswith(b"%PDF-")
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"] == 'inline; filename="SB-000001-uz.pdf"'
    assert {"private", "no-store"} <= set(answer.headers["Cache-Control"].replace(" ", "").split(","))


@pytest.mark.parametrize("make_stranger", [make_person, make_trainer])
def test_somebody_elses_paper_does_not_exist(client: Client, make_stranger) -> None:
    certificate = make_certificate()
    make_papers(certificate, "uz")
    stranger = make_stranger(certificate_name_confirmed_at=NOW)
    add_second_factor(stranger)
    client.force_login(stranger)
    assert client.get(_download(certificate.code)).status_code == 404
    assert client.get(_download("0" * 28)).status_code == 404
    assert client.get(_download(certificate.code, "xx")).status_code == 404


def test_a_visitor_signs_in_first(client: Client) -> None:
    certificate = make_certificate()
    make_papers(certificate, "uz")
    for url in (reverse("certificates:list"), _download(certificate.code)):
        answer = client.get(url)
        assert answer.status_code == 302
        assert "/account/login/" in answer.headers["Location"]


def test_what_waits_for_the_name_leads_to_its_confirmation(client: Client) -> None:
    person = make_holder(confirmed=False)
    make_completion(person)
    client.force_login(person)
    page = client.get(reverse("certificates:list")).content.decode()
    assert reverse("accounts:certificate_name") in page
    assert "Onlayn amaliyotda axloq" in page


def test_the_list_costs_the_same_for_one_and_for_many(django_assert_num_queries) -> None:
    person = make_holder()
    make_certificate(person)
    with django_assert_num_queries(2):
        certificates_of(person)
    for _ in range(4):
        make_certificate(person)
    with django_assert_num_queries(2):
        assert len(certificates_of(person)) == 5


def test_reading_writes_nothing(client: Client) -> None:
    certificate = make_certificate()
    make_papers(certificate, "uz")
    client.force_login(certificate.person)
    client.get(reverse("verify:search"))  # the frame makes its row of contacts at the first page ever
    with CaptureQueriesContext(connection) as queries:
        client.get(reverse("certificates:list"))
        client.get(_download(certificate.code))
        client.get(reverse("verify:certificate", args=[certificate.code]))
        client.get(reverse("verify:search"), {"number": "SB 1", "surname": "Toʻrayeva"})
    assert not [row["sql"] for row in queries if row["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
