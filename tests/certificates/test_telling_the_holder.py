"""A holder hears of an issued and of a revoked certificate once, in their own language, on the site and by mail."""

from datetime import timedelta

import pytest
from django.core import mail

from certificates.refusals import NameNotConfirmed
from certificates.services import issue_for_completion, replace, revoke
from notices.models import Notice
from tests.factories.certificates import NOW, make_administrator, make_certificate, make_completion, make_holder

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(days=30)


def test_an_issued_certificate_is_told_once_and_leads_to_the_papers() -> None:
    completion = make_completion(make_holder())
    for _time in range(2):
        issue_for_completion(completion=completion, now=NOW)
    notice = Notice.objects.get()
    assert (notice.person, notice.kind, notice.subject_key) == (
        completion.person, "certificates.issued", "certificate:2026/10-0001",
    )  # fmt: skip
    assert "SB № 000001" in notice.subject
    assert "Onlayn amaliyotda axloq" in notice.body
    assert notice.url == "/uz/my/certificates/"


@pytest.mark.parametrize(
    ("language", "word", "title", "url"),
    [
        ("uz", "Sertifikat: SB № 000001", "Onlayn amaliyotda axloq", "/uz/my/certificates/"),
        ("ru", "Сертификат: SB № 000001", "Этика, согласие", "/ru/my/certificates/"),
        ("en", "Certificate: SB № 000001", "Ethics, consent", "/en/my/certificates/"),
    ],
)
def test_the_words_are_in_the_holders_language(language: str, word: str, title: str, url: str) -> None:
    make_certificate(make_holder(preferred_language=language))
    notice = Notice.objects.get()
    assert (notice.language, notice.url) == (language, url)
    assert word in notice.body
    assert title in notice.body


def test_the_worker_mails_it(run_tasks) -> None:
    certificate = make_certificate()
    run_tasks()
    (letter,) = mail.outbox
    assert letter.to == [certificate.person.email]
    assert "2026/10-0001" in letter.body


def test_a_revocation_is_told_once_with_reason_and_act() -> None:
    certificate, actor = make_certificate(), make_administrator()
    for reason in ("Ball xato kiritilgan", "boshqa"):
        revoke(certificate=certificate, reason=reason, act="12-son buyruq", actor=actor, now=LATER)
    notice = Notice.objects.get(kind="certificates.revoked")
    assert notice.person == certificate.person
    assert "Ball xato kiritilgan" in notice.body
    assert "12-son buyruq" in notice.body


def test_a_duplicate_names_the_certificate_that_it_replaces() -> None:
    old = make_certificate()
    replace(certificate=old, reason="Ism oʻzgardi", actor=make_administrator(), now=LATER)
    told = Notice.objects.get(subject_key="certificate:2026/10-0002")
    assert "SB № 000001" in told.body
    assert Notice.objects.count() == 2


def test_nothing_is_told_of_a_certificate_that_was_refused() -> None:
    completion = make_completion(make_holder(confirmed=False))
    with pytest.raises(NameNotConfirmed):
        issue_for_completion(completion=completion, now=NOW)
    assert not Notice.objects.exists()
