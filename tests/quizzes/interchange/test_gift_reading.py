"""Every form of the GIFT manual becomes the type that it means."""

from fractions import Fraction

import pytest

from quizzes.domain.kinds.numeric import exact
from quizzes.interchange.gift import read_gift
from quizzes.interchange.model import Labels, Reading

from .looking import codes, content, named, notes, texts, verdicts


@pytest.fixture(scope="module")
def read() -> Reading:
    return read_gift(content("remote-practice.gift"), scope="page")


def test_every_question_has_a_line_with_its_place(read: Reading) -> None:
    places = {line.name: line.place.line for line in read.lines}
    assert places["tom/Masofaviy ish"] == 3
    assert places["Qayta ulanish"] == 6
    assert places["Что записать"] == 14
    assert places["Markdown"] == 64
    assert len(read.lines) == 15


def test_what_could_not_be_kept_is_told(read: Reading) -> None:
    told = {name: found for name, found in codes(read).items() if found}
    assert told == {
        "tom/Masofaviy ish": ["category"],
        "Qayta ulanish": ["tag_respelled"],
        "Range": ["feedback_dropped"],
        "Several numbers": ["partial_dropped", "feedback_dropped"],
        "Missing word": ["stem_made"],
        "Missing choice": ["stem_made"],
        "Essay": ["rubric_made"],
        "Put the steps in order.": ["name_made"],
    }
    assert verdicts(read)["tom/Masofaviy ish"] == "refused"
    assert verdicts(read)["Weeks"] == "taken"


def test_a_single_choice_keeps_remarks_explanation_and_tags(read: Reading) -> None:
    item = named(read, "qayta-ulanish")
    assert item.question.type == "single"
    assert item.stem == "<p>Video suhbat uzildi. Birinchi qadam?</p>"
    assert texts(item) == ["Bir marta qayta ulanish", "Ertangi kunga qoldirish", "Guruhga yozish"]
    assert notes(item) == ["Avval eng oddiyi.", "Odam kutib qoladi.", ""]
    assert item.question.kind.solution() == (item.question.kind.parts[0],)
    assert item.feedback == "<p>33-moddaga qarang.</p>"
    assert item.tags == ("module-3", "maxfiy-suhbat")


def test_weights_make_a_choice_of_several(read: Reading) -> None:
    item = named(read, "chto-zapisat")
    assert item.question.type == "multiple"
    assert item.question.kind.scoring == "per_option"
    right = item.question.kind.solution()
    assert [item.parts[key][0] for key in right] == ["Дата и время", "Решение и причина"]


def test_a_statement_tells_those_who_were_wrong_and_those_who_were_right(read: Reading) -> None:
    item = named(read, "consent-once")
    assert item.question.kind.answer == "false"
    assert item.parts == {"true": ("", "New form, new consent."), "false": ("", "Right: ask again.")}


def test_a_matching_keeps_what_belongs_to_nothing(read: Reading) -> None:
    item = named(read, "match-forms")
    kind = item.question.kind
    pairs = [(item.parts[pair.id][0], item.parts[pair.partner][0]) for pair in kind.pairs]
    assert pairs[0] == ("video", "needs a steady link")
    assert [item.parts[key][0] for key in kind.extra] == ["has no limit"]


def test_steps_keep_their_order(read: Reading) -> None:
    item = named(read, "put-the-steps-in-order")
    assert item.question.type == "ordering"
    assert texts(item) == ["reconnect once", "call the backup number", "record what happened"]


@pytest.mark.parametrize(
    ("name", "number", "tolerance"),
    [("weeks", "4", "0"), ("range", "70", "0.5"), ("several-numbers", "2021", "0")],
)
def test_a_number_has_its_tolerance(read: Reading, name: str, number: str, tolerance: str) -> None:
    kind = named(read, name).question.kind
    assert (kind.answer, kind.tolerance) == (number, tolerance)


def test_typed_words_bring_their_share(read: Reading) -> None:
    item = named(read, "kodli-soz")
    kind = item.question.kind
    assert kind.accepted[0].spellings == ("kodli soʻz", "кодовое слово")
    assert [exact(accepted.share) for accepted in kind.accepted] == [Fraction(1), Fraction(1, 2), Fraction(0)]
    assert notes(item) == ["", "Parol boshqa narsa.", ""]
    assert kind.share({"text": "KODLI SO'Z"}) == 1


def test_a_missing_word_becomes_a_gap(read: Reading) -> None:
    item = named(read, "missing-word")
    (gap,) = item.question.kind.gaps
    assert gap.spellings == ("ten", "10", "oʻn")
    assert texts(item) == [f"<p>We wait [[{gap.name}]] minutes, then call.</p>"]
    assert item.stem == "<p>Fill in the gaps.</p>"


def test_a_missing_word_may_be_chosen(read: Reading) -> None:
    item = named(read, "missing-choice")
    assert texts(item)[1:] == ["private chat", "official system", "notebook"]
    assert [option.correct for option in item.question.kind.gaps[0].options] == [False, True, False]


def test_words_for_what_is_unsaid_come_in_the_language_of_the_page() -> None:
    labels = Labels(fill_gaps="Boʻsh joyni toʻldiring.", criterion="Javob", level_none="Yoʻq", level_full="Bor")
    read = read_gift(b"::A::x {=y} z\n\n::B::Yozing.{}", scope="page", labels=labels)
    assert read.questions[0].stem == "<p>Boʻsh joyni toʻldiring.</p>"
    assert texts(read.questions[1]) == ["Javob", "Yoʻq", "Bor"]


def test_escapes_are_read_as_the_signs_they_stand_for(read: Reading) -> None:
    item = named(read, "escapes")
    assert item.stem == "<p>Which is a set? {1, 2} = #1 ~ 100: a\\b</p>"
    assert texts(item) == ["{a}", "a=b", "50%"]


def test_markdown_becomes_markup(read: Reading) -> None:
    assert named(read, "markdown").stem == "<p>Choose the <strong>safe</strong> way.</p>"


def test_line_ends_and_a_mark_of_byte_order_do_not_matter() -> None:
    text = content("remote-practice.gift").decode()
    read = read_gift(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode(), scope="page")
    plain = read_gift(text.encode(), scope="page")
    assert [line.place for line in read.lines] == [line.place for line in plain.lines]
    assert [item.stem for item in read.questions] == [item.stem for item in plain.questions]
