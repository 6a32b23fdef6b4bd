"""What is written as a QTI package is read back as it was."""

from hypothesis import given
from hypothesis import strategies as st

from quizzes.interchange.model import CHANGED, TAKEN, Exchanged
from quizzes.interchange.qti import read_qti, write_qti
from quizzes.interchange.reasons import PAIR_SCORING_LOST, SCORING_CHANGED

from .alike import told
from .strategies import exchanged

WHOLE = ("single", "multiple", "truefalse", "matching", "one unit", "text", "gaps", "reflection", "survey")


@given(st.lists(exchanged(*WHOLE), min_size=1, max_size=3))
def test_every_type_that_qti_holds_comes_back(questions: list[Exchanged]) -> None:
    written = write_qti(questions, language="uz")
    read = read_qti(written.content, scope="page")
    assert [line.verdict for line in (*written.lines, *read.lines)] == [TAKEN] * len(questions) * 2
    assert [told(item) for item in read.questions] == [told(item) for item in questions]


@given(exchanged("ordering"))
def test_steps_come_back_and_both_reports_say_that_they_are_scored_otherwise(question: Exchanged) -> None:
    written = write_qti([question])
    read = read_qti(written.content, scope="page")
    lines = [*written.lines, *read.lines]
    assert [line.verdict for line in lines] == [CHANGED, CHANGED]
    assert [reason.code for line in lines for reason in line.reasons] == [PAIR_SCORING_LOST, SCORING_CHANGED]
    assert [told(item) for item in read.questions] == [told(question)]
