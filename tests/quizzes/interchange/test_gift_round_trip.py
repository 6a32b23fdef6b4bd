"""What is written as GIFT is read back as it was."""

from hypothesis import given
from hypothesis import strategies as st

from quizzes.interchange.gift import read_gift, write_gift
from quizzes.interchange.model import TAKEN, Exchanged

from .alike import told
from .strategies import exchanged

WHOLE = ("single", "multiple", "truefalse", "matching", "ordering", "text", "one gap")


@given(st.lists(exchanged(*WHOLE), min_size=1, max_size=3))
def test_every_type_that_gift_holds_comes_back(questions: list[Exchanged]) -> None:
    written = write_gift(questions)
    read = read_gift(written.content, scope="page")
    assert [line.verdict for line in read.lines] == [TAKEN] * len(questions)
    assert [told(item) for item in read.questions] == [told(item) for item in questions]
