"""A step completed twice is completed once; the summary follows; the last step completes the course."""

from uuid import uuid4

import pytest

from learning.domain.completion import RULES
from learning.models import ActivityCompletion, CourseCompletion
from learning.services.progress import NotInCourse, complete_activity, refresh_summary, settle
from learning.services.steps import StepNotOpen, confirm_lesson
from learning.signals import course_completed
from tests.factories.learning import make_completed, make_enrolment, read_lessons, sit_quiz, wrong_answers
from tests.factories.pages import make_course, make_lesson, make_quiz_page, step

pytestmark = pytest.mark.django_db


@pytest.fixture
def completions():
    heard = []
    course_completed.connect(lambda **event: heard.append(event["completion"]), weak=False, dispatch_uid="test")
    yield heard
    course_completed.disconnect(dispatch_uid="test")


def confirm(enrolment, page, now, language="uz"):
    return confirm_lesson(enrolment=enrolment, activity_key=page.translation_key, language=language, now=now)


def test_confirming_twice_in_two_languages_is_one_completion(now):
    course = make_course(lessons=2, quiz=False)
    enrolment, lesson = make_enrolment(course), step(course, "lesson-1")
    first = confirm(enrolment, lesson, now)
    assert confirm(enrolment, lesson, now, language="ru") == first
    assert (first.title, first.language, first.evidence) == ("Dars lesson-1", "uz", "confirmed:page")


def test_the_title_is_kept_as_it_read_to_the_learner(now):
    course = make_course(lessons=2, quiz=False)
    done = confirm(make_enrolment(course), step(course, "lesson-1"), now, language="ru")
    step(course, "lesson-1").delete()
    assert ActivityCompletion.objects.get(pk=done.pk).title == "Dars lesson-1 [ru]"


def test_a_locked_lesson_is_not_confirmed(now):
    course = make_course(lessons=2, quiz=False)
    with pytest.raises(StepNotOpen):
        confirm(make_enrolment(course), step(course, "lesson-2"), now)
    assert not ActivityCompletion.objects.exists()


def test_a_quiz_is_not_confirmed_like_a_lesson(now):
    course = make_course(lessons=1, order="free")
    with pytest.raises(StepNotOpen):
        confirm(make_enrolment(course), step(course, "quiz"), now)


def test_a_step_of_another_course_is_refused(now):
    enrolment = make_enrolment(make_course(lessons=1, quiz=False))
    with pytest.raises(NotInCourse):
        complete_activity(
            enrolment=enrolment, activity_key=uuid4(), kind="lesson", title="x", language="uz", evidence="x:1", now=now
        )


def test_the_summary_says_what_is_done_and_what_comes_next(now):
    course = make_course(lessons=2)
    enrolment = make_enrolment(course)
    read_lessons(enrolment, "lesson-1")
    enrolment.summary.refresh_from_db()
    assert (enrolment.summary.done, enrolment.summary.total) == (1, 3)
    assert enrolment.summary.next_activity_key == step(course, "lesson-2").translation_key
    assert sorted(enrolment.summary.states.values()) == ["done", "locked", "open"]


def test_a_failed_quiz_is_failed_only_when_its_attempts_are_used_up(now):
    course = make_course(lessons=0, quiz=False)
    quiz = make_quiz_page(step(course, "module-1"), attempts_allowed=2, pause_hours=0)
    enrolment, key = make_enrolment(course), str(quiz.translation_key)
    states = []
    for _attempt in range(2):
        sit_quiz(enrolment, quiz, wrong_answers())
        enrolment.summary.refresh_from_db()
        states.append(enrolment.summary.states[key])
    assert states == ["open", "failed"]
    assert enrolment.summary.best[key]["passed"] is False


def test_more_attempts_allowed_open_a_failed_quiz_again(now):
    course = make_course(lessons=0, quiz=False)
    quiz = make_quiz_page(step(course, "module-1"), attempts_allowed=1)
    enrolment = make_enrolment(course)
    sit_quiz(enrolment, quiz, wrong_answers())
    quiz.attempts_allowed = 2
    quiz.save()
    assert refresh_summary(enrolment=enrolment, now=now).states[str(quiz.translation_key)] == "open"


