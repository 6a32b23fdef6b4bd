"""Drawing: the same seed gives the same order, and nothing is lost or added."""

from hypothesis import given
from hypothesis import strategies as st

from quizzes.domain.drawing import Drawn, draw
from quizzes.domain.spec import QuizSpec, Section
from tests.factories.quizzes import question, quiz_spec

QUESTIONS = [question(f"q{number}", options="abcdef", right="a") for number in range(8)]


def shuffled(options: bool = True, questions: bool = True) -> QuizSpec:
    section = Section("all", tuple(item.id for item in QUESTIONS), shuffle=questions)
    return quiz_spec(*QUESTIONS, sections=(section,), shuffle_options=options)


def test_without_shuffling_the_editor_s_order_stays() -> None:
    drawn = draw(quiz_spec(*QUESTIONS), seed="anything")
    assert drawn == tuple(Drawn(f"q{number}", tuple("abcdef"), "all") for number in range(8))


def test_different_seeds_give_different_orders() -> None:
    spec = shuffled()
    orders = {draw(spec, seed=str(seed)) for seed in range(20)}
    assert len(orders) == 20


def test_options_of_different_questions_are_shuffled_differently() -> None:
    drawn = draw(quiz_spec(*QUESTIONS, shuffle_options=True), seed="s")
    assert len({item.options for item in drawn}) > 4


def test_questions_stay_in_place_when_only_options_are_shuffled() -> None:
    drawn = draw(quiz_spec(*QUESTIONS, shuffle_options=True), seed="s")
    assert [item.question for item in drawn] == [f"q{number}" for number in range(8)]


def test_a_statement_keeps_true_before_false() -> None:
    spec = quiz_spec(question("q", type="truefalse", right="f"), shuffle_options=True)
    assert {draw(spec, seed=str(seed))[0].options for seed in range(20)} == {("true", "false")}


@given(st.text(max_size=40), st.booleans(), st.booleans())
def test_a_draw_is_a_rearrangement_and_repeats_with_its_seed(seed: str, questions: bool, options: bool) -> None:
    spec = shuffled(options, questions)
    drawn = draw(spec, seed=seed)
    assert drawn == draw(spec, seed=seed)
    assert sorted(item.question for item in drawn) == [f"q{number}" for number in range(8)]
    assert all(sorted(item.options) == list("abcdef") for item in drawn)
