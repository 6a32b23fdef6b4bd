"""Questions ask for what a worker would do, say why an answer is right or wrong, and do not give the key away."""

from collections import Counter

import pytest

from core.folding import fold

LANGUAGES = ("uz", "ru", "en")


def _of(asked, *types, language="uz"):
    return {key: question for key, question in asked[language].items() if question["type"] in types}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_option_explains_itself(asked, language):
    for key, question in _of(asked, "single", "multiple", "truefalse", language=language).items():
        said = [option["feedback"] for option in question.get("options", {}).values()]
        said += [question[name] for name in ("if_true", "if_false") if name in question]
        assert all(len(text) >= 20 for text in said), (language, key)
        assert len(set(said)) == len(said), (language, key, "feedback repeats")


def test_the_right_option_does_not_give_itself_away_by_length(asked):
    for language in LANGUAGES:
        single = _of(asked, "single", language=language).values()
        longest = sum(
            max(question["options"].values(), key=lambda option: len(option["text"]))["correct"] for question in single
        )
        assert longest / len(single) <= 0.4, language


def test_the_right_option_stands_in_every_position_about_equally_often(asked):
    positions = Counter(
        [option["correct"] for option in question["options"].values()].index(True)
        for question in _of(asked, "single").values()
    )
    assert set(positions) >= {0, 1, 2, 3}
    assert max(positions.values()) <= 0.4 * positions.total()


def test_statements_are_true_and_false_in_turn(asked):
    answers = Counter(question["answer"] for question in _of(asked, "truefalse").values())
    assert min(answers.values()) >= 0.3 * answers.total()


def test_several_right_options_are_neither_always_few_nor_always_most(asked):
    shares = Counter(
        sum(option["correct"] for option in question["options"].values())
        for question in _of(asked, "multiple").values()
    )
    assert len(shares) >= 2


def test_items_and_partners_of_one_question_differ(asked):
    for language in LANGUAGES:
        for key, question in _of(asked, "matching", language=language).items():
            rights = [pair["match"] for pair in question["pairs"].values()] + list(question["extra"].values())
            assert len(set(rights)) == len(rights), (language, key)
        for key, question in _of(asked, "ordering", language=language).items():
            assert len(set(question["items"].values())) == len(question["items"]), (language, key)


def test_typed_answers_are_accepted_in_every_language_and_script(asked):
    for key, question in _of(asked, "text", "gaps").items():
        gaps = question["accept"].values() if question["type"] == "text" else question["gaps"].values()
        for gap in gaps:
            words = [gap["text"], *gap["also"]] if "text" in gap else gap["accept"]
            if words and gap.get("share", "1") == "1" and not any(word.isdigit() for word in words):
                assert any("а" <= letter <= "я" for word in words for letter in word.lower()), (key, "Cyrillic")
                assert any("a" <= letter <= "z" for word in words for letter in word.lower()), (key, "Latin")
            assert all(fold(word) for word in words), key


def test_what_was_typed_is_commented_on(asked):
    for language in LANGUAGES:
        for key, question in _of(asked, "text", language=language).items():
            assert all(item["feedback"] for item in question["accept"].values()), (language, key)


def test_the_levels_of_a_rubric_climb(asked):
    for key, question in _of(asked, "reflection").items():
        for name, criterion in question["rubric"].items():
            points = [level["points"] for level in criterion["levels"].values()]
            assert points == sorted(set(points)), (key, name)
