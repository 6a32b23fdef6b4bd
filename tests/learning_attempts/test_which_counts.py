"""Which attempt counts; and the worked table of docs/scoring.md."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learning.domain.attempt_counting import Counted, Sat, counted
from learning.domain.parallel_forms import form_for
from quizzes.domain.rules import AVERAGE, BEST, COUNTS, FIRST, LAST
from tests.quizzes.test_scoring_document import rows_below


def sat(text: str) -> Sat:
    """Return an attempt written as "6/10", with + for passed and ! for a critical mark that was missed."""
    points, maximum = text.rstrip("+!").split("/")
    return Sat(int(points), int(maximum), 1, passed=text.endswith("+"), safe=not text.endswith("!"))


@pytest.mark.parametrize("row", rows_below("attempts in order"), ids=" ".join)
def test_each_example_comes_to_what_the_document_says(row: list[str]) -> None:
    attempts, counts, mark, share, passed = row
    found = counted([sat(one) for one in attempts.split()], counts=counts, pass_percent=int(mark))
    assert Fraction(found.points, found.maximum) == Fraction(share)
    assert found.passed == (passed == "yes")


def test_an_average_is_written_as_points_of_the_last_attempt() -> None:
    attempts = [Sat(3, 8, 2, False), Sat(5, 6, 1, False)]
    found = counted(attempts, counts=AVERAGE, pass_percent=70)
    assert Fraction(found.maximum, found.scale) == 6
    assert Fraction(found.points, found.scale) == (Fraction(3, 8) + Fraction(5, 6)) / 2 * 6


SITTINGS = st.lists(
    st.builds(
        lambda maximum, share, scale, passed, safe: Sat(maximum * share // 100, maximum, scale, passed, safe),
        st.integers(1, 200), st.integers(0, 100), st.integers(1, 12), st.booleans(), st.booleans(),
    ),
    min_size=1,
    max_size=8,
)  # fmt: skip


@given(attempts=SITTINGS, counts=st.sampled_from(COUNTS), mark=st.integers(1, 100))
def test_what_counts_lies_between_the_worst_and_the_best(attempts: list[Sat], counts: str, mark: int) -> None:
    found = counted(attempts, counts=counts, pass_percent=mark)
    shares = [Fraction(one.points, one.maximum) for one in attempts]
    assert min(shares) <= Fraction(found.points, found.maximum) <= max(shares)


@given(attempts=SITTINGS, mark=st.integers(1, 100))
def test_the_best_passes_when_any_attempt_did(attempts: list[Sat], mark: int) -> None:
    assert counted(attempts, counts=BEST, pass_percent=mark).passed == any(one.passed for one in attempts)


@given(attempts=SITTINGS)
def test_first_and_last_are_the_attempts_themselves(attempts: list[Sat]) -> None:
    for counts, one in ((FIRST, attempts[0]), (LAST, attempts[-1])):
        found = counted(attempts, counts=counts, pass_percent=70)
        assert found == Counted(one.points, one.maximum, one.scale, one.passed)


@given(one=SITTINGS.map(lambda attempts: attempts[0]), times=st.integers(1, 5), counts=st.sampled_from(COUNTS))
def test_equal_attempts_come_to_their_own_share_whatever_counts(one: Sat, times: int, counts: str) -> None:
    found = counted([one] * times, counts=counts, pass_percent=70)
    assert Fraction(found.points, found.maximum) == Fraction(one.points, one.maximum)


def test_a_quiz_without_forms_has_none() -> None:
    assert form_for(("",), person="p", quiz="q", met="a") == ""


def test_the_exit_test_gives_the_other_form() -> None:
    assert form_for(("a", "b"), person="p", quiz="q", met="a") == "b"
    assert form_for(("a", "b"), person="p", quiz="q", met="b") == "a"


def test_the_same_person_gets_the_same_form_and_half_of_all_get_each() -> None:
    forms = [form_for(("a", "b"), person=str(number), quiz="q") for number in range(400)]
    assert forms == [form_for(("a", "b"), person=str(number), quiz="q") for number in range(400)]
    assert 150 < forms.count("a") < 250
