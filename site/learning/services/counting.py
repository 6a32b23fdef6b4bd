"""What a quiz came to is counted after every score: the step is completed, or the summary follows."""

from datetime import datetime

from learning.domain.attempt_frozen import read_limits
from learning.evidence import quiz_result
from learning.models import Attempt, Submission
from learning.selectors_attempts import counting_scores
from quizzes.domain.rules import HANDED_IN
from quizzes.models import QuizText
from quizzes.services import wording_from

from . import progress


def count_result(
    *, attempt: Attempt, submission: Submission, text: QuizText, now: datetime, acting: bool = True
) -> None:
    """Complete the step if its quiz is passed now, or is an entry test; else keep the summary.

    Call it inside the transaction that added a score. A completion that was earned is never taken back.

    Args:
        submission: the one that was judged; it is the evidence.
        text: names the step, in the language of the learner.
        acting: whether the learner did this; a trainer's mark does not move where they go on.
    """
    scores = counting_scores(enrolment=attempt.enrolment, quiz_key=attempt.quiz_key)
    if read_limits(attempt.limits).rules.completes == HANDED_IN or quiz_result(scores).passed:
        title = wording_from(text.payload).title
        try:
            progress.complete_activity(
                enrolment=attempt.enrolment,
                activity_key=attempt.quiz_key,
                kind="quiz",
                title=title.text,
                language=title.language,
                evidence=f"submission:{submission.pk}",
                now=now,
                acting=acting,
            )
            return
        except progress.NotInCourse:
            # The quiz came after the enrolment and went during the sitting: the score stands, no step is left to tick.
            pass
    progress.refresh_summary(enrolment=attempt.enrolment, now=now)
