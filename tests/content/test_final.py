"""The final is drawn: thirty questions from a pool three times as large, six of them about somebody's safety."""

from collections import Counter

import pytest

from quizzes.blocks import BankBlock
from quizzes.reading.pools import drawable


@pytest.fixture(scope="module")
def final(quizzes):
    return next(quiz for quiz in quizzes if quiz.facts["key"] == "final-test")


def test_it_asks_thirty_of_at_least_ninety_questions(final, banks):
    assert sum(section["take"] for section in final.facts["sections"].values()) == 30
    assert sum(len(bank.facts["questions"]) for bank in banks) >= 90
    assert not final.facts["questions"]


def test_six_are_critical_and_three_are_cases(final):
    sections = final.facts["sections"].values()
    assert sum(section["take"] for section in sections if section["critical"] == "only") == 6
    assert sum(section["take"] for section in sections if section["tags"] == ["scenario"]) == 3
    assert all(section["critical"] for section in sections)


def test_every_module_is_asked_about(final, banks):
    alone = Counter()
    for section in final.facts["sections"].values():
        if len(section["banks"]) == 1:
            alone[section["banks"][0]] += section["take"]
    assert set(alone) == {bank.facts["key"] for bank in banks}
    assert set(alone.values()) <= {4, 5}


def test_each_draw_has_at_least_twice_what_it_takes(final, banks):
    from home.loading.questions import questions

    stored = {
        bank.facts["key"]: BankBlock().to_python(list(questions(bank.facts["questions"], bank.key).values()))
        for bank in banks
    }
    for key, section in final.facts["sections"].items():
        draw = {**section, "tags": " ".join(section["tags"]), "without": " ".join(section["without"])}
        pool = [child for bank in section["banks"] for child in drawable(stored[bank], draw)]
        assert len(pool) >= 2 * section["take"], key


def test_its_rules_are_those_of_a_final(final):
    facts = final.facts
    assert (facts["pass_percent"], facts["critical_percent"]) == (70, 80)
    assert (facts["attempts"], facts["pause_hours"]) == (3, 24)
    assert (facts["review"], facts["layout"]) == ("after_pass_or_last", "one")


def test_its_introduction_says_the_rules(final):
    for language, figures in {"uz": "70 80 24", "ru": "70 80 24", "en": "70 80 24"}.items():
        assert all(figure in final.texts[language]["intro"] for figure in figures.split()), language


def test_critical_questions_and_cases_carry_their_tags(banks):
    for bank in banks:
        for key, question in bank.facts["questions"].items():
            assert question["critical"] == ("critical" in question["tags"]), key
            assert (question["type"] == "scenario") == ("scenario" in question["tags"]), key
            assert question["reviewed"], key


def test_no_bank_repeats_a_question_of_a_quiz(quizzes, banks):
    keys = Counter(key for thing in [*quizzes, *banks] for key in thing.facts["questions"])
    assert [key for key, times in keys.items() if times > 1] == []


def test_the_course_has_the_hours_of_its_five_modules(plan):
    (modules,) = [modules for course, modules in plan.courses if course.facts["key"] == "ethics-online"]
    assert [module.facts["hours"] for module, _steps in modules] == [4, 5, 5, 5, 5, 0]
