"""Everything on record about learners, as rows and as they read it, remembered from the moment it came to be."""

from collections.abc import Iterator
from typing import Any

from django.test import Client
from django.utils import translation

from certificates.models import Certificate, CertificateHolder
from guidelines.models import Acknowledgement, Edition, EditionText
from learning.attempt_result import result
from learning.attempt_shown import sitting
from learning.models import (
    ActivityCompletion,
    Attempt,
    CourseCompletion,
    Enrolment,
    Score,
    Submission,
    SubmittedAnswer,
)
from learning.transcript import transcript

RECORDS = (
    Submission, SubmittedAnswer, Score, ActivityCompletion, CourseCompletion, Acknowledgement, Certificate,
    CertificateHolder, Edition, EditionText,
)  # fmt: skip
#: What of an attempt is settled at its start.
SETTLED = ("person", "enrolment", "quiz_key", "version", "number", "drawn", "limits", "language", "started_at")
LANGUAGES = ("uz", "ru")
Fact = tuple[Any, ...]


class Ledger:
    """Grows with what learners do; what it holds once never changes and never goes."""

    def __init__(self) -> None:
        self.facts: dict[Fact, Any] = {}

    def check(self) -> None:
        """Compare all that is known with how it reads now, then remember what is new."""
        now = dict(facts())
        gone = [fact for fact in self.facts if fact not in now]
        changed = {fact: (before, now[fact]) for fact, before in self.facts.items() if now.get(fact, before) != before}
        assert not gone, f"no longer there: {gone}"
        assert not changed, f"changed: {changed}"
        self.facts = now


def facts() -> Iterator[tuple[Fact, Any]]:
    """Yield each fact with how it reads."""
    for model in RECORDS:
        for row in model.objects.values():
            yield (model.__name__, row["id"]), row
    for row in Attempt.objects.values("uuid", *SETTLED):
        yield ("Attempt", row["uuid"]), row
    for enrolment in Enrolment.objects.filter(state=Enrolment.State.COMPLETED):
        yield ("completed", enrolment.pk), enrolment.version_id
    attempts = Attempt.objects.select_related("version", "enrolment", "enrolment__course")
    for attempt in attempts:
        for language in LANGUAGES:
            with translation.override(language):
                yield ("text", attempt.uuid, language), _text(attempt, language)
        if attempt.state == Attempt.State.SUBMITTED:
            with translation.override("ru"):
                yield ("result", attempt.uuid), _result(attempt, "ru")
    for completion in CourseCompletion.objects.select_related("person"):
        for language in LANGUAGES:
            lines = transcript(person=completion.person, language=language).lines
            line = next(line for line in lines if line.completion == completion.uuid)
            yield ("transcript", completion.uuid, language), line
    for code in Certificate.objects.values_list("code", flat=True):
        shown = Client().get(f"/verify/{code}.json").json()
        yield ("verification", code), {name: value for name, value in shown.items() if name != "state_on"}


def _text(attempt: Attempt, language: str) -> Any:
    """Return the words of an attempt as its learner reads them, without what was chosen."""
    shown = sitting(attempt, language=language, now=attempt.started_at)
    questions = [
        (item.stem, item.points, item.body.several, [(option.id, option.text) for option in item.body.options])
        for item in shown.questions
    ]
    return shown.title, shown.intro, shown.limits, questions


def _result(attempt: Attempt, language: str) -> Any:
    """Return a judged attempt as its learner reads it, without what later attempts change (what may be shown)."""
    shown = result(attempt, language=language, now=attempt.started_at)
    questions = [
        (
            (item.stem, item.outcome, item.points, item.maximum, item.critical_missed, item.explanation),
            [(option.text, option.chosen) for option in item.body.options],
        )
        for item in shown.questions
    ]
    return shown.title, shown.passed, shown.percent, shown.pass_percent, shown.points, shown.maximum, questions
