"""Questions ask for what a worker would do, and say why an answer is right or wrong."""

from itertools import combinations

from .reading import ratio


def _questions(quizzes, language="uz"):
    return {
        (quiz.key, key): question for quiz in quizzes for key, question in quiz.texts[language]["questions"].items()
    }


def test_there_is_a_quiz_for_each_module_and_a_final_of_fifteen(quizzes):
    sizes = {quiz.facts["key"]: len(quiz.facts["questions"]) for quiz in quizzes}
    assert sizes["final-test"] == 15
    assert sizes["check-values"] >= 8
    assert sizes["check-consent"] >= 8


def test_every_option_explains_itself(quizzes):
    for language in ("uz", "ru", "en"):
        for key, question in _questions(quizzes, language).items():
            said = [option["feedback"] for option in question.get("options", {}).values()]
            said += [question[name] for name in ("if_true", "if_false") if name in question]
            assert said and all(len(text) >= 20 for text in said), (language, key)
            assert len(set(said)) == len(said), (language, key, "feedback repeats")


def test_every_question_cites_an_article(quizzes):
    for key, question in _questions(quizzes).items():
        assert question["articles"], key


def test_no_question_is_a_copy_of_another(quizzes):
    for language in ("uz", "ru", "en"):
        stems = {key: question["stem"] for key, question in _questions(quizzes, language).items()}
        for one, other in combinations(stems, 2):
            assert ratio(stems[one], stems[other]) < 0.6, (language, one, other)


def test_the_right_option_does_not_give_itself_away_by_length(quizzes):
    single = [question for question in _questions(quizzes).values() if question["type"] == "single"]
    longest = sum(
        max(question["options"].values(), key=lambda option: len(option["text"]))["correct"] for question in single
    )
    assert longest / len(single) <= 0.4


def test_the_right_option_stands_in_every_position(quizzes):
    positions = {
        [option["correct"] for option in question["options"].values()].index(True)
        for question in _questions(quizzes).values()
        if question["type"] == "single"
    }
    assert positions >= {0, 1, 2, 3}
