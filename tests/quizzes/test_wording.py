"""Words follow the source's structure; what a translation lacks is shown in Uzbek and says so."""

import json

import pytest

from core.canonical import canonical_json
from quizzes.domain.spec import UnknownSchema
from quizzes.domain.wording import Phrase, RawWording, merge_wording, read_wording
from tests.factories.quizzes import question, quiz_spec

SPEC = quiz_spec(question("q1", options="ab"), question("q2", options="ab"))


def raw(language: str, **changes: object) -> RawWording:
    values: dict = {
        "language": language,
        "title": f"title {language}",
        "intro": "",
        "stems": {"q1": f"one {language}", "q2": f"two {language}"},
        "feedback": {"q1": f"why {language}", "q2": ""},
        "parts": {key: {"a": (f"a {language}", ""), "b": (f"b {language}", "")} for key in ("q1", "q2")},
    }
    return RawWording(**(values | changes))


def test_a_full_translation_is_all_in_its_language() -> None:
    words = merge_wording(spec=SPEC, source=raw("uz"), translation=raw("ru"))
    assert words.title == Phrase("title ru", "ru")
    assert [item.stem for item in words.questions] == [Phrase("one ru", "ru"), Phrase("two ru", "ru")]
    assert words.questions[0].part("b").text == Phrase("b ru", "ru")


def test_a_question_missing_in_the_translation_is_in_the_source_language() -> None:
    words = merge_wording(spec=SPEC, source=raw("uz"), translation=raw("ru", stems={"q1": "one ru"}))
    assert words.question("q2").stem == Phrase("two uz", "uz")


def test_an_empty_translation_of_an_option_is_in_the_source_language() -> None:
    parts = {"q1": {"a": ("  ", ""), "b": ("b ru", "")}}
    words = merge_wording(spec=SPEC, source=raw("uz"), translation=raw("ru", parts=parts))
    assert words.question("q1").part("a").text == Phrase("a uz", "uz")
    assert words.question("q1").part("b").text == Phrase("b ru", "ru")
    assert words.question("q2").part("a").text == Phrase("a uz", "uz")


def test_words_left_as_the_source_has_them_are_marked_as_the_source_language() -> None:
    words = merge_wording(spec=SPEC, source=raw("uz"), translation=raw("ru", title="title uz"))
    assert words.title == Phrase("title uz", "uz")


def test_questions_that_only_a_translation_has_are_left_out() -> None:
    stems = {"q1": "one ru", "q2": "two ru", "q9": "alien"}
    words = merge_wording(spec=SPEC, source=raw("uz"), translation=raw("ru", stems=stems))
    assert [item.id for item in words.questions] == ["q1", "q2"]


def test_the_order_is_the_spec_s_whatever_a_translation_s_is() -> None:
    stems = {"q2": "two ru", "q1": "one ru"}
    words = merge_wording(spec=SPEC, source=raw("uz"), translation=raw("ru", stems=stems))
    assert [item.stem.text for item in words.questions] == ["one ru", "two ru"]


def test_words_read_back_as_they_were_stored() -> None:
    words = merge_wording(spec=SPEC, source=raw("uz"), translation=raw("en"))
    assert read_wording(json.loads(canonical_json(words))) == words


def test_words_of_an_unknown_schema_are_refused() -> None:
    words = json.loads(canonical_json(merge_wording(spec=SPEC, source=raw("uz"))))
    with pytest.raises(UnknownSchema):
        read_wording(words | {"schema": 7})
