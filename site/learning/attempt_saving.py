"""What becomes of a quiz form that was sent: answers saved, a decision taken, an answer checked, or a refusal."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.http import HttpRequest
from django.utils.translation import gettext as _

from learning.domain.attempt_frozen import read_places
from learning.models import Attempt
from quizzes.domain.answers import Answer, BadAnswer
from quizzes.services import spec_from, wording_from
from quizzes.showing.forms import STAY, SentForm, meant_answers, problems, read_form

from .attempt_shown import posed
from .services.attempts import save_answers, shown_text
from .services.final_answers import check, decide


@dataclass(frozen=True)
class Saved:
    """What became of a form.

    Attributes:
        refused: nothing of it was stored.
        message: what to tell the person, or "".
        typed, problems: what a refused form said, to be shown again with what is wrong.
        then: where its button leads.
        stay_at: id of the question to come back to, or "".
    """

    refused: bool = False
    message: str = ""
    typed: Mapping[str, Answer] = field(default_factory=dict)
    problems: Mapping[str, str] = field(default_factory=dict)
    then: int | str = STAY
    stay_at: str = ""


def save_form(request: HttpRequest, attempt: Attempt, *, language: str, now: datetime) -> Saved:
    """Store what a form of an attempt sent, all or nothing.

    Raises:
        AttemptClosed: if the attempt is not open any more.
    """
    foreign = _("That answer does not belong to this attempt, so nothing was saved. Please choose again.")
    spec = spec_from(attempt.version.payload)
    answers: dict[str, Answer] = {}
    try:
        form = read_form(request)
        wording = wording_from(shown_text(attempt, language).payload)
        places = read_places(attempt.drawn)
        answers = meant_answers(form, {place.question: posed(place, spec, wording, (), language) for place in places})
        return _store(attempt, form, answers, language=language, now=now)
    except BadAnswer:
        wrong = problems(spec, answers)
        mistyped = _("Nothing was saved yet: one answer cannot be read. What you wrote is still here.")
        return Saved(refused=True, message=mistyped if wrong else foreign, typed=answers, problems=wrong)


def _store(attempt: Attempt, form: SentForm, answers: dict[str, Answer], *, language: str, now: datetime) -> Saved:
    if form.decide:
        if not form.decision:
            save_answers(attempt=attempt, answers=answers, language=language, now=now)
            return Saved(message=_("Choose a decision first."), stay_at=form.decide)
        decide(
            attempt=attempt,
            question=form.decide,
            step=form.step,
            decision=form.decision,
            beside=answers,
            language=language,
            now=now,
        )
        return Saved(stay_at=form.decide)
    if form.check:
        checked = check(attempt=attempt, question=form.check, answers=answers, language=language, now=now)
        return Saved(message="" if checked else _("Answer the whole question first."), stay_at=form.check)
    save_answers(attempt=attempt, answers=answers, language=language, now=now)
    return Saved(then=form.then)
