"""What lies on a learner's desk."""

import pytest
from django.utils import translation
from django.utils.translation import ngettext

from learning.services.attempts import start_attempt
from learning.services.enrolment import leave
from notices.services import notify
from tests.factories.learning import make_completed, make_enrolment, read_lessons, sit_quiz, wrong_answers
from tests.factories.pages import make_course, step
from tests.factories.people import make_person
from tests.support.words import said

pytestmark = pytest.mark.django_db

DESK = "/uz/my/"


def shown(browser, address=DESK):
    answer = browser.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_visitor_signs_in_first(client):
    answer = client.get(DESK)
    assert answer.status_code == 302
    assert "/account/login/" in answer["Location"]


def test_a_newcomer_is_led_to_the_catalogue(sign_in):
    page = shown(sign_in(make_person()))
    newcomer = (
        "You have not enrolled in a course yet. Each is free, goes at your own pace and tells you beforehand how many "
        "hours it takes."
    )
    assert said(newcomer) in page
    assert 'href="/uz/courses/"' in page


def test_the_next_step_is_one_press_away_in_the_readers_language(sign_in):
    course, person = make_course(lessons=2), make_person()
    read_lessons(make_enrolment(course, person), "lesson-1")
    browser = sign_in(person)
    assert 'class="button" href="/uz/courses/ethics-online/module-1/lesson-2/"' in shown(browser)
    russian = shown(browser, "/ru/my/")
    assert "Dars lesson-2 [ru]" in russian
    assert 'href="/ru/courses/ethics-online/module-1/lesson-2/"' in russian


def test_a_quiz_under_way_is_the_next_thing(sign_in, now):
    course, person = make_course(lessons=0), make_person()
    enrolment = make_enrolment(course, person)
    attempt = start_attempt(
        person=person, enrolment=enrolment, quiz_page=step(course, "quiz"), language="uz", seed="s", now=now
    )
    page = shown(sign_in(person))
    assert f'class="button" href="/uz/my/attempts/{attempt.uuid}/"' in page


def test_courses_in_progress_and_before_stand_apart(sign_in, now):
    person = make_person()
    make_enrolment(make_course("current", lessons=1, quiz=False), person)
    make_completed(make_course("done", lessons=1, quiz=False, hours=7), person)
    leave(enrolment=make_enrolment(make_course("left", lessons=1, quiz=False), person), now=now)
    page = shown(sign_in(person))
    current, past = page.split(said("Courses before"))
    assert "Kurs current" in current
    assert "Kurs done" in past
    assert "Kurs left" in past
    with translation.override("uz"):
        assert ngettext("%(hours)s academic hour", "%(hours)s academic hours", 7) % {"hours": 7} in past


def test_a_course_whose_page_is_gone_is_still_there_in_the_readers_language(sign_in):
    person = make_person()
    course = make_course(lessons=1, quiz=False)
    make_completed(course, person)
    for page in [course, *course.get_translations()]:
        page.delete()
    page = shown(sign_in(person), "/ru/my/")
    assert "Kurs ethics-online [ru]" in page
    assert said("No longer offered", "ru") in page


def test_past_attempts_are_shown_with_their_result(sign_in):
    course, person = make_course(lessons=0), make_person()
    sit_quiz(make_enrolment(course, person), step(course, "quiz"), wrong_answers())
    page = shown(sign_in(person))
    assert "Test quiz" in page
    assert said("not passed") in page


def test_unread_messages_are_shown(sign_in, now):
    person = make_person()
    notify(
        person=person, kind="test", subject_key="1", language="uz", subject="Xabar bor", body="…", url="/uz/", now=now
    )
    assert "Xabar bor" in shown(sign_in(person))


def test_nothing_of_somebody_else_is_shown(sign_in):
    course = make_course(lessons=0)
    sit_quiz(make_enrolment(course), step(course, "quiz"))
    page = shown(sign_in(make_person()))
    assert "Kurs ethics-online" not in page
    assert "Test quiz" not in page


@pytest.mark.parametrize("courses", [1, 6])
def test_the_desk_costs_few_queries_however_much_lies_on_it(sign_in, courses, now, django_assert_max_num_queries):
    person = make_person()
    for number in range(courses):
        course = make_course(f"course-{number}", lessons=1)
        enrolment = make_enrolment(course, person)
        read_lessons(enrolment, "lesson-1")
        sit_quiz(enrolment, step(course, "quiz"), wrong_answers())
        gone = make_course(f"gone-{number}", lessons=1, quiz=False)
        make_completed(gone, person)
        gone.delete()
    browser = sign_in(person)
    browser.get("/ru/my/")
    with django_assert_max_num_queries(20) as queries:
        assert browser.get("/ru/my/").status_code == 200
    assert all(query["sql"].startswith("SELECT") for query in queries)
