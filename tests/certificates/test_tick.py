"""The tick does what a stopped machine left undone, and nothing twice."""

from datetime import timedelta
from pathlib import Path

import pytest
from django_tasks_db.models import DBTaskResult

from certificates import housekeeping
from certificates.models import Certificate, CertificateFile
from certificates.tasks import render_paper
from core import ticking
from tests.factories.certificates import NOW, make_certificate, make_completion, make_holder, make_papers

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(minutes=10)


def test_the_chores_are_registered() -> None:
    wanted = {"certificates.issue_missed", "certificates.render_missed", "certificates.remove_erased"}
    assert wanted <= set(ticking.names())


def test_a_certificate_that_was_missed_is_issued() -> None:
    make_completion()
    make_completion(make_holder(confirmed=False))
    make_completion(gives_certificate=False)
    assert housekeeping.issue_missed(now=LATER) == 1
    assert housekeeping.issue_missed(now=LATER) == 0
    assert Certificate.objects.count() == 1


def test_papers_that_are_ordered_already_are_not_ordered_again() -> None:
    make_certificate()
    assert housekeeping.render_missed(now=LATER) == 0
    assert DBTaskResult.objects.filter(task_path=render_paper.module_path).count() == 3


def test_papers_whose_order_was_lost_are_ordered_again(run_tasks) -> None:
    make_certificate()
    DBTaskResult.objects.all().delete()
    assert housekeeping.render_missed(now=NOW + timedelta(minutes=1)) == 0
    assert housekeeping.render_missed(now=LATER) == 3
    assert housekeeping.render_missed(now=LATER) == 0
    run_tasks()
    assert CertificateFile.objects.count() == 3
    assert housekeeping.render_missed(now=LATER) == 0


def test_a_paper_whose_bytes_are_lost_is_ordered_again(papers_root, run_tasks) -> None:
    certificate = make_certificate()
    make_papers(certificate)
    DBTaskResult.objects.all().delete()
    (papers_root / CertificateFile.objects.get(language="ru").path).unlink()
    assert housekeeping.render_missed(now=LATER) == 1
    run_tasks()
    assert len(list(papers_root.glob("*/*.pdf"))) == 3


def test_a_half_written_paper_is_never_seen(papers_root, monkeypatch) -> None:
    certificate = make_certificate()

    def stop(self: Path, target: Path) -> Path:
        raise OSError("the machine stopped")

    monkeypatch.setattr(Path, "replace", stop)
    with pytest.raises(OSError, match="stopped"):
        make_papers(certificate, "uz")
    assert not CertificateFile.objects.exists()
    assert not list(papers_root.glob("*/*"))
