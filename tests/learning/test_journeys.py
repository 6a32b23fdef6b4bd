"""A learner's way through a course in a browser without scripts."""

import html
import re

import pytest

from learning.models import ActivityCompletion, CourseCompletion, Enrolment
from tests.factories.guidelines import CODE_KEY, make_edition
from tests.factories.learning import make_enrolment, sit_quiz
from tests.factories.pages import make_course, step
from tests.factories.people import make_person
from tests.support.words import said

pytestmark = pytest.mark.django_db

COURSE = "/uz/courses/ethics-online/"
MINE = "/uz/my/courses/ethics-online/"


def press(browser, answer, action):
    """Send the form on a page whose address ends in `action`, with its hidden fields."""
    page = answer.content.decode()
    form = re.search(rf'<form[^>]*action="([^"]*{action}/)"[^>]*>(.*?)</form>', page, re.DOTALL)
    assert form, f"no form for {action}"
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form.group(2)))
    return browser.post(form.group(1), fields, follow=True)


def read_and_confirm_code(browser, answer):
    """Follow the way to the whole text and confirm it at its end."""
    link = re.search(r'href="([^"]*/acknowledge/\?next=[^"]*)"', text(answer))
    assert link, "no way to the text"
    page = browser.get(html.unescape(link.group(1)))
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', text(page)))
    return browser.post(page.request["PATH_INFO"], fields | {"agree": "on"}, follow=True)


def text(answer):
    return answer.content.decode()


def place(answer):
    return answer.redirect_chain[-1][0]


def test_from_the_course_page_to_its_completion(sign_in):
    make_edition()
    course, person = make_course(lessons=2, acknowledgement=CODE_KEY), make_person()
    browser = sign_in(person)
    at = press(browser, browser.get(COURSE), "enrol")
    assert place(at) == MINE
    at = browser.get(COURSE + "module-1/lesson-1/")
    at = press(browser, at, "read")
    assert place(at).endswith("/lesson-2/")
    at = press(browser, at, "read")
    assert place(at).endswith("/quiz/")
    sit_quiz(Enrolment.objects.get(), step(course, "quiz"))
    at = read_and_confirm_code(browser, browser.get(COURSE + "module-1/acknowledgement/"))
    assert place(at) == COURSE + "module-1/acknowledgement/"
    assert browser.get(MINE).context["is_completed"]
    completion = CourseCompletion.objects.get()
    assert completion.facts["edition"]["number"] == 1
    assert completion.facts["edition"]["code"] == CODE_KEY


def test_progress_is_one_whatever_the_language(sign_in):
    course, person = make_course(lessons=2, quiz=False), make_person()
    make_enrolment(course, person)
    browser = sign_in(person)
    press(browser, browser.get(COURSE + "module-1/lesson-1/"), "read")
    russian = browser.get("/ru/courses/ethics-online/module-1/lesson-2/")
    assert russian.status_code == 200
    at = press(browser, russian, "read")
    assert place(at) == "/ru/my/courses/ethics-online/"
    assert list(ActivityCompletion.objects.values_list("language", flat=True).order_by("pk")) == ["uz", "ru"]
    assert CourseCompletion.objects.count() == 1


def test_two_tabs_confirm_the_same_lesson_once(sign_in):
    course, person = make_course(lessons=2, quiz=False), make_person()
    make_enrolment(course, person)
    one, other = sign_in(person), sign_in(person)
    first, second = one.get(COURSE + "module-1/lesson-1/"), other.get(COURSE + "module-1/lesson-1/")
    assert place(press(one, first, "read")).endswith("/lesson-2/")
    assert place(press(other, second, "read")).endswith("/lesson-2/")
    assert ActivityCompletion.objects.count() == 1


def test_enrolling_from_two_tabs_is_one_enrolment(sign_in):
    make_course(lessons=1)
    person = make_person()
    one, other = sign_in(person), sign_in(person)
    pages = one.get(COURSE), other.get(COURSE)
    press(one, pages[0], "enrol")
    assert press(other, pages[1], "enrol").status_code == 200
    assert Enrolment.objects.count() == 1


def test_leaving_and_taking_up_again_keeps_what_was_done(sign_in):
    course, person = make_course(lessons=2, quiz=False), make_person()
    make_enrolment(course, person)
    browser = sign_in(person)
    press(browser, browser.get(COURSE + "module-1/lesson-1/"), "read")
    at = press(browser, browser.get(MINE), "leave")
    assert said("You have left this course") in at.content.decode()
    at = press(browser, at, "resume")
    assert place(at).endswith("/lesson-2/")
    assert Enrolment.objects.get().state == "active"


