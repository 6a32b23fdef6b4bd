"""docs/scoring.md says what the code does, example by example."""

import re
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from learning.domain.attempt_marks import Given, share_of, shares
from learning.domain.attempt_review import shown_things
from learning.domain.rekeying import corrected
from quizzes.domain.feasible import shortage
from quizzes.domain.judging import RULES, judge, reaches, scale_of, share, whole_percent
from quizzes.domain.kinds import (
    Accepted,
    Criterion,
    Level,
    Matching,
    Numeric,
    Ordering,
    Pair,
    Reflection,
    ShortText,
    Unit,
)
from quizzes.domain.rules import FINAL_REVIEW, LEARNING_REVIEW, Rules
from tests.factories.quizzes import asked, question, quiz_spec

from .someone_at_the_door import CASE

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
    put = question("q", type=type, options=options, right=right, points=int(points), scoring=scoring)
    answer = chosen_ids(chosen, type)
    judged = judge(quiz_spec(put), {"q": answer})
    assert share(put, answer) == Fraction(part)
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
    assert scale_of(questions, {}) == int(scale)


@pytest.mark.parametrize("row", rows_below("pairs"), ids=" ".join)
def test_each_matching_brings_what_the_document_says(row: list[str]) -> None:
    letters, given, part = row
    kind = Matching(tuple(Pair(letter, letter.upper()) for letter in letters), ())
    answer = {pair[0]: pair[1] for pair in given.split()}
    assert share(asked(kind), answer) == Fraction(part)


@pytest.mark.parametrize("row", rows_below("steps"), ids=" ".join)
def test_each_order_brings_what_the_document_says(row: list[str]) -> None:
    letters, given, part = row
    answer = {letter: str(place) for place, letter in enumerate(given, start=1)}
    assert share(asked(Ordering(tuple(letters))), answer) == Fraction(part)


@pytest.mark.parametrize("row", rows_below("right number"), ids=" ".join)
def test_each_number_brings_what_the_document_says(row: list[str]) -> None:
    right, tolerance, units, typed, part = row
    measures = tuple(Unit(*unit.split("=")) for unit in units.split() if unit != "–")
    number, _space, unit = typed.rpartition(" ") if measures else (typed, "", "")
    answer = {"number": number, "unit": unit} if measures else {"number": typed}
    assert share(asked(Numeric(right, tolerance, measures)), answer) == Fraction(part)


@pytest.mark.parametrize("row", rows_below("accepted"), ids=" ".join)
def test_each_text_brings_what_the_document_says(row: list[str]) -> None:
    accepted, typed, part = row
    meanings = re.findall(r"(\D+?)=(\S+)", accepted)
    kind = ShortText(tuple(Accepted(words.strip(), (words.strip(),), worth) for words, worth in meanings))
    assert share(asked(kind), {"text": typed}) == Fraction(part)


@pytest.mark.parametrize("row", rows_below("way"), ids=" ".join)
def test_each_way_through_the_case_brings_what_the_document_says(row: list[str]) -> None:
    way, critical, part, outcome = row
    put = asked(CASE, points=5, critical=critical == "yes")
    assert share(put, tuple(way.split())) == Fraction(part)
    assert judge(quiz_spec(put), {"q": tuple(way.split())}).questions[0].outcome == outcome


@pytest.mark.parametrize("row", rows_below("sections (pool:take)"), ids=" ".join)
def test_each_blueprint_misses_what_the_document_says(row: list[str]) -> None:
    sections, missing = row
    needs = [(pool, int(take)) for pool, take in (section.split(":") for section in sections.split())]
    assert shortage(needs) == int(missing)


@pytest.mark.parametrize("row", rows_below("points"), ids=" ".join)
def test_each_pass_mark_example_holds(row: list[str]) -> None:
    points, maximum, mark, safe, decisive, safe_mark, shown, passed = row
    reached = reaches(int(points), int(maximum), int(mark))
    kept_safe = decisive == "0" or reaches(int(safe), int(decisive), int(safe_mark))
    assert (reached and kept_safe) == (passed == "yes")
    assert whole_percent(int(points), int(maximum)) == int(shown)


