"""A judged attempt as the learner reads it: points, what was right, why, and which articles say so."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from core.citations import CitedArticle, resolve
from learning.domain.allowances import Window
from learning.domain.attempt_frozen import read_limits, read_places
from learning.domain.attempt_review import shown_things
from learning.domain.attempt_rules import Standing
from learning.evidence import quiz_result
from learning.models import Attempt, Score
from quizzes.domain.answers import frozen
from quizzes.domain.judging import RIGHT, WAITING, reaches, whole_percent
from quizzes.domain.rules import EXPLANATION, FEEDBACK, POINTS, SOLUTION
from quizzes.domain.spec import QuizSpec
from quizzes.domain.wording import QuizWording
from quizzes.services import spec_from, wording_from
from quizzes.showing import (
    Judged,
    Mark,
    ReviewedQuestion,
    Words,
    citations,
    points_text,
    reviewed_question,
    words,
)

from .attempt_shown import posed, section_titles
from .selectors_attempts import counting_scores, known_state, standing_after
from .services.attempts import shown_text


@dataclass(frozen=True)
class Result:
    """A judged attempt.

    Attributes:
        percent: rounded down.
        figures_shown: whether points may be told; passed or not always is.
        mark_reached: the pass mark alone, whatever critical questions say.
        critical_missed: how many critical questions are not fully right; what waits for its mark is not among them.
        waiting: how many answers a trainer has yet to mark.
        kept: whether the step is done although the quiz is not passed (any more): a completion is never taken back.
        band: words for a result like this one, or None.
        standing: where the person stands with the quiz now, under this attempt's rules.
        within: when the quiz is open to this person.
        counts: which of several attempts counts; `counted_percent` is what they come to.
    """

    attempt: Attempt
    title: Words
    passed: bool
    percent: int
    pass_percent: int
    points: str
    maximum: str
    figures_shown: bool
    mark_reached: bool
    critical_missed: int
    waiting: int
    kept: bool
    band: Words | None
    right_answers_shown: bool
    standing: Standing
    within: Window
    counts: str
    counted_percent: int
    submitted_at: datetime | None
    questions: tuple[ReviewedQuestion, ...]


def result(attempt: Attempt, *, language: str, now: datetime) -> Result:
    """Return a handed-in attempt as its score that counts judged it. The number of queries does not grow with it."""
    limits = read_limits(attempt.limits)
    scores = counting_scores(enrolment=attempt.enrolment, quiz_key=attempt.quiz_key)
    score = next(score for score in scores if score.submission.attempt_id == attempt.pk)
    spec = spec_from(score.version.payload)
    where, within = standing_after(attempt, scores, now=now)
    counted = quiz_result(scores)
    things = shown_things(
        limits.rules,
        submitted_at=attempt.submitted_at,
        settled=where.settled,
        closes_at=within.closes_at,
        now=now,
    )
    wording = wording_from(shown_text(attempt, language).payload)
    cited = resolve(citations(spec.questions), language) if EXPLANATION in things else {}
    percent = whole_percent(score.points, score.maximum)
    band = limits.rules.band(percent) if FEEDBACK in things and not score.waiting else None
    missed = [
        question.id
        for question in spec.questions
        if question.critical and score.questions.get(question.id, {}).get("outcome", RIGHT) not in (RIGHT, WAITING)
    ]
    return Result(
        attempt=attempt,
        title=words(wording.title, language),
        passed=score.passed,
        percent=percent,
        pass_percent=limits.rules.pass_percent,
        points=points_text(score.points, score.scale),
        maximum=points_text(score.maximum, score.scale),
        figures_shown=POINTS in things,
        mark_reached=reaches(score.points, score.maximum, limits.rules.pass_percent),
        critical_missed=len(missed),
        waiting=score.waiting,
        kept=not counted.passed and known_state(attempt.enrolment, attempt.quiz_key) == "done",
        band=words(wording.label(band.id), language, html=True) if band else None,
        right_answers_shown=SOLUTION in things,
        standing=where,
        within=within,
        counts=limits.rules.counts,
        counted_percent=whole_percent(counted.points, counted.maximum),
        submitted_at=attempt.submitted_at,
        questions=tuple(_questions(attempt, score, spec, wording, things, cited, language)),
    )


def _questions(
    attempt: Attempt,
    score: Score,
    spec: QuizSpec,
    wording: QuizWording,
    things: frozenset[str],
    cited: Mapping[tuple[str, str], CitedArticle],
    language: str,
) -> Iterator[ReviewedQuestion]:
    answers = {answer.question: frozen(answer.value) for answer in score.submission.answers.all()}
    given = score.submission.marks.select_related("author")  # a later one replaces an earlier one
    marks = {mark.question: Mark(mark.levels, mark.comment, str(mark.author), mark.at) for mark in given}
    places = read_places(attempt.drawn)
    titles = section_titles(places, wording, language)
    for place in places:
        judged = score.questions[place.question]
        question = posed(place, spec, wording, answers.get(place.question, ()), language)
        yield reviewed_question(
            replace(question, mark=marks.get(place.question)),
            position=place.position,
            things=things,
            judged=Judged(judged["points"], judged["maximum"], judged["outcome"], score.scale),
            cited=cited,
            section=titles.get(place.position),
        )
