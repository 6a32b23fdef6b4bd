"""The transcript of hours, on the site and on paper."""

import subprocess

import pytest
from weasyprint.urls import FatalURLFetchingError

from dashboard.paper import _kit
from tests.factories.learning import make_completed
from tests.factories.pages import in_language, make_course
from tests.factories.people import make_person
from tests.support.words import said

pytestmark = pytest.mark.django_db


def text_of(pdf, tmp_path):
    file = tmp_path / "transcript.pdf"
    file.write_bytes(pdf)
    shown = subprocess.run(["pdftotext", "-raw", file, "-"], capture_output=True, text=True, check=True).stdout
    return " ".join(shown.split())


def test_hours_are_listed_and_added_up(sign_in):
    person = make_person()
    make_completed(make_course("one", lessons=1, quiz=False, hours=4), person)
    make_completed(make_course("two", lessons=1, hours=9), person)
    page = sign_in(person).get("/ru/my/transcript/").content.decode()
    assert "Kurs one [ru]" in page
    assert "Kurs two [ru]" in page
    assert "100 %" in page
    assert ">13<" in page


def test_it_reads_as_the_course_did_at_completion(sign_in):
    person, course = make_person(), make_course(lessons=1, quiz=False)
    make_completed(course, person)
    russian = in_language(course, "ru")
    russian.title = "Другое"
    russian.save()
    course.delete()
    page = sign_in(person).get("/ru/my/transcript/").content.decode()
    assert "Kurs ethics-online [ru]" in page
    assert "Другое" not in page


def test_what_others_begin_under_a_new_title_changes_no_line_of_it(sign_in):
    person, course = make_person(), make_course(lessons=1, quiz=False)
    make_completed(course, person)
    course.title = "Butunlay boshqa"
    course.save()
    make_completed(course)
    page = sign_in(person).get("/uz/my/transcript/").content.decode()
    assert "Kurs ethics-online" in page
    assert "Butunlay boshqa" not in page


def test_a_completion_names_the_course_by_the_title_that_an_editor_took_back():
    course = make_course(lessons=1, quiz=False)
    for title in ("Kurs ethics-online", "Xato nom", "Kurs ethics-online"):
        course.title = title
        course.save()
        completed = make_completed(course)
    assert completed.completion.facts["titles"]["uz"] == "Kurs ethics-online"


def test_the_paper_says_the_same(sign_in, tmp_path):
    person = make_person(last_name="Toʻlaganova")
    make_completed(make_course(lessons=1, hours=5), person)
    answer = sign_in(person).get("/ru/my/transcript.pdf")
    assert answer["Content-Type"] == "application/pdf"
    words = text_of(answer.content, tmp_path)
    assert "Toʻlaganova" in words
    assert "Kurs ethics-online [ru]" in words
    assert "100 %" in words


def test_a_newcomer_has_an_empty_transcript(sign_in, tmp_path):
    browser = sign_in(make_person())
    nothing = said("You have not completed a course yet. Hours are credited when a course is complete.")
    assert nothing in browser.get("/uz/my/transcript/").content.decode()
    assert said("No course completed yet.") in text_of(browser.get("/uz/my/transcript.pdf").content, tmp_path)


def test_the_paper_fetches_nothing():
    fetcher = _kit()[2]
    for address in ("file:///etc/passwd", "http://127.0.0.1/", "ftp://example.test/x"):
        with pytest.raises(FatalURLFetchingError):
            fetcher(address)


@pytest.mark.parametrize("address", ["/uz/my/transcript/", "/uz/my/transcript.pdf"])
def test_a_visitor_signs_in_first(client, address):
    assert client.get(address).status_code == 302
