"""An export of Moodle's becomes questions, images included."""

from fractions import Fraction

import pytest

from quizzes.domain.kinds.numeric import exact
from quizzes.interchange.model import Reading
from quizzes.interchange.moodle import read_moodle, write_moodle

from .alike import told
from .looking import codes, content, named, notes, texts


@pytest.fixture(scope="module")
def read() -> Reading:
    return read_moodle(content("practice.xml"), scope="page")


def test_every_question_has_a_line_with_line_and_element(read: Reading) -> None:
    places = {line.name: (line.place.line, line.place.element) for line in read.lines}
    assert places["$course$/top/Masofaviy ish"] == (4, 'question[@type="category"]')
    assert places["Qaysi kanal"] == (11, 'question[@type="multichoice"]')
    assert places["failure-rule"] == (118, 'question[@type="cloze"]')
    assert len(read.lines) == 11


def test_what_could_not_be_kept_is_told(read: Reading) -> None:
    assert {name: found for name, found in codes(read).items() if found} == {
        "$course$/top/Masofaviy ish": ["category"],
        "Qaysi kanal": ["markup_dropped"],
        "failure-rule": ["stem_made"],
        "select": ["stem_made"],
    }


def test_an_image_comes_along_under_a_name_of_its_content(read: Reading) -> None:
    item = named(read, "qaysi-kanal")
    (picture,) = item.pictures
    assert picture.media_type == "image/png"
    assert picture.content.startswith(b"\x89PNG")
    assert f'<img src="{picture.name}" alt="Ish xonasi">' in item.stem


def test_a_choice_keeps_points_remarks_and_explanation(read: Reading) -> None:
    item = named(read, "qaysi-kanal")
    assert (item.question.type, item.question.points) == ("single", 2)
    assert texts(item) == ["Tasdiqlangan xizmat kanali", "Shaxsiy Telegram"]
    assert notes(item) == ["Toʻgʻri.", ""]
    assert item.feedback == "<p>17-modda.</p>"
    assert item.tags == ("module-3",)


def test_thirds_are_the_parts_of_three_right_options(read: Reading) -> None:
    kind = named(read, "zapis-chata").question.kind
    assert kind.scoring == "per_option"
    assert len(kind.right) == 3


def test_a_statement_finds_its_remarks(read: Reading) -> None:
    item = named(read, "consent-once")
    assert item.question.kind.answer == "false"
    assert item.parts["true"] == ("", "New form, new consent.")


def test_a_unit_is_reckoned_in_the_first(read: Reading) -> None:
    item = named(read, "weeks")
    kind = item.question.kind
    assert [item.parts[unit.id][0] for unit in kind.measures] == ["weeks", "days"]
    assert [exact(unit.factor) for unit in kind.measures] == [1, Fraction(1, 7)]
    assert kind.share({"number": "28", "unit": kind.measures[1].id}) == 1


def test_a_star_that_is_meant_is_no_pattern(read: Reading) -> None:
    kind = named(read, "code-word").question.kind
    assert kind.accepted[0].spellings == ("kodli soʻz", "code word")
    assert kind.accepted[1].spellings == ("5* parol",)


def test_gaps_written_in_the_text_are_taken_apart(read: Reading) -> None:
    item = named(read, "failure-rule")
    typed, chosen = item.question.kind.gaps
    assert typed.spellings == ("10", "oʻn")
    assert [item.parts[option.id] for option in chosen.options] == [
        ("backup number", "Yes"),
        ("open chat, {now}", "Never#1"),
        ("wall", ""),
    ]
    assert item.question.points == 2
    assert item.parts["text"][0] == f"<p>We wait [[{typed.name}]] minutes, then use the [[{chosen.name}]].</p>"


def test_lists_that_gaps_share_are_given_to_each(read: Reading) -> None:
    item = named(read, "select")
    first, second = item.question.kind.gaps
    assert [item.parts[option.id][0] for option in first.options] == ["ask", "hang up"]
    assert [item.parts[option.id][0] for option in second.options] == ["record", "forget"]


def test_a_rubric_of_ours_is_read_back(read: Reading) -> None:
    item = named(read, "my-case")
    kind = item.question.kind
    assert (kind.min_words, kind.max_words) == (40, 250)
    assert [level.points for level in kind.rubric[0].levels] == [0, 2]
    assert texts(item) == ["Facts", "Missing", "Told apart from opinions"]


def test_written_again_everything_is_there_with_its_image(read: Reading) -> None:
    again = read_moodle(write_moodle(read.questions).content, scope="page")
    assert [told(item) for item in again.questions] == [told(item) for item in read.questions]
    assert named(again, "qaysi-kanal").pictures == named(read, "qaysi-kanal").pictures
