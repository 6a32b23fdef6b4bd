"""A spec survives being stored, and one that cannot be sat is found out."""

import json

import pytest

from core.canonical import canonical_json
from quizzes.domain.kinds import Survey
from quizzes.domain.spec import Section, UnknownSchema, UnsoundQuiz, check_spec, read_spec
from tests.factories.quizzes import asked, question, quiz_spec

FULL = quiz_spec(
    question("single"),
    question("several", type="multiple", options="abcd", right="bc", points=3, critical=True),
    question("statement", type="truefalse", right="f"),
)


def test_a_spec_reads_back_as_it_was_stored() -> None:
    assert read_spec(json.loads(canonical_json(FULL))) == FULL


def test_a_spec_of_an_unknown_schema_is_refused() -> None:
    data = json.loads(canonical_json(FULL)) | {"schema": 99}
    with pytest.raises(UnknownSchema):
        read_spec(data)


def test_a_sound_quiz_passes_the_check() -> None:
    check_spec(FULL)


@pytest.mark.parametrize(
    "broken",
    [
        quiz_spec(),
        quiz_spec(question("q"), pass_percent=0),
        quiz_spec(question("q"), question("q")),
        quiz_spec(question("")),
        quiz_spec(question("q", points=0)),
        quiz_spec(question("q", options="a")),
        quiz_spec(question("q", options="aab")),
        quiz_spec(question("q", right="ab")),
        quiz_spec(question("q", right="")),
        quiz_spec(question("q", type="multiple", options="ab", right="ab")),
        quiz_spec(question("q", type="multiple", options="ab", right="")),
        quiz_spec(question("q"), critical_percent=0),
        quiz_spec(question("q"), overdue="grace"),
        quiz_spec(question("q"), counts="worst"),
        quiz_spec(question("q"), review={"during": ("everything",)}),
        quiz_spec(question("q"), sections=(Section("s", ("q", "other")),)),
        quiz_spec(question("q"), sections=(Section("s", ("q",), take=2),)),
        quiz_spec(question("q"), sections=(Section("s", ("q",)), Section("t", ("q",), take=1))),
        quiz_spec(asked(Survey(("a", "b"), several=False))),
    ],
    ids=lambda spec: repr([(item.id, item.type, item.points) for item in spec.questions]),
)
def test_a_quiz_that_cannot_be_judged_is_refused(broken: object) -> None:
    with pytest.raises(UnsoundQuiz):
        check_spec(broken)
