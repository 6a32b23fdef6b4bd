"""Marking on the trainer's pages: from handing in to the result, two trainers at once, what is foreign."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from accounts.roles import ADMINISTRATOR, AUDITOR
from cohorts.models import CohortTrainer, Membership
from learning.models import ActivityCompletion, Mark, Submission
from learning.services.marking import LONGEST_COMMENT
from tests.factories.cohorts import make_cohort, make_member
from tests.factories.learning import make_enrolment
from tests.factories.marking import (
    BEST,
    LOWEST,
    REFLECTION,
    hand_in_reflection,
    levels,
    make_reflective_course,
    mark,
    quiz_of,
    write,
)
from tests.factories.people import make_person, make_trainer
from tests.teaching.conftest import signed_in

QUEUE = "/uz/teach/marking/"
BUDGET = 32


@pytest.fixture
def submission(trainer: User) -> Submission:
    return hand_in_reflection(trainer, make_person("learner@example.test", last_name="Yozuvchiyeva"))


def page_of(submission: Submission) -> str:
    return reverse("teaching:marking_answer", args=[submission.attempt.uuid, REFLECTION])


def sent(facts: int = BEST, words: int = BEST, *, seen: int = 0, **fields: str) -> dict[str, Any]:
    """Return what the form sends."""
    chosen = {f"level-{criterion}": level for criterion, level in levels(facts, words).items()}
    return {"seen": seen, "comment": "Yaxshi kuzatuv", "then": "stay", **chosen, **fields}


def text(client: Client, path: str, **options: Any) -> str:
    return client.get(path, **options).content.decode()


def test_a_learner_hands_in_and_sees_the_mark_and_the_step_is_done(client: Client, trainer: User) -> None:
    learner = make_person("learner@example.test", last_name="Yozuvchiyeva")
    course = make_reflective_course()
    group = make_cohort(course, trainer)
    make_member(group, learner)
    make_enrolment(course, learner)
    browser = signed_in(learner)
    start = f"/uz/my/quizzes/{quiz_of(course).translation_key}/"
    attempt = browser.post(start, follow=True).redirect_chain[-1][0].removesuffix("1/")
    field = f"answer-{REFLECTION}.text"
    browser.post(f"{attempt}save/", {"question": REFLECTION, field: "Men avval soʻradim."})
    browser.post(f"{attempt}hand-in/")
    result = text(browser, f"{attempt}result/")
    assert "badge--open" in result
    assert not ActivityCompletion.objects.filter(person=learner).exists()
    assert "badge--fail" not in text(browser, "/uz/my/attempts/")

    for desk in ("/uz/teach/", f"/uz/teach/cohorts/{group.uuid}/"):
        assert QUEUE in text(client, desk)
    queue = text(client, QUEUE)
    assert "Yozuvchiyeva" in queue
    sheet = re.search(rf'href="({QUEUE}[^"]+)"', queue)[1]
    shown = text(client, sheet)
    for words in ("Men avval soʻradim.", "Savol reflection [uz]", "Mezon facts [uz]", "Daraja facts3"):
        assert words in shown
    assert "checked" not in shown
    answer = client.post(sheet, sent(then="next"))
    assert (answer.status_code, answer.headers["Location"]) == (302, QUEUE)
    assert "Yozuvchiyeva" not in text(client, QUEUE)

    assert ActivityCompletion.objects.filter(person=learner, kind="quiz").exists()
    told = browser.get(f"{attempt}result/").context["result"]
    body = told.questions[0].body
    assert [level.points for row in body.criteria for level in row.levels if level.reached] == [3, 3]
    assert (told.passed, told.waiting, body.comment, body.by) == (True, 0, "Yaxshi kuzatuv", str(trainer))
    told_of = re.search(r'action="([^"]+)">.{0,200}name="open"', text(browser, reverse("notices:list")), re.DOTALL)[1]
    assert browser.post(told_of, {"open": "1"}).headers["Location"] == f"{attempt}result/"


def test_the_form_sent_twice_marks_once(client: Client, submission: Submission) -> None:
    for _again in range(2):
        assert client.post(page_of(submission), sent()).headers["Location"] == page_of(submission)
    assert Mark.objects.count() == 1


def test_save_and_next_leads_through_the_queue(client: Client, trainer: User) -> None:
    course = make_reflective_course()
    group = make_cohort(course, trainer)
    found = []
    for _number in range(3):
        learner = make_person()
        make_member(group, learner)
        found.append(write(make_enrolment(course, learner), course))
    scope = f"?group={group.uuid}"
    assert client.get(QUEUE + scope).context["waiting"] == 3
    assert text(client, QUEUE).index(page_of(found[0])) < text(client, QUEUE).index(page_of(found[2]))
    where = client.post(page_of(found[1]) + scope, sent(then="next")).headers["Location"]
    assert where == page_of(found[2]) + scope
    where = client.post(where, sent(then="next")).headers["Location"]
    assert where == page_of(found[0]) + scope
    assert client.post(where, sent(then="next")).headers["Location"] == QUEUE + scope
    assert "notice--success" in text(client, QUEUE + scope)


def test_the_second_of_two_trainers_sees_the_other_mark_and_loses_nothing(
    client: Client, trainer: User, submission: Submission
) -> None:
    second = make_trainer(last_name="Ikkinchiyeva")
    CohortTrainer.objects.create(cohort=Membership.objects.get(person=submission.person).cohort, person=second)
    other = signed_in(second)
    mark(submission, trainer, LOWEST, BEST, comment="Birinchi izoh")
    answer = other.post(page_of(submission), sent(comment="Ikkinchi izoh"))
    assert answer.status_code == 409
    shown = answer.content.decode()
    assert "Birinchi izoh" in shown
    assert "Ikkinchi izoh</textarea>" in shown
    assert shown.count(" checked>") == 2
    seen = re.search(r'name="seen" value="(\d+)"', shown)[1]
    assert other.post(page_of(submission), sent(comment="Ikkinchi izoh", seen=int(seen))).status_code == 302
    assert list(submission.marks.values_list("author", "comment")) == [
        (trainer.pk, "Birinchi izoh"),
        (second.pk, "Ikkinchi izoh"),
    ]


@pytest.mark.parametrize(
    "wrong",
    [
        {"comment": "a" * (LONGEST_COMMENT + 1)},
        {"comment": "a\x00b"},
        {next(iter(sent())): "-1"},
        {"seen": "x"},
        {"level": ""},
        {"level": "foreign"},
    ],
    ids=("long", "null", "negative", "word", "no level", "foreign level"),
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(
    client: Client, submission: Submission, wrong: dict[str, str]
) -> None:
    fields = sent()
    first = next(name for name in fields if name.startswith("level-"))
    fields |= {first if name == "level" else name: value for name, value in wrong.items()}
    answer = client.post(page_of(submission), fields)
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert 'id="errors"' in shown
    assert shown.count(" checked>") == (1 if "level" in wrong else 2)
    assert not Mark.objects.exists()


def test_an_end_of_line_counts_as_one_character(client: Client, submission: Submission) -> None:
    assert client.post(page_of(submission), sent(comment="a\r\n" * (LONGEST_COMMENT // 2))).status_code == 302
    assert Mark.objects.get().comment.count("\n") == LONGEST_COMMENT // 2 - 1


def test_what_is_foreign_does_not_exist(submission: Submission, trainer: User) -> None:
    strangers = [make_trainer(), make_person(roles=(ADMINISTRATOR,)), make_person(roles=(AUDITOR,)), submission.person]
    for person in strangers:
        browser = signed_in(person)
        assert browser.get(page_of(submission)).status_code == 404
        assert browser.post(page_of(submission), sent()).status_code == 404
    browser = signed_in(trainer)
    for question in ("none", "x" * 80):
        path = reverse("teaching:marking_answer", args=[submission.attempt.uuid, question])
        assert browser.get(path).status_code == 404
    for group in ("x", make_cohort(Membership.objects.get().cohort.course).uuid):
        assert browser.get(f"{QUEUE}?group={group}").status_code == 404
    assert not Mark.objects.exists()


def test_own_work_is_neither_in_the_queue_nor_to_be_opened(client: Client, trainer: User) -> None:
    own = hand_in_reflection(trainer, trainer)
    assert page_of(own) not in text(client, QUEUE)
    assert client.get(page_of(own)).status_code == 404


def test_the_rubric_is_in_the_trainers_language(client: Client, submission: Submission) -> None:
    shown = text(client, page_of(submission).replace("/uz/", "/ru/"))
    assert "Mezon facts [ru]" in shown
    assert '<blockquote class="own-words" lang="uz">' in shown


def test_the_answers_of_an_attempt_lead_to_their_marks(client: Client, submission: Submission) -> None:
    cohort = Membership.objects.get(person=submission.person).cohort
    args = [cohort.uuid, submission.person.public_id, submission.attempt.uuid]
    assert page_of(submission) in text(client, reverse("teaching:attempt", args=args))


def test_the_pages_cost_the_same_queries_however_many_wait(client: Client, trainer: User) -> None:
    course = make_reflective_course()
    group = make_cohort(course, trainer)
    costs = []
    for count in (1, 6):
        for _number in range(count):
            learner = make_person()
            make_member(group, learner)
            last = write(make_enrolment(course, learner), course)
        spent = []
        for path in (QUEUE, page_of(last)):
            client.get(path)
            with CaptureQueriesContext(connection) as queries:
                assert client.get(path).status_code == 200
            spent.append(len(queries))
        costs.append(spent)
    assert costs[0] == costs[1]
    assert max(costs[1]) <= BUDGET, costs
