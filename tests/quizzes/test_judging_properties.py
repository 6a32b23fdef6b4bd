"""What holds for every quiz, every type of question and every answer."""

import json
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from core.canonical import canonical_json
from quizzes.domain.answers import Answer, BadAnswer, frozen
from quizzes.domain.judging import RIGHT, UNANSWERED, judge, reaches, share, whole_percent
from quizzes.domain.kinds import Kind, Ordering, Scenario
from quizzes.domain.spec import Question, QuizSpec, check_spec, read_spec
from tests.factories.kinds import all_kinds, answers_to, choices, kinds, orderings, scenarios
from tests.factories.quizzes import asked, quiz_spec

Sitting = tuple[QuizSpec, dict[str, Answer]]


@st.composite
def questions(draw: Any, key: str = "q", of: st.SearchStrategy[Kind] | None = None) -> Question:
    kind = draw(of or kinds())
    several = {"type": "multiple"} if getattr(kind, "scoring", "") and kind.several else {}
    return asked(kind, key=key, points=draw(st.integers(1, 20)), critical=draw(st.booleans()), **several)


@st.composite
def sittings(draw: Any) -> Sitting:
    put = [draw(questions(f"q{number}")) for number in range(draw(st.integers(1, 6)))]
    rules = {"pass_percent": draw(st.integers(1, 100)), "critical_percent": draw(st.integers(1, 100))}
    return quiz_spec(*put, **rules), {item.id: draw(answers_to(item.kind)) for item in put if draw(st.booleans())}


@given(all_kinds())
def test_what_the_strategies_draw_is_sound_and_survives_being_stored(kind: Kind) -> None:
    spec = quiz_spec(asked(kind), asked(Ordering(("a", "b")), key="other"))
    check_spec(spec)
    assert read_spec(json.loads(canonical_json(spec))) == spec


@given(sittings())
def test_points_lie_between_nothing_and_the_maximum(sitting: Sitting) -> None:
    spec, answers = sitting
    judged = judge(spec, answers)
    assert 0 <= judged.points <= judged.maximum
    assert all(0 <= item.points <= item.maximum for item in judged.questions)
    assert judged.maximum == judged.scale * sum(item.points for item in spec.questions)


@given(sittings())
def test_integers_say_exactly_what_fractions_say(sitting: Sitting) -> None:
    spec, answers = sitting
    exact = sum((share(item, answers.get(item.id, ())) * item.points for item in spec.questions), Fraction(0))
    judged = judge(spec, answers)
    assert Fraction(judged.points, judged.scale) == exact


@given(st.data())
def test_every_share_is_whole_in_the_units_of_its_question(data: st.DataObject) -> None:
    kind = data.draw(kinds())
    part = kind.share(kind.clean(data.draw(answers_to(kind))))
    assert (part * kind.units).denominator == 1


@given(questions())
def test_the_solution_brings_everything_unless_the_best_way_of_a_critical_case_ends_badly(item: Question) -> None:
    solution = item.kind.solution()
    assert item.kind.clean(solution) == solution
    assert item.kind.complete(solution)
    fails = item.critical and isinstance(item.kind, Scenario) and item.kind.has_failed(solution)
    assert share(item, solution) == (0 if fails else 1)


@given(st.data())
def test_cleaning_twice_changes_nothing_and_survives_being_stored(data: st.DataObject) -> None:
    kind = data.draw(all_kinds())
    cleaned = kind.clean(data.draw(answers_to(kind)))
    assert kind.clean(cleaned) == cleaned
    assert frozen(json.loads(json.dumps(cleaned))) == frozen(cleaned)


@given(all_kinds())
def test_no_answer_brings_nothing_and_is_called_so(kind: Kind) -> None:
    judged = judge(quiz_spec(asked(kind), asked(Ordering(("a", "b")), key="other")), {})
    assert {item.outcome for item in judged.questions} == {UNANSWERED}
    assert judged.points == 0


