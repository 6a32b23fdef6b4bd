"""Scores are appended: one when an attempt is handed in, a further one with every mark and every correction."""

from datetime import datetime

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
    return Score.objects.create(
        submission=submission,
        version=version,
        sequence=last + 1,
        rules=judgement.rules,
        author=author,
        reason=reason,
        scale=judgement.scale,
        points=judgement.points,
        maximum=judgement.maximum,
        passed=judgement.passed,
        questions={
            result.question: {"points": result.points, "maximum": result.maximum, "outcome": result.outcome}
            for result in judgement.questions
        },
        waiting=len(judgement.waiting),
        at=now,
    )


def given(mark: Mark) -> Given:
    """Return a mark as the rules read it."""
    return Given(mark.question, mark.sequence, mark.author_id, mark.levels, mark.comment)
