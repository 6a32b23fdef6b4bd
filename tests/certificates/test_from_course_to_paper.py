"""The whole way: a course is completed, the worker draws the papers, a stranger checks one."""

import pytest
from django.test import Client
from django.urls import reverse

from certificates.domain.facts import Result, read
from certificates.models import Certificate, CertificateFile
from tests.factories.certificates import make_holder
from tests.factories.learning import make_completed
from tests.factories.pages import make_course

pytestmark = pytest.mark.django_db


def test_a_completed_course_ends_in_three_papers_that_can_be_checked(client: Client, run_tasks) -> None:
    course = make_course(certificate_validity_months=24)
    make_completed(course, make_holder())
    certificate = Certificate.objects.get()
    facts = read(certificate.facts)
    assert facts.result == Result(100, 100)
    assert facts.title == {language: f"Kurs ethics-online{mark}" for language, mark in
                           (("uz", ""), ("ru", " [ru]"), ("en", " [en]"))}  # fmt: skip
    run_tasks()
    assert set(CertificateFile.objects.values_list("language", flat=True)) == {"uz", "ru", "en"}
    assert client.get(reverse("verify:certificate", args=[certificate.code])).status_code == 200


def test_deleting_the_course_page_changes_nothing(client: Client, run_tasks) -> None:
    course = make_course(certificate_validity_months=24)
    make_completed(course, make_holder())
    certificate = Certificate.objects.get()
    course.delete()
    run_tasks(may_fail=True)  # Wagtail's own index tasks miss the page
    assert CertificateFile.objects.filter(certificate=certificate).count() == 3
    page = client.get(reverse("verify:certificate", args=[certificate.code]), {"lang": "ru"}).content.decode()
    assert "Kurs ethics-online [ru]" in page
