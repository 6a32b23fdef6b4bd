"""Which mark holds and what it brings, whatever the order of marks."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learning.domain.attempt_marks import Given, newest, sent_before, share_of, shares
from quizzes.domain.answers import BadAnswer
from quizzes.domain.judging import judge
from quizzes.domain.kinds import Criterion, Level, Reflection
from tests.factories.quizzes import asked, question, quiz_spec

RUBRIC = tuple(Criterion(name, tuple(Level(f"{name}{points}", points) for points in (0, 1, 3))) for name in "ab")
KIND = Reflection(min_words=1, max_words=50, rubric=RUBRIC)
SPEC = quiz_spec(asked(KIND, key="r", points=4), asked(KIND, key="s", points=2), question("q"))
ANSWERS = {"r": {"text": "Bir"}, "s": {"text": "Ikki"}, "q": ("a",)}
POINTS = st.sampled_from((0, 1, 3))


def made(key: str, sequence: int, a: int, b: int, author: int = 1, comment: str = "") -> Given:
    return Given(key, sequence, author, {"a": f"a{a}", "b": f"b{b}"}, comment)


marks = st.lists(st.tuples(st.sampled_from("rs"), POINTS, POINTS, st.sampled_from((1, 2))), max_size=12)


def numbered(rows: list[tuple[str, int, int, int]]) -> list[Given]:
    """Return marks with the sequence that a table gives them."""
    counts = {"r": 0, "s": 0}
    found = []
    for key, a, b, author in rows:
        counts[key] += 1
        found.append(made(key, counts[key], a, b, author))
    return found


@given(marks, st.randoms(use_true_random=False))
def test_any_row_of_marks_gives_the_score_of_the_newest_ones(rows, random) -> None:
    given_marks = numbered(rows)
    last = {mark.question: mark for mark in given_marks}
    shuffled = random.sample(given_marks, len(given_marks))
    judged = judge(SPEC, ANSWERS, marks=shares(SPEC, shuffled))
    assert judged == judge(SPEC, ANSWERS, marks=shares(SPEC, last.values()))
    expected = Fraction(1)
    for key, points in (("r", 4), ("s", 2)):
        if key in last:
            earned = sum(int(level[1:]) for level in last[key].levels.values())
            expected += Fraction(earned, 6) * points
    assert Fraction(judged.points, judged.scale) == expected
    assert judged.waiting == tuple(key for key in "rs" if key not in last)
    assert judged.passed == (expected / 7 >= Fraction(70, 100))


@given(marks)
def test_a_form_sent_again_is_known_again_until_somebody_marks_in_another_way(rows) -> None:
    of_one = [mark for mark in numbered(rows) if mark.question == "r"]
    for mark in of_one:
        again = {"seen": mark.sequence - 1, "author": mark.author, "levels": mark.levels, "comment": mark.comment}
        assert sent_before(of_one, **again) == mark
    for seen in range(len(of_one) + 1):
        assert sent_before(of_one, seen=seen, author=3, levels={"a": "a0", "b": "b0"}, comment="") is None


def test_a_mark_whose_levels_the_rubric_has_not_leaves_the_answer_waiting() -> None:
    foreign = Given("r", 1, 1, {"a": "a0", "c": "c0"}, "")
    assert shares(SPEC, [foreign]) == {}
    assert shares(SPEC, [made("gone", 1, 3, 3)]) == {}
    assert judge(SPEC, ANSWERS, marks=shares(SPEC, [foreign])).waiting == ("r", "s")


def test_only_a_rubric_is_marked() -> None:
    with pytest.raises(BadAnswer):
        share_of(SPEC.question("q"), {})
    assert share_of(SPEC.question("r"), {"a": "a1", "b": "b3"}) == Fraction(2, 3)


def test_the_newest_is_the_one_with_the_highest_sequence() -> None:
    first, second = made("r", 1, 3, 3), made("r", 2, 0, 0)
    assert newest([second, first]) == {"r": second}