@pytest.mark.parametrize("row", rows_below("preset"), ids=" ".join)
def test_each_moment_shows_what_the_document_says(row: list[str]) -> None:
    preset, minutes, settled, closed, shown = row
    now = datetime(2026, 11, 22, 12, tzinfo=UTC)
    things = shown_things(
        Rules(pass_percent=70, review={"learning": LEARNING_REVIEW, "final": FINAL_REVIEW}[preset]),
        submitted_at=None if minutes == "–" else now - timedelta(minutes=int(minutes)),
        settled=settled == "yes",
        closes_at=now if closed == "yes" else None,
        now=now,
    )
    assert things == {thing for thing in shown.split() if thing != "–"}


def test_the_document_names_the_version_of_the_rules() -> None:
    assert f'`RULES = "{RULES}"`' in TEXT


@pytest.mark.parametrize("row", rows_below("key sat"), ids=" ".join)
def test_each_corrected_key_brings_what_the_document_says(row: list[str]) -> None:
    sat, now, chosen, before, passed_before, after, passed_after, completed = row
    kind = "multiple" if len(sat + now) > 2 else "single"
    old, new = (
        quiz_spec(
            question("q", type=kind, options="abcd", right=right, points=2, scoring="per_option"),
            question("p", options="ab", right="a", points=2),
            pass_percent=75,
        )
        for right in (sat, now)
    )
    answers = {"q": chosen_ids(chosen, kind), "p": ("a",)}
    first, second = judge(old, answers), judge(corrected(old, new, {"q"}), answers)
    assert [Fraction(judged.points, judged.scale) for judged in (first, second)] == [Fraction(before), Fraction(after)]
    assert [judged.passed for judged in (first, second)] == [passed_before == "yes", passed_after == "yes"]
    assert (completed == "yes") == (first.passed or second.passed)


def _rubric(text: str) -> Reflection:
    levels = [[int(points) for points in criterion.split("/")] for criterion in text.split()]
    return Reflection(
        min_words=1,
        max_words=50,
        rubric=tuple(
            Criterion(f"c{at}", tuple(Level(f"c{at}-{points}", points) for points in row))
            for at, row in enumerate(levels)
        ),
    )


def _marks(text: str) -> dict[str, Fraction]:
    """Return the share that the last of several marks brings to the question `r` of `_rubric("0/1/3 0/1/3")`."""
    spec = quiz_spec(asked(_rubric("0/1/3 0/1/3"), key="r"))
    rows = text.split(", ") if text != "–" else []
    return shares(
        spec,
        [
            Given("r", number, 1, {f"c{at}": f"c{at}-{points}" for at, points in enumerate(row.split())}, "")
            for number, row in enumerate(rows, start=1)
        ],
    )


@pytest.mark.parametrize("row", rows_below("rubric"), ids=" ".join)
def test_each_rubric_brings_what_the_document_says(row: list[str]) -> None:
    rubric, points, marked, part, result, outcome = row
    put = asked(_rubric(rubric), key="r", points=int(points))
    levels = {f"c{at}": f"c{at}-{chosen}" for at, chosen in enumerate(marked.split())}
    marks = {} if marked == "–" else {"r": share_of(put, levels)}
    judged = judge(quiz_spec(put), {"r": {"text": "Bir"}}, marks=marks)
    assert Fraction(judged.points, judged.maximum) == Fraction(part)
    assert Fraction(judged.points, judged.scale) == Fraction(result)
    assert judged.questions[0].outcome == outcome


@pytest.mark.parametrize("row", rows_below("marks so far, in order"), ids=" ".join)
def test_the_worked_example_of_marking_is_what_the_document_says(row: list[str]) -> None:
    marked, points, maximum, waiting, passed, _step = row
    spec = quiz_spec(question("q"), asked(_rubric("0/1/3 0/1/3"), key="r", points=6))
    judged = judge(spec, {"q": ("a",), "r": {"text": "Bir"}}, marks=_marks(marked))
    assert Fraction(judged.points, judged.scale) == int(points)
    assert Fraction(judged.maximum, judged.scale) == int(maximum)
    assert (len(judged.waiting), judged.passed) == (int(waiting), passed == "yes")


def test_a_step_of_the_worked_example_stays_done() -> None:
    steps = [row[5] for row in rows_below("marks so far, in order")]
    passes = [row[4] == "yes" for row in rows_below("marks so far, in order")]
    assert steps == ["done" if any(passes[: at + 1]) else "open" for at in range(len(passes))]
