"""docs/statistics.md says what the code does: its bounds and its worked example."""

from pathlib import Path
from statistics import median

import pytest

from home.demo import sittings
from home.demo.sample_quiz import QUESTIONS, SPOILED
from learning.domain.answer_time import LONGEST
from reports.domain import item_analysis, language_bias
from reports.domain.item_analysis import ItemFigures, item_figures
from reports.domain.papers import Paper, Response, by_question
from reports.domain.quiz_analysis import quiz_figures
from teaching.statistics_shown import FEWEST_FOR_CHOICES

TEXT = (Path(__file__).resolve().parents[2] / "docs" / "statistics.md").read_text(encoding="utf-8")


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


WORTH = {"a": 1, "b": 1, "c": 2}
PAPERS = [
    Paper(
        True,
        tuple(
            Response(question, float(share), points, (), "uz", None)
            for (question, points), share in zip(WORTH.items(), shares, strict=True)
        ),
    )
    for _person, *shares in rows_below("person")
]


@pytest.mark.parametrize("row", rows_below("question"), ids=" ".join)
def test_each_question_of_the_example_has_its_figures(row: list[str]) -> None:
    question, *values = row
    found: ItemFigures = item_figures(question, by_question(PAPERS)[question])
    figures = [found.facility, found.facility_error, found.discrimination, found.weight, found.intended_weight]
    assert figures == pytest.approx([float(value) for value in values], abs=5e-5)


def test_the_quiz_of_the_example_has_its_figures() -> None:
    told = {name: float(value) for name, value in rows_below("of the quiz")}
    figures = quiz_figures(PAPERS)
    assert figures.mean == pytest.approx(told["mean"])
    assert figures.middle == pytest.approx(told["median"]) == median(paper.share for paper in PAPERS)
    assert figures.spread == pytest.approx(told["standard deviation"], abs=5e-5)
    assert figures.alpha == pytest.approx(told["alpha"], abs=5e-5)
    assert figures.error == pytest.approx(told["standard error of measurement"], abs=5e-5)


def test_the_document_names_the_bounds() -> None:
    assert f"longer than {LONGEST} seconds" in TEXT
    assert f"at least {item_analysis.FEW} people" in TEXT
    assert f"the best {item_analysis.TAIL * 100:.0f} %" in TEXT
    assert f"level of {language_bias.LEVEL * 100:.0f} %" in TEXT
    assert f"must also matter: {language_bias.MATTERS} or more" in TEXT
    assert f"From {language_bias.LEAST} answers" in TEXT
    assert [row[0] for row in rows_below("papers")][:2] == [
        f"below {FEWEST_FOR_CHOICES}",
        f"below {item_analysis.FEW}",
    ]


def test_the_document_describes_the_demo() -> None:
    assert f"{sittings.PEOPLE + sittings.AGAIN} simulated sittings by {sittings.PEOPLE} people" in TEXT
    assert f": {QUESTIONS} questions" in " ".join(TEXT.split())
    assert f"`{SPOILED}`" in TEXT
    assert f"{sittings.SPOILED_CHANCE * 100:.0f} % get it right there" in TEXT
    assert [f"{share * 100:.0f} %" in TEXT for share in sittings.SHARES.values()] == [True] * 3
