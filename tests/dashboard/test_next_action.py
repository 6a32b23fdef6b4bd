"""The one thing to do next. Pure rules."""

import pytest

from dashboard.domain.next_action import CourseOnDesk, Kind, choose


def course(title="Kurs", step="Dars", offered=True):
    url = f"/{step}/" if step else ""
    return CourseOnDesk(title, "uz", f"/{title}/", 1, 3, step, "uz" if step else "", url, offered)


def chosen(*courses, **facts):
    defaults = {"sitting": None, "name_waits": False, "has_past": False}
    return choose(courses=courses, certificates_url="/papers/", catalogue_url="/courses/", **{**defaults, **facts})


def test_a_quiz_under_way_comes_first():
    action = chosen(course(), sitting=("Test", "/attempt/"), name_waits=True)
    assert (action.kind, action.title, action.url) == (Kind.RETURN_TO_QUIZ, "Test", "/attempt/")


def test_then_a_certificate_that_waits_for_its_name():
    action = chosen(course(), name_waits=True)
    assert (action.kind, action.url) == (Kind.CONFIRM_NAME, "/papers/")


def test_then_the_next_step_of_the_course_used_last():
    action = chosen(course("A", step=""), course("B", step="Dars 2"), course("C"))
    assert (action.kind, action.title, action.course, action.url) == (Kind.TAKE_STEP, "Dars 2", "B", "/Dars 2/")


def test_a_course_where_nothing_is_open_is_looked_at():
    action = chosen(course("A", step="", offered=False), course("B", step=""))
    assert (action.kind, action.title, action.url) == (Kind.SEE_COURSE, "B", "/B/")


@pytest.mark.parametrize(("has_past", "kind"), [(False, Kind.CHOOSE_COURSE), (True, Kind.CHOOSE_ANOTHER)])
def test_without_a_course_one_is_chosen(has_past, kind):
    assert chosen(has_past=has_past).kind == kind
    assert chosen(course(step="", offered=False), has_past=has_past).url == "/courses/"
