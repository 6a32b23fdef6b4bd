"""Each module ends in a quiz, and every type of question is used where it teaches."""

from itertools import combinations

from quizzes.domain.kinds import KINDS

from .reading import could_be_alike, ratio

WRITTEN_FOR_ALL_TYPES = ("check-confidentiality", "check-records", "check-boundaries")


def test_each_module_ends_in_a_quiz_of_eight_or_more(plan):
    for _course, modules in plan.courses:
        for module, steps in modules:
            assert steps[-1].kind == "quiz", module.key
            if module.facts["key"] != "final":
                assert len(steps[-1].facts["questions"]) >= 8, steps[-1].key


def test_the_later_quizzes_ask_in_many_ways(quizzes):
    for quiz in quizzes:
        if quiz.facts["key"] in WRITTEN_FOR_ALL_TYPES:
            assert len({question["type"] for question in quiz.facts["questions"].values()}) >= 5, quiz.key


def test_every_type_of_question_is_used(asked):
    assert {question["type"] for question in asked["uz"].values()} == set(KINDS)


def test_every_question_cites_an_article(asked):
    for key, question in asked["uz"].items():
        assert question["articles"], key


def test_every_question_is_explained(asked):
    for language in asked:
        for key, question in asked[language].items():
            assert len(question["feedback"]) >= 80, (language, key)


def test_no_question_is_a_copy_of_another(asked):
    for language in asked:
        stems = {key: question["stem"] for key, question in asked[language].items() if len(question["stem"]) > 60}
        for one, other in combinations(stems, 2):
            if could_be_alike(stems[one], stems[other], 0.6):
                assert ratio(stems[one], stems[other]) < 0.6, (language, one, other)


def test_a_quiz_can_be_passed_before_a_trainer_has_marked(quizzes):
    for quiz in quizzes:
        worth = dict.fromkeys((True, False), 0)
        for question in quiz.facts["questions"].values():
            worth[question["type"] == "reflection"] += question.get("points", 0)
        if worth[True]:
            assert worth[False] * 100 >= (quiz.facts["pass_percent"] + 10) * sum(worth.values()), quiz.key


def test_a_module_quiz_explains_at_once(quizzes):
    assert {quiz.facts["review"] for quiz in quizzes if quiz.facts["key"] != "final-test"} == {"at_once"}
