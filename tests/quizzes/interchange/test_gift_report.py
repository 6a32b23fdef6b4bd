"""A GIFT file with faults: each is named with its line, and the sound questions are taken all the same."""

import pytest

from quizzes.interchange.gift import read_gift, write_gift
from quizzes.interchange.model import BadFile

from .looking import content, verdicts


def test_each_fault_is_told_with_its_line_and_the_rest_is_taken() -> None:
    read = read_gift(content("broken.gift"), scope="page")
    told = [(line.place.line, line.reasons[0].code) for line in read.lines if line.verdict == "refused"]
    assert told == [
        (1, "no_answer_place"),
        (3, "braces"),
        (7, "several_answer_blocks"),
        (9, "no_right"),
        (11, "many_right"),
        (13, "too_few_options"),
        (15, "no_wrong"),
        (17, "shared_partner"),
        (19, "bad_number"),
        (21, "bad_weight"),
    ]
    assert [item.question.name for item in read.questions] == ["good"]
    assert verdicts(read)["Good"] == "taken"


@pytest.mark.parametrize("sign", ["}", "{", "{}}", "{{}"])
def test_braces_that_do_not_pair_are_refused(sign: str) -> None:
    (line,) = read_gift(f"::A::text {sign}".encode(), scope="page").lines
    assert line.verdict == "refused"


def test_another_encoding_is_refused_with_the_line() -> None:
    with pytest.raises(BadFile) as caught:
        read_gift("::A::Hello{=a ~b}\n\n::B::Привет{=а ~б}".encode("cp1251"), scope="page")
    assert (caught.value.reason.code, caught.value.place.line) == ("not_utf8", 3)


@pytest.mark.parametrize("nothing", [b"", b"  \n\n", b"// only a comment\n"])
def test_a_file_without_questions_is_refused(nothing: bytes) -> None:
    with pytest.raises(BadFile) as caught:
        read_gift(nothing, scope="page")
    assert caught.value.reason.code == "empty_file"


def test_images_cannot_come_with_gift() -> None:
    inside = r'<img src\="@@PLUGINFILE@@/a.png" alt\="x"> <img src\="https\://e.example/b.png">'
    text = f"::A::[html]<p>Look {inside}</p>{{=a ~b}}"
    read = read_gift(text.encode(), scope="page")
    assert read.questions[0].stem == "<p>Look  </p>"
    assert sorted(reason.code for reason in read.lines[0].reasons) == ["link_picture_dropped", "picture_dropped"]


def test_what_gift_has_no_place_for_is_told_when_writing() -> None:
    from quizzes.interchange.moodle import read_moodle

    questions = read_moodle(content("practice.xml"), scope="page").questions
    lines = {line.name: [reason.code for reason in line.reasons] for line in write_gift(questions).lines}
    assert lines["qaysi-kanal"] == ["picture_dropped"]
    assert lines["weeks"] == ["units_dropped"]
    assert lines["failure-rule"] == ["gaps_many"]
    assert lines["my-case"] == ["rubric_dropped", "lengths_dropped"]
    assert lines["forms"] == []
