"""docs/scoring.md says what the code does, example by example."""

from fractions import Fraction
from pathlib import Path

import pytest

from learning.domain.attempt_review import shows_right_answers
from quizzes.domain.judging import RULES, judge, reaches, scale_of, share, whole_percent
from tests.factories.quizzes import question, quiz_spec

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "scoring.md"
TEXT = DOCUMENT.read_text(encoding="utf-8")


def rows_below(first_heading: str) -> list[list[str]]:
    """Return the rows of the table whose first column has this heading."""
    lines = TEXT.splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith(f"| {first_heading} |"))
    rows = []
    for line in lines[start + 2 :]:
        if not line.startswith("|"):
            break
        rows.append([cell.strip() for cell in line.strip("|").split("|")])
    return rows


def chosen_ids(letters: str, type: str) -> tuple[str, ...]:
    names = {"t": "true", "f": "false"}
    return tuple(names[letter] if type == "truefalse" else letter for letter in letters if letter != "–")


@pytest.mark.parametrize("row", rows_below("type"), ids=" ".join)
def test_each_worked_question_brings_what_the_document_says(row: list[str]) -> None:
    type, scoring, options, right, chosen, points, part, result, outcome = row
    asked = question("q", type=type, options=options, right=right, points=int(points), scoring=scoring)
    answer = chosen_ids(chosen, type)
    judged = judge(quiz_spec(asked), {"q": answer})
    assert share(asked, answer) == Fraction(part)
    assert Fraction(judged.points, judged.scale) == Fraction(result)
    assert judged.questions[0].outcome == outcome


@pytest.mark.parametrize("row", rows_below("counts of right options of per-option questions"), ids=" ".join)
def test_each_scale_is_what_the_document_says(row: list[str]) -> None:
    counts, scale = row
    letters = "abcdefgh"
    questions = [
        question(f"q{number}", type="multiple", options=letters, right=letters[: int(count)])
        for number, count in enumerate(counts.split() if counts != "–" else [])
    ] or [question("q")]
    assert scale_of(quiz_spec(*questions)) == int(scale)


@pytest.mark.parametrize("row", rows_below("points"), ids=" ".join)
def test_each_pass_mark_example_holds(row: list[str]) -> None:
    points, maximum, mark, missed, shown, passed = row
    reached = reaches(int(points), int(maximum), int(mark))
    assert (reached and missed == "0") == (passed == "yes")
    assert whole_percent(int(points), int(maximum)) == int(shown)


@pytest.mark.parametrize("row", rows_below("rule"), ids=" ".join)
def test_right_answers_are_shown_when_the_document_says(row: list[str]) -> None:
    rule, passed, used, allowed, shown = row
    told = shows_right_answers(review=rule, passed=passed == "yes", used=int(used), allowed=int(allowed))
    assert told == (shown == "yes")


def test_the_document_names_the_version_of_the_rules() -> None:
    assert f'`RULES = "{RULES}"`' in TEXT
