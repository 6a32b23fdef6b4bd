"""Items as other systems write them."""

import pytest

from quizzes.interchange.model import Exchanged, Line
from quizzes.interchange.qti import read_qti

from .looking import notes, texts
from .test_qti_package import MANIFEST, packed

HEAD = '<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="a" title="One">'
SCORE = '<qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float" normal-maximum="{}"/>'
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20


def declared(cardinality: str, base: str, *right: str, more: str = "") -> str:
    values = "".join(f"<qti-value>{value}</qti-value>" for value in right)
    return (
        f'<qti-response-declaration identifier="RESPONSE" cardinality="{cardinality}" base-type="{base}">'
        f"<qti-correct-response>{values}</qti-correct-response>{more}</qti-response-declaration>"
    )


def read(item: str, **files: bytes) -> tuple[Exchanged | None, Line]:
    data = packed({"imsmanifest.xml": MANIFEST, "a.xml": f"{HEAD}\n{item}</qti-assessment-item>", **files})
    reading = read_qti(data, scope="page")
    return (reading.questions or (None,))[0], reading.lines[0]


def codes(line: Line) -> list[str]:
    return [reason.code for reason in line.reasons]


def test_a_choice_with_prompt_and_feedback() -> None:
    item, line = read(
        declared("single", "identifier", "B")
        + SCORE.format(2)
        + '<qti-item-body><p>Look: <img src="img/x.png" alt="door"/></p>\n'
        '<qti-choice-interaction response-identifier="RESPONSE" shuffle="true" max-choices="1">'
        "<qti-prompt>What do you do?</qti-prompt>"
        '<qti-simple-choice identifier="A">Wait</qti-simple-choice>'
        '<qti-simple-choice identifier="B">Call<qti-feedback-inline outcome-identifier="F" identifier="B" '
        'show-hide="show">Yes.</qti-feedback-inline></qti-simple-choice>'
        "</qti-choice-interaction></qti-item-body>",
        **{"img/x.png": PNG},
    )
    assert item is not None
    assert (item.question.type, item.question.points) == ("single", 2)
    assert (texts(item), notes(item)) == (["Wait", "Call"], ["", "Yes."])
    assert item.stem.endswith("<p>What do you do?</p>")
    assert [picture.content for picture in item.pictures] == [PNG]
    assert (line.place.file, line.place.line, line.place.element) == ("a.xml", 3, "qti-choice-interaction")
    assert line.verdict == "taken"


def test_several_right_without_a_map_are_all_or_nothing() -> None:
    item, _line = read(
        declared("multiple", "identifier", "A", "B") + SCORE.format(1) + "<qti-item-body><p>Which?</p>"
        '<qti-choice-interaction response-identifier="RESPONSE" max-choices="0">'
        + "".join(f'<qti-simple-choice identifier="{key}">{key}</qti-simple-choice>' for key in "ABC")
        + "</qti-choice-interaction></qti-item-body>"
    )
    assert item is not None
    assert item.question.kind.scoring == "all_or_nothing"


def test_words_dragged_into_gaps_are_chosen_there() -> None:
    item, line = read(
        declared("multiple", "directedPair", "W1 G1", "W2 G2") + SCORE.format(2) + "<qti-item-body>"
        '<qti-gap-match-interaction response-identifier="RESPONSE"><qti-prompt>Fill in.</qti-prompt>'
        '<qti-gap-text identifier="W1" match-max="1">ask</qti-gap-text>'
        '<qti-gap-text identifier="W2" match-max="1">record</qti-gap-text>'
        '<p>First <qti-gap identifier="G1"/>, then <qti-gap identifier="G2"/>.</p>'
        "</qti-gap-match-interaction></qti-item-body>"
    )
    assert item is not None
    first, second = item.question.kind.gaps
    assert [option.correct for option in first.options] == [True, False]
    assert [option.correct for option in second.options] == [False, True]
    assert codes(line) == ["gaps_from_dragging", "stem_made"]


@pytest.mark.parametrize(
    ("body", "type_"),
    [("<p>Code word?</p><p>{}</p>", "text"), ("<p>The word is {} here.</p>", "gaps")],
)
def test_a_field_alone_is_a_short_text_and_in_a_sentence_a_gap(body: str, type_: str) -> None:
    field = '<qti-text-entry-interaction response-identifier="RESPONSE"/>'
    item, _line = read(
        declared("single", "string", "signal")
        + SCORE.format(1)
        + f"<qti-item-body>{body.format(field)}</qti-item-body>"
    )
    assert item is not None
    assert item.question.type == type_


@pytest.mark.parametrize(
    ("rule", "tolerance"),
    [
        ('tolerance-mode="absolute" tolerance="0.5 0.5"', "0.5"),
        ('tolerance-mode="relative" tolerance="10"', "0.4"),
        ("", "0"),
    ],
)
def test_a_number_takes_its_tolerance_from_the_rules(rule: str, tolerance: str) -> None:
    item, _line = read(
        declared("single", "float", "4") + SCORE.format(1) + "<qti-item-body><p>How many?</p>"
        '<p><qti-text-entry-interaction response-identifier="RESPONSE"/></p></qti-item-body>'
        f"<qti-response-processing><qti-response-condition><qti-response-if><qti-equal {rule}>"
        '<qti-variable identifier="RESPONSE"/><qti-correct identifier="RESPONSE"/></qti-equal>'
        "</qti-response-if></qti-response-condition></qti-response-processing>"
    )
    assert item is not None
    assert (item.question.kind.answer, item.question.kind.tolerance) == ("4", tolerance)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("<p>Nothing to do</p>", "no_answer_place"),
        ('<p>Draw</p><qti-drawing-interaction response-identifier="RESPONSE"/>', "type_unknown"),
        (
            '<p>x</p><qti-extended-text-interaction response-identifier="RESPONSE"/>'
            '<qti-upload-interaction response-identifier="R2"/>',
            "several_interactions",
        ),
    ],
)
def test_what_has_no_counterpart_is_refused(body: str, code: str) -> None:
    item, line = read(declared("single", "string") + SCORE.format(1) + f"<qti-item-body>{body}</qti-item-body>")
    assert item is None
    assert codes(line) == [code]
