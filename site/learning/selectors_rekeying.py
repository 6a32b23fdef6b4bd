"""Questions about a wrong key: what differs from what was sat, and what each sitting would come to."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import F, OuterRef, QuerySet, Subquery

from core.canonical import canonical_json, digest
from learning.domain.attempt_frozen import read_places
from learning.domain.attempt_marks import shares
from learning.domain.rekeying import Differing, Obstacle, Outcome, corrected, differing
from learning.models import Attempt, Score
from learning.services.scoring import given
from quizzes.domain.answers import BadAnswer, frozen
from quizzes.domain.judging import Judgement, judge
from quizzes.domain.spec import QuizSpec
from quizzes.models import QuizVersion
from quizzes.services import live_pages, spec_from
from quizzes.writing import payloads

#: Sittings that one correction may judge anew; their answers are read at once.
MOST = 5000


class TooManySittings(Exception):
    """More sittings are concerned than one correction may judge."""


@dataclass(frozen=True)
class Line:
    """What a sitting would come to.

    Attributes:
        sequence: of the score that counts now.
        version: id of the version that it was judged by.
        number: which attempt of its person it is.
    """

    submission: int
    sequence: int
    version: int
    number: int
    at: datetime
    before: Outcome
    after: Outcome

    @property
    def changes(self) -> bool:
        """Tell whether the learner's result becomes another one."""
        return not self.before.alike(self.after)


@dataclass(frozen=True)
class Preview:
    """What a correction would do.

    Attributes:
        questions: ids of the questions whose key is corrected.
        lines: every sitting that was asked one of them and judged by another key, oldest first.
        payloads: {id of the version sat: payload of the corrected version}.
        lost: ids of questions that somebody's answer no longer fits.
    """

    questions: tuple[str, ...]
    lines: tuple[Line, ...]
    payloads: dict[int, str]
    lost: frozenset[str]

    @cached_property
    def fingerprint(self) -> str:
        """Return a digest of all that the preview shows: what is confirmed is what was seen."""
        seen = [
            [line.submission, line.sequence, line.after.points, line.after.scale, line.after.passed]
            for line in self.lines
        ]
        return digest(canonical_json([list(self.questions), seen, sorted(map(digest, self.payloads.values()))]))

    @property
    def changed(self) -> list[Line]:
        """Return the lines of those whose result becomes another one."""
        return [line for line in self.lines if line.changes]


def live_spec(quiz_key: UUID) -> QuizSpec:
    """Return the quiz as it stands live.

    Raises:
        QuizNotReady: if it is not live or cannot be sat.
    """
    return spec_from(payloads(live_pages(quiz_key))[0])


def differing_questions(*, quiz_key: UUID, now: QuizSpec) -> list[Differing]:
    """Return the questions whose key differs between what scores that count were judged by and what stands now."""
    judged_by = _counting(quiz_key).order_by().values_list("version", flat=True).distinct()
    versions = QuizVersion.objects.filter(pk__in=judged_by).order_by("pk")
    return differing((spec_from(version.payload) for version in versions.iterator()), now)


def under_way(*, quiz_key: UUID, now: QuizSpec) -> int:
    """Return how many sittings are open that began with another key: they will be judged by it."""
    sittings = Attempt.objects.filter(quiz_key=quiz_key, state=Attempt.State.OPEN)
    begun = QuizVersion.objects.filter(pk__in=sittings.order_by().values("version"))
    others = [version.pk for version in begun if differing([spec_from(version.payload)], now)]
    return sittings.filter(version__in=others).count()


def preview(*, quiz_key: UUID, questions: Collection[str], now: QuizSpec) -> Preview:
    """Return what every sitting concerned would come to with the keys of some questions as they stand now.

    Sittings whose answers were erased with their person are left as they are. Four queries, whatever their number.

    Args:
        questions: ids; those that do not differ, or cannot be corrected, concern nobody.

    Raises:
        TooManySittings: for more than `MOST`.
    """
    found = {item.now.id for item in differing_questions(quiz_key=quiz_key, now=now) if item.obstacle is None}
    chosen = tuple(question.id for question in now.questions if question.id in found and question.id in questions)
    lines, written, lost = [], {}, set()
    for score in _concerned(quiz_key, chosen, now):
        spec = spec_from(score.version.payload)
        better = corrected(spec, now, chosen)
        try:
            judgement = _judged(score, better)
        except BadAnswer:
            lost |= _unfitting(score, better, chosen)
            continue
        if score.version_id not in written:
            written[score.version_id] = canonical_json(better)
        lines.append(_line(score, judgement))
    return Preview(chosen, tuple(lines), written, frozenset(lost))


def as_obstacle(item: Differing, lost: Collection[str]) -> Obstacle | None:
    """Return why a question cannot be corrected, once its answers were looked at."""
    return item.obstacle or (Obstacle.ANSWER_LOST if item.now.id in lost else None)


def _counting(quiz_key: UUID) -> QuerySet[Any]:
    newest = Score.objects.filter(submission=OuterRef("submission")).order_by("-sequence").values("pk")[:1]
    of_quiz = Score.objects.filter(submission__attempt__quiz_key=quiz_key)
    return of_quiz.annotate(newest=Subquery(newest)).filter(pk=F("newest"))


def _concerned(quiz_key: UUID, chosen: Collection[str], now: QuizSpec) -> Iterator[Score]:
    """Walk the scores that count and were judged by another key of a question that their sitting asked."""
    if not chosen:
        return
    scores = (
        _counting(quiz_key)
        .select_related("submission__attempt", "version")
        .prefetch_related("submission__answers", "submission__marks")
        .order_by("submission__at", "submission_id")[: MOST + 1]
    )
    rows = list(scores)
    if len(rows) > MOST:
        raise TooManySittings
    for score in rows:
        asked = {place.question for place in read_places(score.submission.attempt.drawn)}
        sat = {question.id: question for question in spec_from(score.version.payload).questions}
        gone = score.submission.answered and not score.submission.answers.all()
        if not gone and any(key in asked and sat[key].kind != now.question(key).kind for key in chosen):
            yield score


def _judged(score: Score, spec: QuizSpec) -> Judgement:
    answers = {answer.question: frozen(answer.value) for answer in score.submission.answers.all()}
    asked = [place.question for place in read_places(score.submission.attempt.drawn)]
    return judge(spec, answers, asked=asked, marks=shares(spec, map(given, score.submission.marks.all())))


def _unfitting(score: Score, spec: QuizSpec, chosen: Collection[str]) -> set[str]:
    found = set()
    for answer in score.submission.answers.all():
        if answer.question in chosen:
            try:
                spec.question(answer.question).kind.clean(frozen(answer.value))
            except BadAnswer:
                found.add(answer.question)
    return found


def _line(score: Score, after: Judgement) -> Line:
    return Line(
        submission=score.submission_id,
        sequence=score.sequence,
        version=score.version_id,
        number=score.submission.attempt.number,
        at=score.submission.at,
        before=Outcome(score.points, score.maximum, score.scale, score.passed, score.waiting),
        after=Outcome(after.points, after.maximum, after.scale, after.passed, len(after.waiting)),
    )
