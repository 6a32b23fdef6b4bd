"""One person sends the same thing from twenty tabs at one moment: it is done once, and every tab is told the same."""

from typing import Any

import pytest
from django.test import Client
from django_tasks_db.models import DBTaskResult

from certificates.models import Certificate, CertificateHolder, Series
from certificates.services import replace
from certificates.tasks import render_paper
from core.canonical import canonical_json, digest
from courses.models import CourseText, CourseVersion
from guidelines.models import Acknowledgement
from guidelines.proof import verify
from learning.models import ActivityCompletion, CourseCompletion, Enrolment, ProgressSummary, Score, Submission
from tests.factories.certificates import NOW, make_administrator, make_certificate, make_holder
from tests.factories.guidelines import CODE_KEY, make_edition, make_text
from tests.factories.learning import begin_quiz, make_completed, make_enrolment, read_lessons
from tests.factories.pages import make_course, step
from tests.factories.people import make_person
from tests.support.together import MANY, at_once, in_many_tabs

pytestmark = pytest.mark.django_db(transaction=True)
MINE = "/uz/my/courses/ethics-online/"
READING = f"/uz/guidelines/{CODE_KEY}/editions/1/acknowledge/"
NAME = {"latin": "Toʻrayeva Dilnoza", "cyrillic": "Тўраева Дилноза"}


def send(browser: Client, path: str, fields: dict[str, Any] | None = None) -> str:
    """Send a form from twenty tabs; return the one place that all of them are led to."""
    answers = in_many_tabs(browser, lambda tab: tab.post(path, fields or {}))
    told = {(answer.status_code, answer.headers.get("Location")) for answer in answers}
    assert len(answers) == MANY
    assert len(told) == 1, told
    (status, place) = told.pop()
    assert status == 302
    assert browser.get(place).status_code == 200
    return place


def confirmation() -> dict[str, str]:
    return {"agree": "on", "language": "uz", "wording": digest(canonical_json(make_text()))}


def require_one_certificate() -> Certificate:
    """Check that there is one certificate, the first of its series, whose three papers are ordered once."""
    certificate = Certificate.objects.get()
    assert (certificate.number, Series.objects.get().last_number) == (1, 1)
    assert CertificateHolder.objects.count() == 1
    ordered = DBTaskResult.objects.filter(task_path=render_paper.module_path)
    assert sorted(task.args_kwargs["args"][1] for task in ordered) == ["en", "ru", "uz"]
    return certificate


def test_enrolling_is_one_enrolment(sign_in) -> None:
    make_course(lessons=1)
    assert send(sign_in(make_person()), f"{MINE}enrol/") == MINE
    counts = [model.objects.count() for model in (Enrolment, ProgressSummary, CourseVersion, CourseText)]
    assert counts == [1, 1, 1, 3]


def test_i_have_read_this_is_one_completion(sign_in) -> None:
    course, person = make_course(lessons=2), make_person()
    make_enrolment(course, person)
    key = step(course, "lesson-1").translation_key
    assert send(sign_in(person), f"{MINE}steps/{key}/read/").endswith("/lesson-2/")
    assert ActivityCompletion.objects.get().activity_key == key


def test_acknowledging_is_one_acknowledgement_and_one_step_done(sign_in) -> None:
    edition, person = make_edition(), make_person()
    enrolment = make_enrolment(make_course(lessons=0, acknowledgement=CODE_KEY, order="free"), person)
    send(sign_in(person), f"{READING}?next={MINE}", confirmation())
    row = Acknowledgement.objects.get()
    assert ActivityCompletion.objects.get(enrolment=enrolment).evidence == f"acknowledgement:{row.pk}"
    assert verify(edition.code) is None


def test_letting_an_earlier_acknowledgement_count_is_one_step_done(sign_in) -> None:
    make_edition()
    course, person = make_course(lessons=1, quiz=False, acknowledgement=CODE_KEY), make_person()
    browser = sign_in(person)
    enrolment = make_enrolment(course, person)
    browser.post(READING, confirmation())
    read_lessons(enrolment, "lesson-1")
    assert not CourseCompletion.objects.exists()
    send(browser, f"{MINE}steps/{step(course, 'acknowledgement').translation_key}/acknowledge/")
    assert ActivityCompletion.objects.count() == 2
    assert CourseCompletion.objects.count() == 1


def test_handing_in_the_last_quiz_is_one_score_one_completion_and_one_certificate(sign_in) -> None:
    course, person = make_course(lessons=0), make_holder()
    attempt = begin_quiz(make_enrolment(course, person), step(course, "quiz"), now=NOW)
    place = send(sign_in(person), f"/uz/my/attempts/{attempt.uuid}/hand-in/")
    assert place == f"/uz/my/attempts/{attempt.uuid}/result/"
    counts = [model.objects.count() for model in (Submission, Score, ActivityCompletion, CourseCompletion)]
    assert counts == [1, 1, 1, 1]
    assert require_one_certificate().person == person


def test_confirming_the_printed_name_is_one_certificate(sign_in) -> None:
    person = make_person()
    make_completed(make_course(lessons=1, quiz=False), person)
    assert not Certificate.objects.exists()
    send(sign_in(person), "/uz/account/certificate-name/", {**NAME, "next": "/uz/my/certificates/"})
    assert require_one_certificate().holder.name_latin == NAME["latin"]


def test_the_last_two_steps_in_two_tabs_complete_the_course_once(sign_in) -> None:
    course, person = make_course(lessons=1, order="free"), make_holder()
    attempt = begin_quiz(make_enrolment(course, person), step(course, "quiz"), now=NOW)
    key = step(course, "lesson-1").translation_key
    tabs = [sign_in(person), sign_in(person)]
    paths = [f"/uz/my/attempts/{attempt.uuid}/hand-in/", f"{MINE}steps/{key}/read/"]
    answers = at_once([lambda tab=tab, path=path: tab.post(path) for tab, path in zip(tabs, paths, strict=True)])
    assert {answer.status_code for answer in answers} == {302}
    assert CourseCompletion.objects.count() == 1
    require_one_certificate()


def test_replacing_a_certificate_is_one_duplicate() -> None:
    old, administrator = make_certificate(), make_administrator()
    made = at_once([lambda: replace(certificate=old, reason="Ism", actor=administrator, now=NOW).pk] * MANY)
    assert len(set(made)) == 1
    assert sorted(Certificate.objects.values_list("number", flat=True)) == [1, 2]
    assert Series.objects.get().last_number == 2
