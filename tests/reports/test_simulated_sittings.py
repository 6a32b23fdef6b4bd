"""Sittings simulated from known difficulties: the figures come near them, and only the planted fault is named."""

from math import sqrt

import pytest

from home.demo.response_model import Fault, SimulatedItem, simulate
from reports.domain.papers import Paper, Response
from reports.domain.statistics_of import Statistics, statistics_of

LANGUAGES = {"uz": 0.52, "ru": 0.33, "en": 0.15}
ITEMS = [SimulatedItem(f"q{place}", -2 + 3 * place / 19) for place in range(20)]
PLANTED = Fault("q4", "ru", 0.15)
SEEDS = range(40)


def figures(seed: int, *, fault: Fault | None = PLANTED, people: int = 300) -> Statistics:
    """Return the statistics of simulated first sittings."""
    simulated = simulate(ITEMS, people=people, again=0, languages=LANGUAGES, fault=fault, seed=seed)
    papers = [
        Paper(
            True,
            tuple(
                Response(item.question, float(sitting.right[item.question]), 1, (), sitting.language, None)
                for item in ITEMS
            ),
        )
        for sitting in simulated
    ]
    return statistics_of(papers, {item.question: () for item in ITEMS}, source="uz", least=20)


def named(found: Statistics) -> dict[str, str]:
    """Return {question: language} of the probable faults of translation."""
    return {item.figures.question: item.suspect.language for item in found.items if item.suspect}


@pytest.mark.parametrize("seed", SEEDS[:10])
def test_the_planted_fault_is_named_with_its_language(seed: int) -> None:
    assert named(figures(seed))["q4"] == "ru"


def test_hardly_any_other_question_is_named() -> None:
    wrongly = sum(question != "q4" for seed in SEEDS for question in named(figures(seed)))
    assert wrongly <= 1, "of 760 sound questions"


def test_sound_translations_are_not_suspected() -> None:
    wrongly = sum(bool(named(figures(seed, fault=None))) for seed in SEEDS)
    assert wrongly <= 1, "of 40 quizzes"


def test_a_group_that_is_weaker_everywhere_is_no_fault() -> None:
    """Who learns in one language may know less; that is told by the results and not by the questions."""
    papers = []
    for language, harder in (("uz", 0.0), ("ru", 0.8)):
        items = [SimulatedItem(item.question, item.difficulty + harder) for item in ITEMS]
        for sitting in simulate(items, people=150, again=0, languages={language: 1.0}, fault=None, seed=len(papers)):
            responses = [
                Response(item.question, float(sitting.right[item.question]), 1, (), language, None) for item in ITEMS
            ]
            papers.append(Paper(True, tuple(responses)))
    found = statistics_of(papers, {item.question: () for item in ITEMS}, source="uz", least=20)
    assert named(found) == {}


@pytest.mark.parametrize("seed", SEEDS[:5])
def test_facilities_come_near_the_known_ones(seed: int) -> None:
    people = 300
    for item, known in zip(figures(seed, fault=None, people=people).items, ITEMS, strict=True):
        expected = known.facility()
        error = sqrt(expected * (1 - expected) / people)
        # Of 100 questions one lies beyond four errors in a hundred runs of this test.
        assert item.figures.facility == pytest.approx(expected, abs=4 * error)
        assert item.figures.discrimination is not None
        assert item.figures.discrimination > 0


def test_twenty_answers_in_a_language_are_needed() -> None:
    assert named(figures(1, people=40)) == {}


def test_the_same_seed_simulates_the_same() -> None:
    assert figures(3) == figures(3)
    assert figures(3) != figures(4)
