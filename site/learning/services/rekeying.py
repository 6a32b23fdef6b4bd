"""The verb of correction: what a wrong key judged is judged anew, by the version sat with the right key in it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.services import log_act
from core.canonical import digest
from learning import tasks
from learning.domain.rekeying import Outcome
from learning.messages import tell_corrected
from learning.models import Score, Submission
from learning.selectors_rekeying import Preview, live_spec, preview
from quizzes.domain.spec import SCHEMA
from quizzes.models import QuizPage, QuizText, QuizVersion

from . import counting
from .handing_in import locked_attempt, shown_text
from .scoring import append_score, judge_submission

#: More sittings than these are judged by the worker: a person waits some seconds for a page, not minutes.
AT_ONCE = 50
LONGEST_REASON = 500


class PreviewOutOfDate(Exception):
    """What the person confirmed is not what would happen now; nothing was stored."""


@dataclass(frozen=True)
class Corrected:
    """What a correction did: sittings judged anew, results that became others, whether the worker is still at it."""

    judged: int
    changed: int
    waiting: bool


def correct_key(
    *, page: QuizPage, questions: Collection[str], seen: str, reason: str, author: User, now: datetime
) -> Corrected:
    """Judge every sitting concerned by the key as it stands now; the same form twice does it once.

    One transaction: the corrected versions, the log, and the scores (or the task that appends them). No completion is
    taken back; who passes now is completed; everybody whose result became another one is told.

    Args:
        page: any language of the quiz.
        questions: ids of the questions whose key was wrong.
        seen: fingerprint of the preview that the author saw.
        reason: told to learners, kept with every score.

    Raises:
        PermissionDenied: if the author may not publish the quiz.
        ValidationError: without a reason, or with too long a one.
        QuizNotReady: if the quiz is not live.
        PreviewOutOfDate: if anything that was shown is another by now; also when all of it was done already.
    """
    source = page.source()
    if not source.permissions_for_user(author).can_publish():
        raise PermissionDenied
    text = reason.replace("\r\n", "\n").strip()
    if not text:
        raise ValidationError({"reason": _("Say what was wrong: learners read it.")})
    if len(text) > LONGEST_REASON:
        message = _("The reason is too long: at most %(count)d characters.") % {"count": LONGEST_REASON}
        raise ValidationError({"reason": message})
    with transaction.atomic():
        # One correction of a quiz at a time: of two tabs the later one must see what the earlier one did.
        QuizPage.objects.select_for_update(of=("self",)).get(pk=source.pk)
        found = preview(quiz_key=source.translation_key, questions=questions, now=live_spec(source.translation_key))
        if found.fingerprint != seen or found.lost or not found.lines:
            raise PreviewOutOfDate
        versions = {old: _kept(source, old, payload, now).pk for old, payload in found.payloads.items()}
        _log(source, found, text, author, now)
        at_once = len(found.lines) <= AT_ONCE
        facts = ([line.submission for line in found.lines], versions, author.pk, text)
        if at_once:
            judge_anew(submissions=facts[0], versions=versions, author=author, reason=text, now=now)
        else:
            tasks.judge_anew.enqueue(facts[0], {str(old): new for old, new in versions.items()}, author.pk, text)
    return Corrected(len(found.lines), len(found.changed), not at_once)


def judge_anew(
    *, submissions: Collection[int], versions: Mapping[int, int], author: User, reason: str, now: datetime
) -> int:
    """Judge submissions by the corrected version of what judged them last; return how many. Twice judges once.

    Args:
        versions: {id of the version that judged: id of the corrected one}.
    """
    better = QuizVersion.objects.in_bulk(set(versions.values()))
    judged = 0
    for key in submissions:
        with transaction.atomic():
            judged += _judge_one(key, {old: better[new] for old, new in versions.items()}, author, reason, now)
    return judged


def _judge_one(key: int, versions: Mapping[int, QuizVersion], author: User, reason: str, now: datetime) -> bool:
    submission = Submission.objects.get(pk=key)
    # The learner first, who may be erasing themselves, then the attempt, as marking does.
    learner = User.objects.select_for_update(no_key=True).get(pk=submission.person_id)
    attempt = locked_attempt(submission.attempt)
    submission.attempt, attempt.person = attempt, learner
    last = submission.scores.latest("sequence")
    if last.version_id not in versions or learner.erased_at is not None:
        return False
    version = versions[last.version_id]
    judgement = judge_submission(submission=submission, version=version)
    score = append_score(
        submission=submission, version=version, judgement=judgement, now=now, author=author, reason=reason
    )
    text = shown_text(attempt, attempt.language)
    counting.count_result(attempt=attempt, submission=submission, text=text, now=now, acting=False)
    if not _outcome(last).alike(_outcome(score)):
        tell_corrected(attempt, score, now=now)
    return True


def _outcome(score: Score) -> Outcome:
    return Outcome(score.points, score.maximum, score.scale, score.passed, score.waiting)


def _kept(page: QuizPage, sat: int, payload: str, now: datetime) -> QuizVersion:
    """Store a corrected version with the words of the one that was sat; equal content is kept once."""
    version, _made = QuizVersion.objects.get_or_create(
        digest=digest(payload),
        defaults={"quiz_key": page.translation_key, "schema": SCHEMA, "payload": payload, "created_at": now},
    )
    for text in QuizText.objects.filter(version=sat).order_by("pk"):
        QuizText.objects.get_or_create(
            version=version,
            language=text.language,
            digest=text.digest,
            defaults={"payload": text.payload, "created_at": now},
        )
    return version


def _log(page: QuizPage, found: Preview, reason: str, author: User, now: datetime) -> None:
    log_act(
        actor=author,
        verb="learning.correct_key",
        target=f"quiz:{page.translation_key}",
        reason=reason,
        details={
            "questions": list(found.questions),
            "judged": len(found.lines),
            "changed": len(found.changed),
            "passed": sum(line.after.passed and not line.before.passed for line in found.lines),
        },
        now=now,
    )
