"""Scores are appended: one when an attempt is handed in, a further one with every mark and every correction."""

from datetime import datetime
from typing import Any

from django.db.models import Max

from accounts.models import User
from learning.domain.attempt_frozen import read_places
from learning.domain.attempt_marks import Given, shares
from learning.models import Mark, Score, Submission
from quizzes.domain.answers import frozen
from quizzes.domain.judging import Judgement, judge
from quizzes.models import QuizVersion
from quizzes.services import spec_from


def judge_submission(*, submission: Submission, version: QuizVersion) -> Judgement:
    """Judge what was handed in against a version, with the newest marks. Two queries beside the attempt."""
    spec = spec_from(version.payload)
    answers = {answer.question: frozen(answer.value) for answer in submission.answers.all()}
    asked = [place.question for place in read_places(submission.attempt.drawn)]
    return judge(spec, answers, asked=asked, marks=shares(spec, map(given, submission.marks.all())))


def append_score(
    *,
    submission: Submission,
    version: QuizVersion,
    judgement: Judgement,
    now: datetime,
    author: User | None = None,
    reason: str = "",
    first: bool = False,
) -> Score:
    """Append a judgement as the score that counts; call it with the attempt locked.

    Args:
        author: None = the machine alone.
        first: of a submission just made, which has none yet.
    """
    last = 0 if first else submission.scores.aggregate(last=Max("sequence"))["last"] or 0
    score = score_of(submission, version, judgement, now, sequence=last + 1, author=author, reason=reason)
    score.save(force_insert=True)
    return score


def score_of(
    submission: Submission, version: QuizVersion, judgement: Judgement, at: datetime, **further: Any
) -> Score:
    """Return a judgement as a score that is not stored yet; `further` fields say who gave it and why."""
    return Score(
        submission=submission,
        version=version,
        rules=judgement.rules,
        scale=judgement.scale,
        points=judgement.points,
        maximum=judgement.maximum,
        passed=judgement.passed,
        questions={
            result.question: {"points": result.points, "maximum": result.maximum, "outcome": result.outcome}
            for result in judgement.questions
        },
        waiting=len(judgement.waiting),
        at=at,
        **further,
    )


def given(mark: Mark) -> Given:
    """Return a mark as the rules read it."""
    return Given(mark.question, mark.sequence, mark.author_id, mark.levels, mark.comment)
