"""Renaming the holder, editing the issuer, changing the address: what was issued reads as it did."""

import pytest

from accounts.services import confirm_printed_name
from certificates.models import Certificate, CertificateFile, IssuerSettings
from certificates.refusals import PaperDiffers
from certificates.services import make_paper
from core.records import RecordIsFinal
from tests.factories.certificates import NOW, make_certificate, make_papers

pytestmark = pytest.mark.django_db


def _change_everything(certificate: Certificate, settings) -> None:
    confirm_printed_name(person=certificate.person, latin="Boshqa Ism", cyrillic="", now=NOW)
    issuer = IssuerSettings.load()
    issuer.name_uz, issuer.director, issuer.is_sample = "Boshqa markaz", "B. B. Boshqa", False
    issuer.save()
    settings.PUBLIC_URL = "https://elsewhere.example"


def test_facts_and_name_stay(settings) -> None:
    certificate = make_certificate()
    facts = certificate.facts
    _change_everything(certificate, settings)
    again = Certificate.objects.get(pk=certificate.pk)
    assert (again.facts, again.holder.name_latin) == (facts, "Toʻrayeva Dilnoza Rustam qizi")


def test_a_lost_paper_is_made_again_with_the_same_digest(settings, papers_root) -> None:
    certificate = make_certificate()
    make_papers(certificate)
    before = {file.language: (papers_root / file.path).read_bytes() for file in CertificateFile.objects.all()}
    for path in papers_root.glob("*/*.pdf"):
        path.unlink()
    _change_everything(certificate, settings)
    make_papers(certificate)
    after = {file.language: (papers_root / file.path).read_bytes() for file in CertificateFile.objects.all()}
    assert after == before
    assert len(before) == 3


def test_a_paper_that_comes_out_differently_is_not_kept(papers_root) -> None:
    certificate = make_certificate()
    elsewhere = {"path": "2026/x.pdf", "sha256": "0" * 64, "size": 1, "template": "t", "rendered_at": NOW}
    CertificateFile.objects.create(certificate=certificate, language="uz", **elsewhere)
    with pytest.raises(PaperDiffers):
        make_paper(certificate_id=certificate.pk, language="uz", now=NOW)
    assert not list(papers_root.glob("*/*"))


def test_rows_of_the_register_refuse_change() -> None:
    certificate = make_certificate()
    certificate.code = "x"
    with pytest.raises(RecordIsFinal):
        certificate.save()
    with pytest.raises(RecordIsFinal):
        Certificate.objects.filter(pk=certificate.pk).delete()
