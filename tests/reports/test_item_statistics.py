"""Facility, discrimination, alpha and all the rest agree with what numpy reckons from the same papers."""

from math import sqrt
from random import Random

import numpy
import pytest

from reports.domain.item_analysis import FEW, TAIL, item_figures
from reports.domain.papers import Paper, Response, by_question
from reports.domain.quiz_analysis import quiz_figures

WORTH = {"a": 1, "b": 2, "c": 3, "d": 1, "e": 2}
SHARES = (0.0, 0.25, 0.5, 1.0)


def make_papers(count: int, seed: int = 7, *, take: int = len(WORTH)) -> list[Paper]:
    """Return papers on which good people do better; each holds `take` of the questions."""
    dice = Random(seed)
    papers = []
    for _number in range(count):
        ability = dice.gauss(0, 1)
        asked = sorted(dice.sample(sorted(WORTH), take))
        responses = []
        for question in asked:
            rank = round(min(max(ability + dice.gauss(1.5, 1), 0), 3))
            chosen = ("x",) if rank > 1 else ("y",)
            responses.append(
                Response(question, SHARES[rank], WORTH[question], chosen, "uz", float(dice.randrange(5, 90)))
            )
        papers.append(Paper(True, tuple(responses)))
    return papers


def matrix(papers: list[Paper]) -> numpy.ndarray:
    """Return points, papers × questions."""
    return numpy.array([[response.share * response.points for response in paper.responses] for paper in papers])


@pytest.mark.parametrize("question", range(len(WORTH)))
@pytest.mark.parametrize("count", [5, 40, 300])
def test_the_figures_of_a_question(question: int, count: int) -> None:
    papers = make_papers(count)
    points, worth = matrix(papers), numpy.array(list(WORTH.values()))
    own = points[:, question] / worth[question]
    rest = (points.sum(axis=1) - points[:, question]) / (worth.sum() - worth[question])
    part, result = points[:, question] / worth.sum(), points.sum(axis=1) / worth.sum()
    name = sorted(WORTH)[question]
    figures = item_figures(name, by_question(papers)[name])
    r = numpy.corrcoef(own, rest)[0, 1]
    assert figures.n == count
    assert figures.few == (count < FEW)
    assert figures.facility == pytest.approx(own.mean())
    assert figures.facility_error == pytest.approx(own.std(ddof=1) / sqrt(count))
    assert figures.discrimination == pytest.approx(r)
    assert figures.discrimination_error == pytest.approx(sqrt((1 - r**2) / (count - 2)))
    assert figures.weight == pytest.approx(numpy.cov(part, result)[0, 1] / result.var(ddof=1))
    assert figures.intended_weight == pytest.approx(worth[question] / worth.sum())
    times = [response.seconds for paper in papers for response in paper.responses if response.question == name]
    assert figures.seconds == pytest.approx(numpy.mean(times))


@pytest.mark.parametrize("count", [3, 40, 300])
def test_the_figures_of_a_quiz(count: int) -> None:
    papers = make_papers(count)
    points = matrix(papers)
    results = points.sum(axis=1) / sum(WORTH.values())
    spread = numpy.cov(points, rowvar=False)
    questions = len(WORTH)
    alpha = questions / (questions - 1) * (1 - spread.trace() / spread.sum())
    figures = quiz_figures(papers)
    assert figures.mean == pytest.approx(results.mean())
    assert figures.middle == pytest.approx(numpy.median(results))
    assert figures.spread == pytest.approx(results.std(ddof=1))
    assert figures.distribution == tuple(numpy.histogram(results, bins=10, range=(0, 1))[0])
    assert figures.alpha_from == "form"
    assert figures.alpha == pytest.approx(alpha)
    assert figures.error == pytest.approx(results.std(ddof=1) * sqrt(max(0, 1 - alpha)))


def test_alpha_of_drawn_papers_rests_on_pairs_that_thirty_people_met() -> None:
    papers = make_papers(600, take=3)
    columns = numpy.full((len(papers), len(WORTH)), numpy.nan)
    for number, paper in enumerate(papers):
        for response in paper.responses:
            columns[number, sorted(WORTH).index(response.question)] = response.share * response.points
    shared = []
    for one in range(len(WORTH)):
        for other in range(one):
            both = ~numpy.isnan(columns[:, one]) & ~numpy.isnan(columns[:, other])
            shared.append(numpy.cov(columns[both, one], columns[both, other])[0, 1])
    single = numpy.mean(numpy.nanvar(columns, axis=0, ddof=1))
    common = numpy.mean(shared)
    figures = quiz_figures(papers)
    assert figures.alpha_from == "pairs"
    assert figures.alpha == pytest.approx(3 * common / (single + 2 * common))


def test_the_alpha_of_drawn_papers_is_near_that_of_everything_asked() -> None:
    whole, drawn = quiz_figures(make_papers(3000)), quiz_figures(make_papers(3000, take=4))
    assert whole.alpha is not None
    assert drawn.alpha is not None
    stepped = 4 / 5 * whole.alpha / (1 - whole.alpha / 5)  # Spearman and Brown: a test of four fifths of the length
    assert drawn.alpha == pytest.approx(stepped, abs=0.05)


def test_too_few_pairs_tell_no_alpha() -> None:
    figures = quiz_figures(make_papers(40, take=2))
    assert (figures.alpha, figures.error, figures.alpha_from) == (None, None, "")


def test_two_fixed_forms_are_told_apart() -> None:
    def form(questions: str, seed: int, count: int) -> list[Paper]:
        return [
            Paper(True, tuple(response for response in paper.responses if response.question in questions))
            for paper in make_papers(count, seed)
        ]

    figures = quiz_figures([*form("abc", 1, 50), *form("cde", 2, 40), *form("ab", 3, FEW - 1)])
    assert [(one.n, one.questions) for one in figures.forms] == [(50, 3), (40, 3)]
    points = matrix(form("abc", 1, 50))
    spread = numpy.cov(points, rowvar=False)
    assert figures.forms[0].alpha == pytest.approx(3 / 2 * (1 - spread.trace() / spread.sum()))


def test_options_are_told_by_the_strong_and_the_weak() -> None:
    papers = make_papers(100)
    figures = item_figures("a", by_question(papers)["a"], ("x", "y"))
    ranked = [paper.responses[0].chosen for paper in sorted(papers, key=lambda paper: paper.share)]
    tail = round(len(ranked) * TAIL)
    right, wrong = figures.options
    assert right.share == pytest.approx(numpy.mean(["x" in chosen for chosen in ranked]))
    assert right.strong == pytest.approx(numpy.mean(["x" in chosen for chosen in ranked[-tail:]]))
    assert right.weak == pytest.approx(numpy.mean(["x" in chosen for chosen in ranked[:tail]]))
    assert right.strong > right.weak
    assert wrong.strong < wrong.weak


@pytest.mark.parametrize("papers", [[], make_papers(1), [Paper(True, (Response("a", 1.0, 1, (), "uz", None),))] * 5])
def test_what_cannot_be_told_is_told_as_nothing(papers: list[Paper]) -> None:
    figures = quiz_figures(papers)
    assert figures.few
    assert figures.alpha is None
    for question, column in by_question(papers).items():
        assert item_figures(question, column).discrimination is None
