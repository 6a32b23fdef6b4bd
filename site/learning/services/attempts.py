"""Beginning a sitting; `saving` and `handing_in` go on from there. Each verb is safe when sent twice or from two tabs.

An attempt is shown and judged from what was frozen when it began; nothing reads a page after that.
"""

from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max, QuerySet

from accounts.models import User
from learning.domain.allowances import Allowance, Window
from learning.domain.attempt_frozen import read_places, with_allowance
from learning.domain.attempt_rules import Standing, ends_at
from learning.domain.parallel_forms import form_for
from learning.models import Attempt, Enrolment
from learning.selectors_allowances import allowance_for, window_of
from learning.selectors_attempts import attempts_at, counting_scores, known_state, standing_from
from quizzes.domain.drawing import draw
from quizzes.domain.spec import QuizSpec
from quizzes.models import QuizPage
from quizzes.services import FrozenQuiz, freeze, spec_from

from . import progress
from .handing_in import AttemptClosed, TimeIsUp, end_if_over, shown_text, submit
from .more_time import extend_attempt
from .saving import save_answer, save_answers

__all__ = [
    "AttemptClosed",
    "StartRefused",
    "StepLocked",
    "TimeIsUp",
    "save_answer",
    "save_answers",
    "shown_text",
    "start_attempt",
    "submit",
]


class StartRefused(Exception):
    """No attempt may begin now; `standing` says why and, where there is a pause, until when."""

    def __init__(self, standing: Standing) -> None:
        super().__init__(standing.refusal)
        self.standing = standing


class StepLocked(Exception):
    """The quiz is not open to this person: not enrolled, the course was left, or earlier steps come first."""


def start_attempt(
    *, person: User, enrolment: Enrolment, quiz_page: QuizPage, language: str, seed: str, now: datetime
) -> Attempt:
    """Begin an attempt, or return the one that is open.

    Questions, order of options, rules and texts are frozen on it, with the time and the attempts that hold for this
    person. An open attempt whose time is up is ended first; one of an earlier enrolment is given up.

    Args:
        quiz_page: the quiz in any language; structure and rules come from its live source page.
        language: in which the person begins.
        seed: decides the order of questions and options.

    Raises:
        StepLocked: if the person may not sit this quiz now.
        StartRefused: if no attempts are left, a pause holds, the quiz is passed or not open at this time.
        QuizNotReady: if the source page is not live or has no sound questions.
    """
    if enrolment.person_id != person.pk:
        raise StepLocked("another person's enrolment")
    quiz_key = quiz_page.translation_key
    for attempt in _open_attempts(person, quiz_key):
        if end_if_over(attempt=attempt, now=now).state == Attempt.State.OPEN and attempt.enrolment_id == enrolment.pk:
            return attempt
    _require_open_step(enrolment, quiz_key, now)
    frozen = freeze(page=quiz_page, now=now)
    spec = spec_from(frozen.version.payload)
    with transaction.atomic():
        locked = Enrolment.objects.select_for_update().select_related("person").get(pk=enrolment.pk)
        if locked.state == Enrolment.State.LEFT:
            raise StepLocked("the course was left")
        for attempt in _open_attempts(person, quiz_key):
            if attempt.enrolment_id == locked.pk:
                return attempt
            attempt.state = Attempt.State.ABANDONED
            attempt.save(update_fields=["state"])
        given = allowance_for(person=person, quiz_key=quiz_key)
        within = window_of(frozen.source, given)
        where = standing_from(
            attempts_at(enrolment=locked, quiz_key=quiz_key),
            counting_scores(enrolment=locked, quiz_key=quiz_key),
            rules=spec.rules,
            now=now,
            allowance=given,
            within=within,
        )
        if not where.may_start:
            raise StartRefused(where)
        begun = _create(locked, frozen, spec, given, within, language=language, seed=seed, now=now)
    # An allowance given in these very moments did not see the attempt yet; whichever came second finds the other.
    return extend_attempt(attempt=begun, now=now) if begun.closes_at else begun


def _require_open_step(enrolment: Enrolment, quiz_key: UUID, now: datetime) -> None:
    """Refuse a locked step. The summary may be older than the course's pages, so it is made anew before that."""
    if known_state(enrolment, quiz_key) in (None, "locked"):
        state = progress.refresh_summary(enrolment=enrolment, now=now).states.get(str(quiz_key))
        if state in (None, "locked"):
            raise StepLocked("not a step of the course, or earlier steps come first")


def _open_attempts(person: User, quiz_key: UUID) -> QuerySet[Attempt]:
    return Attempt.objects.filter(person=person, quiz_key=quiz_key, state=Attempt.State.OPEN)


def _create(
    enrolment: Enrolment,
    frozen: FrozenQuiz,
    spec: QuizSpec,
    given: Allowance,
    within: Window,
    *,
    language: str,
    seed: str,
    now: datetime,
) -> Attempt:
    mine = Attempt.objects.filter(enrolment=enrolment, quiz_key=spec.quiz_key)
    form = _form(enrolment.person, frozen.source, spec)
    met = _met(enrolment.person) if any(section.take for section in spec.sections) else frozenset()
    return Attempt.objects.create(
        person_id=enrolment.person_id,
        enrolment=enrolment,
        quiz_key=spec.quiz_key,
        version=frozen.version,
        number=(mine.aggregate(last=Max("number"))["last"] or 0) + 1,
        form=form,
        drawn=[asdict(drawn) for drawn in draw(spec, seed=seed, form=form, met=met)],
        limits={
            "rules": asdict(with_allowance(spec.rules, given)),
            "texts": {name: text.pk for name, text in frozen.texts.items()},
            "given": {"minutes": given.minutes, "attempts": given.attempts},
        },
        language=language,
        started_at=now,
        closes_at=ends_at(spec.rules, started_at=now, extra_minutes=given.minutes, closes_at=within.closes_at),
    )


def _form(person: User, source: QuizPage, spec: QuizSpec) -> str:
    if spec.forms == ("",):
        return ""
    met = ""
    if source.paired_with is not None:
        entry = Attempt.objects.filter(person=person, quiz_key=source.paired_with.translation_key)
        met = entry.order_by("-started_at", "-pk").values_list("form", flat=True).first() or ""
    return form_for(spec.forms, person=str(person.public_id), quiz=str(spec.quiz_key), met=met)


def _met(person: User) -> frozenset[str]:
    """Return the ids of the questions that a person has met in any attempt so far. One query."""
    drawn = Attempt.objects.filter(person=person).values_list("drawn", flat=True)
    return frozenset(place.question for one in drawn for place in read_places(one))
