"""Drawing: in which order an attempt shows questions and options. Made once, at the start, and frozen."""

from dataclasses import dataclass
from hashlib import sha256

from .spec import TRUEFALSE, Question, QuizSpec


@dataclass(frozen=True)
class Drawn:
    """A question of an attempt and its options in the order in which they are shown."""

    question: str
    options: tuple[str, ...]


def draw(spec: QuizSpec, *, seed: str) -> tuple[Drawn, ...]:
    """Return questions and options in the order of an attempt.

    The same seed always gives the same order, on every Python version: ids are sorted by a digest of seed and id.
    Statements keep "true" before "false".
    """
    questions = list(spec.questions)
    if spec.shuffle_questions:
        questions.sort(key=lambda question: _place(seed, question.id))
    return tuple(Drawn(question.id, _options(spec, question, seed)) for question in questions)


def _options(spec: QuizSpec, question: Question, seed: str) -> tuple[str, ...]:
    options = [option.id for option in question.choices]
    if spec.shuffle_options and question.type != TRUEFALSE:
        options.sort(key=lambda option: _place(seed, f"{question.id}/{option}"))
    return tuple(options)


def _place(seed: str, key: str) -> bytes:
    return sha256(f"{seed}|{key}".encode()).digest()
