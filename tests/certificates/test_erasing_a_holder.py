"""Erasing a person removes name and papers and keeps the register."""

from contextlib import suppress

import pytest
from django.apps import apps
from django.db import transaction

from accounts.services import erase_person
from certificates import housekeeping
from certificates.models import Certificate, CertificateFile, CertificateHolder
from certificates.selectors import certificates_of
from core import privacy
from tests.factories.certificates import NOW, make_certificate, make_completion, make_papers

pytestmark = pytest.mark.django_db


def _erase(certificate: Certificate, capture) -> None:
    person = certificate.person
    with capture(execute=True):
        erase_person(person=person, actor=person, reason="", now=NOW)


def test_name_and_bytes_go_and_numbers_and_digests_stay(papers_root, django_capture_on_commit_callbacks) -> None:
    certificate = make_certificate()
    make_papers(certificate)
    digests = set(CertificateFile.objects.values_list("sha256", flat=True))
    _erase(certificate, django_capture_on_commit_callbacks)
    assert not CertificateHolder.objects.exists()
    assert not list(papers_root.glob("*/*.pdf"))
    kept = Certificate.objects.get()
    assert (kept.number, kept.registration_number, kept.facts) == (1, "2026/10-0001", certificate.facts)
    assert set(CertificateFile.objects.values_list("sha256", flat=True)) == digests


def test_bytes_stay_when_the_erasure_does_not_hold(papers_root, django_capture_on_commit_callbacks) -> None:
    certificate = make_certificate()
    make_papers(certificate, "uz")
    with django_capture_on_commit_callbacks(execute=True), suppress(RuntimeError), transaction.atomic():
        erase_person(person=certificate.person, actor=certificate.person, reason="", now=NOW)
        raise RuntimeError
    assert CertificateHolder.objects.exists()
    assert len(list(papers_root.glob("*/*.pdf"))) == 1


def test_no_paper_is_made_for_the_erased(papers_root, django_capture_on_commit_callbacks) -> None:
    certificate = make_certificate()
    _erase(certificate, django_capture_on_commit_callbacks)
    make_papers(certificate)
    assert not papers_root.exists()
    assert certificates_of(certificate.person)[0].is_erased
    assert not certificates_of(certificate.person)[0].is_preparing


def test_bytes_that_outlived_an_erasure_are_swept(papers_root) -> None:
    certificate = make_certificate()
    make_papers(certificate)
    CertificateHolder.objects.all().delete()
    assert housekeeping.remove_erased(now=NOW) == 3
    assert housekeeping.remove_erased(now=NOW) == 0
    assert not list(papers_root.glob("*/*.pdf"))


def test_the_erased_are_issued_nothing(django_capture_on_commit_callbacks) -> None:
    completion = make_completion()
    with django_capture_on_commit_callbacks(execute=True):
        erase_person(person=completion.person, actor=completion.person, reason="", now=NOW)
    assert housekeeping.issue_missed(now=NOW) == 0
    assert not Certificate.objects.exists()


def test_every_model_of_certificates_is_declared() -> None:
    declared = {entry.model for entry in privacy.registrations()}
    assert set(apps.get_app_config("certificates").get_models()) <= declared


def test_people_see_what_the_register_holds_of_them() -> None:
    certificate = make_certificate()
    make_papers(certificate, "uz")
    rows = [
        row
        for entry in privacy.registrations()
        if entry.model._meta.app_label == "certificates" and entry.export
        for row in entry.export(certificate.person)
    ]
    text = str(rows)
    assert "2026/10-0001" in text
    assert "Toʻrayeva Dilnoza Rustam qizi" in text
    assert CertificateFile.objects.get().sha256 in text
