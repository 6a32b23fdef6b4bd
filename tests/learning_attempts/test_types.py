"""Every type of question as a browser without JavaScript meets it: answered, saved, resumed, sent again, reviewed."""

import pytest

from learning.models import DraftAnswer, Mark
from learning.services.attempts import submit
from tests.factories.people import make_person
from tests.factories.question_types import TYPES, part, question_id

from .conftest import NOW, Learner
from .pages import text, url
from .typed_forms import decide, place_of, right_form, save, saved, write_types

ANSWERED = tuple(type_ for type_ in TYPES if type_ != "scenario")


@pytest.fixture
def typed(learner: Learner) -> Learner:
    write_types(learner.quiz)
    return learner


@pytest.mark.parametrize("type_", ANSWERED)
def test_an_answer_is_saved_shown_again_and_sent_again_safely(typed: Learner, type_: str) -> None:
    attempt = typed.begin()
    path = url(attempt, f"{place_of(attempt, type_)}/")
    assert f"Savol {type_} [uz]" in text(typed.client.get(path))
    fields = right_form(attempt, type_)
    assert save(typed, attempt, type_, fields).status_code == 302
    first = saved(attempt)
    assert first[question_id(type_)]
    shown = typed.client.get(path)
    assert shown.context["question"].state == "done"
    for value in fields.values():
        assert str(value).replace("\r\n", "\n").strip() in text(shown)
    save(typed, attempt, type_, fields)
    assert saved(attempt) == first
    assert DraftAnswer.objects.count() == 1


@pytest.mark.parametrize("type_", ANSWERED)
def test_an_answer_can_be_taken_back(typed: Learner, type_: str) -> None:
    attempt = typed.begin()
    fields = right_form(attempt, type_)
    save(typed, attempt, type_, fields)
    save(typed, attempt, type_, dict.fromkeys(fields, "") if type_ != "survey" else {})
    assert not saved(attempt)[question_id(type_)]


@pytest.mark.parametrize("type_", ANSWERED)
@pytest.mark.parametrize("value", ["99", "#", "\x00", "1" * 5000])
def test_what_cannot_be_is_refused_beside_the_question_and_nothing_is_stored(
    typed: Learner, type_: str, value: str
) -> None:
    attempt = typed.begin()
    fields = dict.fromkeys(right_form(attempt, type_), value)
    if type_ in ("text", "gaps", "reflection") and len(value) < 3 and value != "\x00":
        fields = {f"answer-{question_id(type_)}.{part('elsewhere')}": value}
    response = save(typed, attempt, type_, fields)
    assert response.status_code == 400
    assert 'role="alert"' in text(response)
    assert not DraftAnswer.objects.exists()


def test_a_mistyped_number_is_told_beside_its_field_and_stays(typed: Learner) -> None:
    attempt = typed.begin()
    field = f"answer-{question_id('numeric')}"
    response = save(typed, attempt, "numeric", {f"{field}.number": "oʻttiz", f"{field}.unit": part("numeric", "day")})
    assert response.status_code == 400
    question = response.context["question"]
    assert (question.type, question.body.value) == ("numeric", "oʻttiz")
    assert question.error
    page = text(response)
    assert f'aria-describedby="error-{question.position}"' in page
    assert f'id="error-{question.position}"' in page
    assert f'value="{part("numeric", "day")}" selected' in page
    assert not DraftAnswer.objects.exists()


def test_answers_of_one_form_are_saved_all_or_none(typed: Learner) -> None:
    write_types(typed.quiz, layout="all")
    attempt = typed.begin()
    form: dict[str, object] = {"question": [question_id(type_) for type_ in TYPES]}
    for type_ in ANSWERED:
        form |= right_form(attempt, type_)
    wrong = form | {f"answer-{question_id('numeric')}.number": "oʻttiz"}
    response = typed.client.post(url(attempt, "save/"), wrong)
    assert response.status_code == 400
    assert not DraftAnswer.objects.exists()
    assert "Men avval soʻradim." in text(response)
    assert typed.client.post(url(attempt, "save/"), form).status_code == 302
    assert all(saved(attempt)[question_id(type_)] for type_ in ANSWERED)


def test_every_type_is_judged_and_reviewed(typed: Learner) -> None:
    attempt = typed.begin()
    for type_ in ANSWERED:
        save(typed, attempt, type_, right_form(attempt, type_))
    decide(typed, attempt, 0, "wait")
    decide(typed, attempt, 1, "call")
    typed.client.post(url(attempt, "hand-in/"))
    page = typed.client.get(url(attempt, "result/"))
    outcomes = {question.type: question.outcome for question in page.context["result"].questions}
    right = dict.fromkeys(("matching", "ordering", "numeric", "text", "gaps", "scenario"), "right")
    assert outcomes == {**right, "reflection": "waiting", "survey": "noted"}
    assert "Men avval soʻradim." in text(page)
    assert "MAXFIY-IZOH toʻliq [uz]" in text(page)
    assert page.context["result"].waiting == 1


def test_right_answers_stand_beside_wrong_ones(typed: Learner) -> None:
    attempt = typed.begin()
    for type_ in ("matching", "ordering"):
        fields = right_form(attempt, type_)
        save(typed, attempt, type_, dict(zip(fields, reversed(fields.values()), strict=True)))
    save(typed, attempt, "numeric", {f"answer-{question_id('numeric')}.number": "5"})
    save(typed, attempt, "gaps", {f"answer-{question_id('gaps')}.{part('gaps', 'minutes')}": "besh"})
    decide(typed, attempt, 0, "shout")
    submit(attempt=attempt, now=NOW)
    page = typed.client.get(url(attempt, "result/"))
    shown = {question.type: question.body for question in page.context["result"].questions}
    assert [row.solution.text for row in shown["matching"].rows if row.solution] == ["Oʻng a [uz]", "Oʻng c [uz]"]
    assert [step.text for step in shown["ordering"].solution] == [f"Qadam {name} [uz]" for name in "abcd"]
    assert shown["numeric"].solution == "4321"
    assert [step.text for step in shown["scenario"].best] == ["Qaror wait [uz]", "Qaror call [uz]"]
    assert "MAXFIY oʻn" in text(page)
    assert "YASHIRIN-Vaziyat middle" not in text(page)


def test_a_reflection_waits_for_its_trainer_and_then_shows_the_mark(typed: Learner) -> None:
    attempt = typed.begin()
    save(typed, attempt, "reflection", right_form(attempt, "reflection"))
    score = submit(attempt=attempt, now=NOW)
    levels = {part("reflection", name): part("reflection", name, "3") for name in ("facts", "words")}
    Mark.objects.create(
        submission=score.submission,
        question=question_id("reflection"),
        author=make_person("trainer@example.org"),
        levels=levels,
        comment="Yaxshi kuzatuv",
        at=NOW,
    )
    page = typed.client.get(url(attempt, "result/"))
    body = next(item.body for item in page.context["result"].questions if item.type == "reflection")
    reached = [level.points for criterion in body.criteria for level in criterion.levels if level.reached]
    assert reached == [3, 3]
    assert "Yaxshi kuzatuv" in text(page)


def test_a_partner_is_never_named_by_the_id_of_its_item(typed: Learner) -> None:
    attempt = typed.begin()
    pair = part("matching", "a")
    forged = {f"answer-{question_id('matching')}.{pair}": f"{pair}.partner"}
    assert save(typed, attempt, "matching", forged).status_code == 400
    assert not DraftAnswer.objects.exists()
