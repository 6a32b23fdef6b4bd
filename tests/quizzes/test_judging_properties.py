"""What holds for every quiz and every answer."""

from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from quizzes.domain.judging import judge, reaches, share, whole_percent
from quizzes.domain.spec import Question, QuizSpec
from tests.factories.quizzes import question, quiz_spec

LETTERS = "abcdefghij"


@st.composite
def questions(draw: Any, key: str = "q") -> Question:
    type = draw(st.sampled_from(["single", "multiple", "truefalse"]))
    points, critical = draw(st.integers(1, 20)), draw(st.booleans())
    if type == "truefalse":
        return question(key, type=type, right=draw(st.sampled_from("tf")), points=points, critical=critical)
    letters = LETTERS[: draw(st.integers(2, 10 if type == "multiple" else 8))]
    number = draw(st.integers(1, len(letters) - 1)) if type == "multiple" else 1
    right = "".join(draw(st.permutations(letters))[:number])
    scoring = draw(st.sampled_from(["per_option", "all_or_nothing"])) if type == "multiple" else ""
    return question(key, type=type, options=letters, right=right, points=points, critical=critical, scoring=scoring)


@st.composite
def answered(draw: Any, asked: Question) -> frozenset[str]:
    ids = [option.id for option in asked.choices]
    most = len(ids) if asked.takes_several else 1
    return draw(st.frozensets(st.sampled_from(ids), max_size=most))


@st.composite
def sittings(draw: Any) -> tuple[QuizSpec, dict[str, frozenset[str]]]:
    count = draw(st.integers(1, 8))
    asked = [draw(questions(f"q{number}")) for number in range(count)]
    spec = quiz_spec(*asked, pass_percent=draw(st.integers(1, 100)))
    return spec, {item.id: draw(answered(item)) for item in asked if draw(st.booleans())}


@given(sittings())
def test_points_lie_between_nothing_and_the_maximum(sitting: tuple[QuizSpec, dict[str, frozenset[str]]]) -> None:
    spec, answers = sitting
    judged = judge(spec, answers)
    assert 0 <= judged.points <= judged.maximum
    assert all(0 <= item.points <= item.maximum for item in judged.questions)
    assert judged.maximum == judged.scale * sum(item.points for item in spec.questions)


@given(sittings())
def test_integers_say_exactly_what_fractions_say(sitting: tuple[QuizSpec, dict[str, frozenset[str]]]) -> None:
    spec, answers = sitting
    exact = sum((share(item, answers.get(item.id, ())) * item.points for item in spec.questions), Fraction(0))
    judged = judge(spec, answers)
    assert Fraction(judged.points, judged.scale) == exact


@given(sittings())
def test_choosing_exactly_the_right_options_brings_everything(sitting: tuple[QuizSpec, Any]) -> None:
    spec, _answers = sitting
    judged = judge(spec, {item.id: item.right for item in spec.questions})
    assert judged.points == judged.maximum
    assert judged.passed


@given(st.data())
def test_one_more_wrong_choice_never_helps(data: st.DataObject) -> None:
    asked = data.draw(questions().filter(lambda item: item.takes_several))
    chosen = data.draw(answered(asked).filter(bool))
    wrong = data.draw(st.sampled_from([option.id for option in asked.choices if not option.correct]))
    assert share(asked, chosen | {wrong}) <= share(asked, chosen)


@given(st.data())
def test_one_more_right_choice_never_hurts_when_options_count_singly(data: st.DataObject) -> None:
    asked = data.draw(questions().filter(lambda item: item.takes_several and item.scoring == "per_option"))
    chosen = data.draw(answered(asked))
    more = data.draw(st.sampled_from(sorted(asked.right)))
    assert share(asked, chosen | {more}) >= share(asked, chosen)


@given(sittings())
def test_the_order_of_answers_does_not_matter(sitting: tuple[QuizSpec, dict[str, frozenset[str]]]) -> None:
    spec, answers = sitting
    backwards = {key: tuple(sorted(answers[key], reverse=True)) for key in reversed(answers)}
    assert judge(spec, backwards) == judge(spec, answers)


@given(st.integers(0, 5000), st.integers(1, 5000), st.integers(1, 100))
def test_the_shown_percentage_reaches_the_mark_exactly_when_the_points_do(points: int, most: int, mark: int) -> None:
    points = min(points, most)
    assert (whole_percent(points, most) >= mark) == reaches(points, most, mark)


@given(sittings())
def test_passing_needs_the_mark_and_every_critical_question(sitting: tuple[QuizSpec, Any]) -> None:
    spec, answers = sitting
    judged = judge(spec, answers)
    critical = [item for asked, item in zip(spec.questions, judged.questions, strict=True) if asked.critical]
    enough = judged.points * 100 >= judged.maximum * spec.pass_percent
    assert judged.passed == (enough and all(item.points == item.maximum for item in critical))