def test_a_lesson_deleted_while_it_is_read_stops_nobody(sign_in):
    course, person = make_course(lessons=3, quiz=False), make_person()
    make_enrolment(course, person)
    browser = sign_in(person)
    open_page = browser.get(COURSE + "module-1/lesson-1/")
    step(course, "lesson-1").delete()
    at = press(browser, open_page, "read")
    assert place(at) == MINE
    assert said("That step is not open to you now, so nothing was recorded. Here is where you stand.") in text(at)
    at = browser.get(COURSE + "module-1/lesson-2/")
    assert place(press(browser, at, "read")).endswith("/lesson-3/")


def test_a_deleted_lesson_changes_nothing_done(sign_in):
    course, person = make_course(lessons=2, quiz=False), make_person()
    make_enrolment(course, person)
    browser = sign_in(person)
    press(browser, browser.get(COURSE + "module-1/lesson-1/"), "read")
    before = list(ActivityCompletion.objects.values())
    step(course, "lesson-1").delete()
    at = press(browser, browser.get(COURSE + "module-1/lesson-2/"), "read")
    assert at.context["is_completed"]
    assert list(ActivityCompletion.objects.order_by("pk").values())[:1] == before


def test_deleting_the_course_page_changes_nothing_done(sign_in):
    course, person = make_course(lessons=1, quiz=False), make_person()
    make_enrolment(course, person)
    browser = sign_in(person)
    press(browser, browser.get(COURSE + "module-1/lesson-1/"), "read")
    before = CourseCompletion.objects.values().get()
    for page in [course, *course.get_translations()]:
        page.delete()
    assert CourseCompletion.objects.values().get() == before
    mine = browser.get("/ru/my/courses/ethics-online/").content.decode()
    assert "Kurs ethics-online [ru]" in mine
    assert "Dars lesson-1 [ru]" in mine
    assert browser.get(COURSE).status_code == 404


def test_a_course_that_became_complete_by_a_deletion_is_finished_by_its_learner(sign_in):
    course, person = make_course(lessons=2, quiz=False), make_person()
    make_enrolment(course, person)
    browser = sign_in(person)
    press(browser, browser.get(COURSE + "module-1/lesson-1/"), "read")
    step(course, "lesson-2").delete()
    at = press(browser, browser.get(MINE), "finish")
    assert at.context["is_completed"]


def test_a_step_is_not_completed_without_the_text_being_confirmed(sign_in):
    make_edition()
    course, person = make_course(lessons=0, quiz=False, acknowledgement=CODE_KEY), make_person()
    make_enrolment(course, person)
    browser = sign_in(person)
    key = step(course, "acknowledgement").translation_key
    at = browser.post(f"{MINE}steps/{key}/acknowledge/", follow=True)
    assert said("Read the edition in force first, and confirm it at its end.") in text(at)
    assert not ActivityCompletion.objects.exists()


def test_an_edition_acknowledged_before_the_step_opened_counts_at_one_press(sign_in):
    make_edition()
    course, person = make_course(lessons=1, quiz=False, acknowledgement=CODE_KEY), make_person()
    make_enrolment(course, person)
    browser = sign_in(person)
    page = browser.get("/uz/guidelines/online-practice-code/editions/1/acknowledge/")
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', text(page)))
    browser.post(page.request["PATH_INFO"], fields | {"agree": "on"})
    at = press(browser, browser.get(COURSE + "module-1/lesson-1/"), "read")
    assert place(press(browser, at, "acknowledge")) == MINE
    assert CourseCompletion.objects.get().facts["edition"]["number"] == 1


def test_without_an_edition_in_force_the_step_waits(sign_in):
    course, person = make_course(lessons=0, quiz=False, acknowledgement=CODE_KEY), make_person()
    make_enrolment(course, person)
    page = sign_in(person).get(COURSE + "module-1/acknowledgement/").content.decode()
    assert said("No edition of this code is in force yet. This step opens on the day it comes into force.") in page
    assert "/steps/" not in page


def test_what_belongs_to_somebody_else_is_not_found(sign_in):
    course = make_course(lessons=1, quiz=False)
    make_enrolment(course)
    key = step(course, "lesson-1").translation_key
    stranger = sign_in(make_person())
    for action in ("leave/", "resume/", "finish/", f"steps/{key}/read/", f"steps/{key}/acknowledge/"):
        assert stranger.post(MINE + action).status_code == 404
    assert not ActivityCompletion.objects.exists()