def test_the_last_step_completes_the_course_once(now, completions):
    course = make_course(lessons=1, hours=6)
    enrolment = make_completed(course)
    assert enrolment.state == "completed"
    read_lessons(enrolment, "lesson-1")
    assert completions == [CourseCompletion.objects.get()]


def test_a_completion_holds_the_facts_and_names_the_version(now):
    course = make_course(lessons=2, lessons_per_module=1, hours=6, certificate_validity_months=36)
    completion = make_completed(course).completion
    quiz = step(course, "quiz")
    assert completion.rules == RULES
    assert completion.version.course.translation_key == course.translation_key
    assert completion.facts == {
        "schema": 1,
        "titles": {"uz": course.title, "ru": f"{course.title} [ru]", "en": f"{course.title} [en]"},
        "hours": 12,
        "started_on": "2026-11-22",
        "completed_on": "2026-11-22",
        "final_score": completion.facts["final_score"] | {"quiz": str(quiz.translation_key)},
        "edition": None,
        "gives_certificate": True,
        "validity_months": 36,
    }
    score = completion.facts["final_score"]
    assert score["points"] == score["maximum"] == 4 * score["scale"]


def test_days_are_days_in_tashkent(now):
    evening = now.replace(hour=2)  # still the day before in UTC
    completion = make_completed(make_course(lessons=1, quiz=False), now=evening).completion
    assert completion.facts["completed_on"] == "2026-11-22"


def test_a_new_lesson_takes_no_completion_back(now):
    course = make_course(lessons=1, quiz=False)
    enrolment = make_completed(course)
    before = enrolment.completion
    make_lesson(step(course, "module-1"), "added")
    settle(enrolment=enrolment, now=now)
    read_lessons(enrolment, "added")
    enrolment.refresh_from_db()
    assert enrolment.state == "completed"
    assert CourseCompletion.objects.get() == before


def test_deleting_the_last_open_lesson_completes_at_the_learners_next_act(now, completions):
    course = make_course(lessons=2, quiz=False)
    enrolment = make_enrolment(course)
    read_lessons(enrolment, "lesson-1")
    step(course, "lesson-2").delete()
    refresh_summary(enrolment=enrolment, now=now)
    assert completions == []
    settle(enrolment=enrolment, now=now)
    assert len(completions) == 1


def test_a_quiz_deleted_while_a_learner_sits_it_still_counts(now):
    from learning.services.attempts import save_answers, start_attempt, submit
    from tests.factories.learning import right_answers

    course = make_course(lessons=1)
    enrolment = make_enrolment(course)
    read_lessons(enrolment, "lesson-1")
    quiz = step(course, "quiz")
    attempt = start_attempt(
        person=enrolment.person, enrolment=enrolment, quiz_page=quiz, language="uz", seed="s", now=now
    )
    quiz.delete()
    save_answers(attempt=attempt, answers=right_answers(), language="uz", now=now)
    assert submit(attempt=attempt, now=now).passed
    assert ActivityCompletion.objects.filter(kind="quiz").count() == 1
    assert CourseCompletion.objects.count() == 1


def test_the_course_page_deleted_midway_the_last_quiz_still_completes_it(now):
    from learning.services.attempts import save_answers, start_attempt, submit
    from tests.factories.learning import right_answers

    course = make_course(lessons=1)
    enrolment = make_enrolment(course)
    read_lessons(enrolment, "lesson-1")
    attempt = start_attempt(
        person=enrolment.person,
        enrolment=enrolment,
        quiz_page=step(course, "quiz"),
        language="uz",
        seed="s",
        now=now,
    )
    course.delete()
    save_answers(attempt=attempt, answers=right_answers(), language="uz", now=now)
    submit(attempt=attempt, now=now)
    completion = CourseCompletion.objects.get()
    assert completion.version == enrolment.version
    assert completion.facts["hours"] == 4