@given(st.data())
def test_an_unknown_part_is_refused_by_every_type(data: st.DataObject) -> None:
    kind = data.draw(all_kinds())
    for alien in (("nobody",), {"nobody": "x"}):
        with pytest.raises(BadAnswer):
            kind.clean(alien)


@given(st.data())
def test_one_more_wrong_choice_never_helps(data: st.DataObject) -> None:
    kind = data.draw(choices(several=True))
    chosen = set(data.draw(answers_to(kind).filter(bool)))
    wrong = data.draw(st.sampled_from([option.id for option in kind.options if not option.correct]))
    assert kind.share(tuple(chosen | {wrong})) <= kind.share(tuple(chosen))


@given(st.data())
def test_one_more_right_choice_never_hurts_when_options_count_singly(data: st.DataObject) -> None:
    kind = data.draw(choices(several=True).filter(lambda drawn: drawn.scoring == "per_option"))
    chosen = set(data.draw(answers_to(kind)))
    assert kind.share(tuple(chosen | {data.draw(st.sampled_from(sorted(kind.right)))})) >= kind.share(tuple(chosen))


@given(st.data())
def test_the_right_order_alone_is_fully_right(data: st.DataObject) -> None:
    kind = data.draw(orderings())
    order = data.draw(st.permutations(kind.items))
    given_places = dict(zip(order, kind.places, strict=True))
    assert (kind.share(given_places) == 1) == (tuple(order) == kind.items)


@given(st.data())
def test_exchanging_two_neighbours_that_stand_wrong_helps(data: st.DataObject) -> None:
    kind = data.draw(orderings())
    order = list(data.draw(st.permutations(kind.items)))
    wrong = [place for place in range(len(order) - 1) if order[place] > order[place + 1]]
    assume(wrong)
    before = kind.share(dict(zip(order, kind.places, strict=True)))
    place = data.draw(st.sampled_from(wrong))
    order[place], order[place + 1] = order[place + 1], order[place]
    assert kind.share(dict(zip(order, kind.places, strict=True))) > before


@given(st.data())
def test_no_way_through_a_case_brings_more_than_the_best(data: st.DataObject) -> None:
    kind = data.draw(scenarios())
    way = data.draw(answers_to(kind))
    assert 0 <= kind.share(way) <= 1
    assert len(kind.walk(way)) == len(way)


@given(sittings())
def test_the_order_of_answers_does_not_matter(sitting: Sitting) -> None:
    spec, answers = sitting
    backwards = {key: answers[key] for key in reversed(answers)}
    assert judge(spec, backwards) == judge(spec, answers)


@given(sittings())
def test_what_was_not_asked_is_not_judged(sitting: Sitting) -> None:
    spec, answers = sitting
    first = spec.questions[0].id
    alone = judge(spec, {key: value for key, value in answers.items() if key == first}, asked=[first])
    assert [item.question for item in alone.questions] == [first]
    if len(spec.questions) > 1:
        with pytest.raises(BadAnswer):
            judge(spec, {spec.questions[1].id: ()}, asked=[first])


@given(st.integers(0, 5000), st.integers(1, 5000), st.integers(1, 100))
def test_the_shown_percentage_reaches_the_mark_exactly_when_the_points_do(points: int, most: int, mark: int) -> None:
    points = min(points, most)
    assert (whole_percent(points, most) >= mark) == reaches(points, most, mark)


@given(sittings())
def test_passing_needs_both_marks(sitting: Sitting) -> None:
    spec, answers = sitting
    judged = judge(spec, answers)
    critical = [item for put, item in zip(spec.questions, judged.questions, strict=True) if put.critical]
    enough = judged.points * 100 >= judged.maximum * spec.rules.pass_percent
    most = sum(item.maximum for item in critical)
    safe = sum(item.points for item in critical) * 100 >= most * spec.rules.critical_percent
    assert judged.passed == (enough and safe)
    assert set(judged.critical_missed) == {item.question for item in critical if item.outcome != RIGHT}
