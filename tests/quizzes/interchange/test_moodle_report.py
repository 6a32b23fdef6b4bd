"""A Moodle XML file with faults, and files that are none."""

import pytest

from quizzes.interchange import bounds
from quizzes.interchange.model import BadFile
from quizzes.interchange.moodle import read_moodle

from .looking import content

BOMB = b"""<?xml version="1.0"?>
<!DOCTYPE quiz [
 <!ENTITY a "aaaaaaaaaa">
 <!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
]>
<quiz><question type="essay"><name><text>&b;</text></name></question></quiz>"""
OUTSIDE = b"""<?xml version="1.0"?>
<!DOCTYPE quiz [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<quiz><question type="essay"><name><text>&x;</text></name></question></quiz>"""


def refusal(data: bytes) -> tuple[str, int]:
    with pytest.raises(BadFile) as caught:
        read_moodle(data, scope="page")
    return caught.value.reason.code, caught.value.place.line


def test_each_question_that_cannot_be_taken_is_told_with_line_and_reason() -> None:
    read = read_moodle(content("refused.xml"), scope="page")
    assert [(line.place.line, line.reasons[0].code) for line in read.lines] == [
        (3, "type_unknown"),
        (7, "type_unknown"),
        (11, "no_right"),
        (18, "shared_partner"),
        (24, "no_right"),
        (29, "no_text_field"),
        (34, "gap_kind"),
        (38, "bad_number"),
        (43, "no_text"),
    ]
    assert {line.verdict for line in read.lines} == {"refused"}
    assert read.questions == ()


@pytest.mark.parametrize(
    ("data", "line"), [(BOMB, 2), (OUTSIDE, 2), (b"<!DOCTYPE quiz SYSTEM 'http://e.example/x'><quiz/>", 1)]
)
def test_document_types_and_entities_are_refused(data: bytes, line: int) -> None:
    assert refusal(data) == ("forbidden_xml", line)


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"<quiz>\n<question>\n</quiz>", 3),
        (b"no xml at all", 1),
        (b"<?xml version='1.0' encoding='klingon'?>\n<quiz/>", 1),
        (b"<quiz>\n\n&nothing;</quiz>", 3),
    ],
)
def test_what_is_no_xml_is_refused_with_its_line(data: bytes, line: int) -> None:
    assert refusal(data) == ("not_xml", line)


def test_elements_too_deep_in_one_another_are_refused() -> None:
    deep = b"<quiz>\n" + b"<a>" * bounds.XML_DEPTH + b"</a>" * bounds.XML_DEPTH + b"</quiz>"
    assert refusal(deep) == ("too_deep", 2)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty_file"),
        (b"<quiz/>", "empty_file"),
        (b"<rss/>", "not_moodle"),
        (b" " * (bounds.FILE_BYTES + 1), "too_large"),
        (b"<quiz>" + b"<question/>" * (bounds.QUESTIONS + 1) + b"</quiz>", "too_many_questions"),
    ],
)
def test_what_holds_nothing_or_too_much_is_refused(data: bytes, code: str) -> None:
    assert refusal(data)[0] == code


def one(inside: str, type_: str = "essay") -> tuple[str, list[str]]:
    """Return stem and codes of a question whose text has something inside."""
    text = f"<questiontext format='html'><text><![CDATA[<p>Ask</p>{inside}]]></text>%s</questiontext>"
    xml = f"<quiz><question type='{type_}'><name><text>a</text></name>{text}</question></quiz>"
    read = read_moodle((xml % "").encode(), scope="page")
    return read.questions[0].stem, [reason.code for reason in read.lines[0].reasons if reason.code != "rubric_made"]


@pytest.mark.parametrize(
    "attack",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<a href='javascript:alert(1)'>",
        "<svg onload=alert(1)>",
        "<iframe src='https://e.example/'></iframe>",
        "<p style='background:url(https://e.example/)' onclick='x()'>",
        "<math><mtext></p><style><img src=x onerror=alert(1)></style></math>",
        "<img src='data:text/html,<script>alert(1)</script>'>",
        "<object data='x'></object><embed src='x'><form action='x'><input name='q'></form>",
    ],
)
def test_nothing_that_acts_or_calls_out_survives(attack: str) -> None:
    stem, _codes = one(attack)
    lowered = stem.lower()
    tags = ("<script", "<img", "<svg", "<iframe", "<form", "<object", "<embed", "<style")
    for sign in (*tags, "javascript:", "data:", "onerror", "onload", "onclick", "style="):
        assert sign not in lowered
    assert "https://e.example" not in lowered


def test_a_table_keeps_its_words_and_the_loss_is_told() -> None:
    stem, codes = one("<table><tr><td>bir</td><td>ikki</td></tr></table>")
    assert "bir" in stem
    assert "ikki" in stem
    assert codes == ["markup_dropped"]


def image(body: str, name: str = "a.png") -> tuple[int, list[str]]:
    """Return how many images came along, and the codes of the question."""
    xml = (
        "<quiz><question type='truefalse'><name><text>a</text></name><questiontext format='html'>"
        f"<text><![CDATA[<p>Ask <img src='@@PLUGINFILE@@/a.png' alt=''></p>]]></text>"
        f"<file name='{name}' path='/' encoding='base64'>{body}</file></questiontext>"
        "<answer fraction='100'><text>true</text></answer><answer fraction='0'><text>false</text></answer>"
        "</question></quiz>"
    )
    read = read_moodle(xml.encode(), scope="page")
    return len(read.questions[0].pictures), [reason.code for reason in read.lines[0].reasons]


def test_an_image_that_is_none_stays_behind_and_is_told() -> None:
    assert image("PHN2Zz48L3N2Zz4=") == (0, ["picture_unreadable", "picture_dropped"])
    assert image("not base64!") == (0, ["picture_unreadable", "picture_dropped"])
    assert image("iVBORw0KGgo=", name="other.png") == (0, ["picture_dropped"])


def test_a_text_beyond_its_bound_is_refused() -> None:
    xml = "<quiz><question type='essay'><questiontext format='html'><text>%s</text></questiontext></question></quiz>"
    read = read_moodle((xml % ("a" * (bounds.RICH_TEXT + 1))).encode(), scope="page")
    assert read.lines[0].reasons[0].code == "text_too_long"
