"""The verb of marking: a trainer says by the rubric what a free text is worth, and why."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.services import log_act
from learning.access import markable_by
from learning.domain.attempt_marks import sent_before, share_of
from learning.messages import tell_marked
from learning.models import Attempt, Mark, Score, Submission, SubmittedAnswer
from quizzes.domain.answers import BadAnswer
from quizzes.models import QuizVersion
from quizzes.services import spec_from

from . import counting
from .handing_in import locked_attempt, shown_text
from .scoring import append_score, given, judge_submission

#: Characters of a comment: some pages, more than anybody reads on a phone.
LONGEST_COMMENT = 4000


class MarkedMeanwhile(Exception):
    """Somebody marked this answer after the form was opened; nothing was stored. Carries their mark."""

    def __init__(self, mark: Mark) -> None:
        super().__init__(mark.sequence)
        self.mark = mark


def mark_answer(
    *,
    submission: Submission,
    question: str,
    levels: Mapping[str, str],
    comment: str,
    author: User,
    seen: int,
    now: datetime,
) -> Mark:
    """Mark an answer by the rubric; a later mark counts instead of an earlier one. The same form twice marks once.

    One transaction: mark, score, the step's completion (a lower mark never takes it back), the log. When nothing of
    the submission waits any more, its learner is told.

    Args:
        question: id of the question in the submission.
        levels: {criterion id: level id}, one for each criterion.
        comment: for the learner; may be empty.
        seen: sequence of the newest mark that the author saw; 0 = there was none.

    Raises:
        PermissionDenied: if the author leads no group of the learner in this course, or is the learner.
        ValidationError: if there is no such answer, a criterion has no level of its own, or the comment is too long.
        MarkedMeanwhile: if the answer was marked after `seen`.
    """
    text = comment.replace("\r\n", "\n").strip()
    if len(text) > LONGEST_COMMENT:
        raise ValidationError(
            {"comment": _("The comment is too long: at most %(count)d characters.") % {"count": LONGEST_COMMENT}}
        )
    with transaction.atomic():
        if not markable_by(author).filter(pk=submission.pk).exists():
            raise PermissionDenied
        attempt, answer = _locked(submission, question)
        last_score = submission.scores.select_related("version").latest("sequence")
        _check_levels(last_score.version, question, levels)
        marks = list(submission.marks.filter(question=question).select_related("author"))
        twin = sent_before(map(given, marks), seen=seen, author=author.pk, levels=levels, comment=text)
        if twin is not None:
            return next(mark for mark in marks if mark.sequence == twin.sequence)
        if _newest(marks) != seen:
            raise MarkedMeanwhile(marks[-1])
        mark = Mark.objects.create(
            submission=submission,
            question=question,
            sequence=seen + 1,
            author=author,
            levels=dict(levels),
            comment=text,
            at=now,
        )
        score = _score(submission, attempt, last_score.version, author, now)
        words = answer.text or shown_text(attempt, attempt.language)
        counting.count_result(attempt=attempt, submission=submission, text=words, now=now, acting=False)
        _log(mark, attempt, score)
        if not score.waiting:
            tell_marked(attempt, score, now=now)
        return mark


def _locked(submission: Submission, question: str) -> tuple[Attempt, SubmittedAnswer]:
    """Lock the learner, who may be erasing themselves, then the attempt; return it with the answer."""
    learner = User.objects.select_for_update(no_key=True).get(pk=submission.person_id)
    attempt = locked_attempt(submission.attempt)
    answer = submission.answers.select_related("text").filter(question=question).first()
    if learner.erased_at is not None or answer is None:
        raise ValidationError(_("There is no answer to mark here any more."))
    attempt.person = learner
    submission.attempt = attempt
    return attempt, answer


def _check_levels(version: QuizVersion, question: str, levels: Mapping[str, str]) -> None:
    asked = {found.id: found for found in spec_from(version.payload).questions}
    if question not in asked or not asked[question].kind.by_hand:
        raise ValidationError(_("This question is not marked by hand."))
    try:
        share_of(asked[question], levels)
    except BadAnswer as error:
        raise ValidationError({"levels": _("Choose one level for each criterion.")}) from error


def _newest(marks: Iterable[Mark]) -> int:
    return max((mark.sequence for mark in marks), default=0)


def _score(submission: Submission, attempt: Attempt, version: QuizVersion, author: User, now: datetime) -> Score:
    """Append the judgement by the newest marks, against the version that judged last (it may be a corrected one)."""
    judgement = judge_submission(submission=submission, version=version)
    return append_score(submission=submission, version=version, judgement=judgement, author=author, now=now)


def _log(mark: Mark, attempt: Attempt, score: Score) -> None:
    log_act(
        actor=mark.author,
        verb="learning.mark_answer",
        target=f"attempt:{attempt.uuid}",
        subject=attempt.person,
        details={
            "question": mark.question,
            "mark": mark.sequence,
            "points": score.questions[mark.question]["points"],
            "scale": score.scale,
            "waiting": score.waiting,
        },
        now=mark.at,
    )
