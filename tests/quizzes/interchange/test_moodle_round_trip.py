"""What is written as Moodle XML is read back as it was."""

from hypothesis import given
from hypothesis import strategies as st

from quizzes.interchange.model import TAKEN, Exchanged
from quizzes.interchange.moodle import read_moodle, write_moodle

from .alike import told
from .strategies import exchanged

WHOLE = ("single", "multiple", "truefalse", "matching", "ordering", "numeric", "text", "gaps", "reflection")


@given(st.lists(exchanged(*WHOLE), min_size=1, max_size=3))
def test_every_type_that_moodle_holds_comes_back(questions: list[Exchanged]) -> None:
    written = write_moodle(questions)
    read = read_moodle(written.content, scope="page")
    assert [line.verdict for line in read.lines] == [TAKEN] * len(questions)
    assert [told(item) for item in read.questions] == [told(item) for item in questions]
