"""Cases: every decision has its consequence, good and bad ends are both possible, and the best way is not obvious."""

from collections import Counter

import pytest

LANGUAGES = ("uz", "ru", "en")


@pytest.fixture(scope="module")
def cases(asked):
    return {
        language: {key: question for key, question in asked[language].items() if question["type"] == "scenario"}
        for language in LANGUAGES
    }


def _decisions(case):
    return [
        (situation, list(situation["decisions"].values()))
        for situation in case["situations"].values()
        if situation["decisions"]
    ]


def test_every_decision_has_a_consequence_of_its_own(cases):
    for language in LANGUAGES:
        for key, case in cases[language].items():
            told = [decision["consequence"] for _here, decisions in _decisions(case) for decision in decisions]
            assert all(len(text) >= 20 for text in told), (language, key)
            assert len(set(told)) == len(told), (language, key)


def test_every_case_asks_for_two_decisions_or_more_and_may_end_either_way(cases):
    for key, case in cases["uz"].items():
        assert len(_decisions(case)) >= 2, key
        assert {situation["ending"] for situation in case["situations"].values()} == {"", "reached", "failed"}, key


def test_every_situation_with_decisions_has_one_that_is_better_than_the_others(cases):
    for key, case in cases["uz"].items():
        for _here, decisions in _decisions(case):
            gains = sorted((decision["points"] for decision in decisions), reverse=True)
            assert gains[0] >= gains[-1], key
            assert gains[0] == 0 or gains[0] > gains[1], key


def test_the_best_decision_stands_anywhere_and_is_not_always_the_longest(cases):
    places, longest, counted = Counter(), 0, 0
    for case in cases["uz"].values():
        for _here, decisions in _decisions(case):
            best = max(decisions, key=lambda decision: decision["points"])
            if best["points"]:
                places[decisions.index(best)] += 1
                longest += best is max(decisions, key=lambda decision: len(decision["text"]))
                counted += 1
    assert set(places) >= {0, 1, 2}
    assert max(places.values()) <= 0.6 * counted
    assert longest <= 0.6 * counted


def test_a_critical_case_can_be_failed_by_a_decision_that_looks_kind(cases):
    critical = [case for case in cases["uz"].values() if case["critical"]]
    assert critical
    for case in critical:
        assert any(situation["ending"] == "failed" for situation in case["situations"].values())
