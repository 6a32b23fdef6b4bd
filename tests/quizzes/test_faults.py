"""Whatever the domain says against a quiz, editors read in their own language."""

import ast

import pytest
from django.utils.translation import override

from quizzes.domain.spec import UnsoundQuiz
from quizzes.faults import FAULTS, told, why
from tests.support.database import ROOT

DOMAIN = ROOT / "site" / "quizzes" / "domain"


def said_by_the_domain() -> set[str]:
    """Return every sentence that a generator of faults in the domain yields, or hands to `UnsoundQuiz`."""
    found = set()
    for file in [DOMAIN / "spec.py", *DOMAIN.glob("kinds/*.py")]:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            value = node.value if isinstance(node, ast.Yield) else None
            if isinstance(value, ast.Call):
                value = value.args[0]
            if isinstance(value, ast.Constant):
                found.add(value.value)
            assert not isinstance(value, ast.JoinedStr), (file.name, node.lineno)
    return found


def test_every_fault_is_known_to_the_catalogues():
    assert said_by_the_domain() == set(FAULTS)


@pytest.mark.parametrize("language", ["uz", "ru"])
def test_every_fault_has_words_of_its_own(language):
    with override(language):
        words = [told(fault) for fault in FAULTS]
    assert len(set(words)) == len(FAULTS)
    with override("en"):
        assert not set(words) & {told(fault) for fault in FAULTS}


def test_a_fault_names_the_question_that_has_it():
    with override("en"):
        assert why(UnsoundQuiz("less than one point", "parcel")) == "parcel: Less than one point."
        assert why(UnsoundQuiz("the quiz has no questions")) == "The quiz has no questions."
