"""Reading what a quiz form sends: bounded, and checked before anything is stored."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.http import HttpRequest, QueryDict

from quizzes.domain.answers import UNKNOWN, Answer, BadAnswer
from quizzes.domain.judging import clean_answer
from quizzes.domain.kinds import Scenario
from quizzes.domain.spec import QuizSpec

from .asking import sent_answer
from .posed import Fields, Posed

#: A quiz of 200 questions, some of them with a long text, stays well below this (bytes).
MAX_BODY = 1024 * 1024
MAX_QUESTIONS = 200
MAX_CHOICES = 10
MAX_PARTS = 40

REVIEW, STAY = "review", "stay"
_ANSWER = "answer-"


@dataclass(frozen=True)
class SentForm:
    """What a form of one or several questions sent, before it is known what it means.

    Attributes:
        fields: {question id: what was sent of it}; a question that was shown and not answered is there with nothing.
        then: where to go next: a place from 1 on, "review" or "stay".
        decide, check: id of the question whose own button was pressed, or "".
    """

    fields: dict[str, Fields] = field(default_factory=dict)
    then: int | str = STAY
    decide: str = ""
    check: str = ""

    @property
    def step(self) -> int:
        """Return how many decisions had been taken where this one was offered; -1 if the form does not say."""
        step = "".join(self.fields.get(self.decide, {}).get("step", ())[:1])
        return int(step) if step.isascii() and step.isdigit() and len(step) <= 3 else -1

    @property
    def decision(self) -> str:
        """Return the decision that was chosen, or ""."""
        return "".join(self.fields.get(self.decide, {}).get("", ())[:1])


def read_form(request: HttpRequest) -> SentForm:
    """Return a POST as it was sent.

    It holds `question` once for each question shown, `answer-<question>` or `answer-<question>.<part>` for each thing
    that was chosen or typed, and one of `then`, `decide=<question>` and `check=<question>`.

    Raises:
        BadAnswer: if the body is too large, names no question, answers one that it does not name, or holds what no
            keyboard types.
    """
    if int(request.META.get("CONTENT_LENGTH") or 0) > MAX_BODY:
        raise BadAnswer("too large")
    post = request.POST
    shown = list(dict.fromkeys(post.getlist("question")))
    if not 0 < len(shown) <= MAX_QUESTIONS:
        raise BadAnswer("no question, or too many")
    fields: dict[str, dict[str, list[str]]] = {key: {} for key in shown}
    for name, values in post.lists():
        if not name.startswith(_ANSWER):
            continue
        key, _dot, part = name.removeprefix(_ANSWER).partition(".")
        if key not in fields:
            raise BadAnswer("an answer to a question that was not shown")
        if len(values) > MAX_CHOICES or len(fields[key]) >= MAX_PARTS or any("\x00" in value for value in values):
            raise BadAnswer("too many options, or a character that is none")
        fields[key][part] = values
    return SentForm(dict(fields), _then(post), _one_of(post, "decide", shown), _one_of(post, "check", shown))


def meant_answers(form: SentForm, posed: Mapping[str, Posed]) -> dict[str, Answer]:
    """Return {question id: answer} of what was sent; cases are left out, for only their own button decides.

    Args:
        posed: every question that may be answered, by its id.

    Raises:
        BadAnswer: for a question that is not among them.
    """
    if not set(form.fields).issubset(posed):
        raise BadAnswer(UNKNOWN)
    return {
        key: sent_answer(posed[key], fields)
        for key, fields in form.fields.items()
        if not isinstance(posed[key].kind, Scenario)
    }


def problems(spec: QuizSpec, answers: Mapping[str, Answer]) -> dict[str, str]:
    """Return {question id: problem} of the answers that their questions cannot have."""
    found = {}
    for key, answer in answers.items():
        try:
            clean_answer(spec.question(key), answer)
        except BadAnswer as bad:
            found[key] = bad.problem
    return found


def _one_of(post: QueryDict, name: str, shown: list[str]) -> str:
    wanted = post.get(name, "")
    return wanted if wanted in shown else ""


def _then(post: QueryDict) -> int | str:
    wanted = post.get("then", STAY)
    if wanted.isascii() and wanted.isdigit() and len(wanted) <= 3:
        return int(wanted)
    return REVIEW if wanted == REVIEW else STAY
