"""Reading what a quiz form sends: bounded, and checked before anything is stored."""

from dataclasses import dataclass

from django.http import HttpRequest, QueryDict

from quizzes.domain.answers import BadAnswer

#: A quiz of 200 questions with ten options each stays well below this (bytes).
MAX_BODY = 256 * 1024
MAX_QUESTIONS = 200
MAX_CHOICES = 10

REVIEW, STAY = "review", "stay"


@dataclass(frozen=True)
class SentAnswers:
    """What a form of one or several questions sent.

    Attributes:
        answers: {question id: option ids}; a question that was shown and not answered is there with ().
        then: where to go next: a place from 1 on, "review" or "stay".
    """

    answers: dict[str, tuple[str, ...]]
    then: int | str


def read_answers(request: HttpRequest) -> SentAnswers:
    """Return the answers in a POST: `question` once for each question shown, `answer-<id>` for each choice, `then`.

    Raises:
        BadAnswer: if the body is too large, names no question, or answers one that it does not name.
    """
    if int(request.META.get("CONTENT_LENGTH") or 0) > MAX_BODY:
        raise BadAnswer("too large")
    post = request.POST
    shown = list(dict.fromkeys(post.getlist("question")))
    if not 0 < len(shown) <= MAX_QUESTIONS:
        raise BadAnswer("no question, or too many")
    answers = {key: tuple(post.getlist(f"answer-{key}")) for key in shown}
    sent = {name.removeprefix("answer-") for name in post if name.startswith("answer-")}
    if not sent.issubset(shown):
        raise BadAnswer("an answer to a question that was not shown")
    if any(len(chosen) > MAX_CHOICES for chosen in answers.values()):
        raise BadAnswer("too many options")
    return SentAnswers(answers, _then(post))


def _then(post: QueryDict) -> int | str:
    wanted = post.get("then", STAY)
    if wanted.isascii() and wanted.isdigit() and len(wanted) <= 3:
        return int(wanted)
    return REVIEW if wanted == REVIEW else STAY
