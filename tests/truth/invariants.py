"""What must be true of all rows together, whatever was edited, killed or sent twice. `broken()` lists what is not."""

from collections.abc import Iterator

from django_tasks_db.models import DBTaskResult

from certificates.models import Certificate, CertificateFile, Series
from certificates.rendering.paper import LANGUAGES
from certificates.tasks import render_paper
from core.canonical import canonical_json, digest
from courses.models import CourseText, CourseVersion
from guidelines.models import Acknowledgement, Code, Edition, EditionText
from guidelines.proof import verify
from learning.models import ActivityCompletion, Attempt, CourseCompletion, DraftAnswer, Enrolment, Score, Submission
from quizzes.domain.judging import judge
from quizzes.models import QuizText, QuizVersion
from quizzes.services import spec_from


def broken() -> list[str]:
    """Return what does not hold, in words; nothing in a sound database."""
    return [
        *_attempts(),
        *_scores(),
        *_steps(),
        *_courses(),
        *_certificates(),
        *_numbers(),
        *_digests(),
        *(f"chain of {code}: {found}" for code in Code.objects.all() if (found := verify(code)) is not None),
    ]


def _attempts() -> Iterator[str]:
    """An attempt is open with its drafts, or handed in with one submission, judged; nothing in between."""
    for attempt in Attempt.objects.select_related("submission"):
        submission = getattr(attempt, "submission", None)
        scores = submission.scores.count() if submission else 0
        drafts = DraftAnswer.objects.filter(attempt=attempt).count()
        if attempt.state == Attempt.State.SUBMITTED:
            if scores != 1 or drafts or attempt.submitted_at is None:
                yield f"attempt {attempt} is handed in with {scores} scores and {drafts} drafts"
        elif submission or attempt.submitted_at:
            yield f"attempt {attempt} is {attempt.state} and has a submission"


def _scores() -> Iterator[str]:
    """A submission holds the answers it was judged by, and judging them again comes to the same."""
    for submission in Submission.objects.select_related("attempt__version"):
        answers = {answer.question: answer.value for answer in submission.answers.order_by("question")}
        if (digest(canonical_json(answers)), len(answers)) != (submission.answers_digest, submission.answered):
            yield f"submission {submission.pk} does not hold the answers that were handed in"
        again = judge(spec_from(submission.attempt.version.payload), answers)
        for score in submission.scores.all():
            if (score.points, score.maximum, score.passed) != (again.points, again.maximum, again.passed):
                yield f"score {score.pk} is {score}, its answers are worth {again.points}/{again.maximum}"


def _steps() -> Iterator[str]:
    """A completed step rests on what it names."""
    for row in ActivityCompletion.objects.all():
        kind, _colon, number = row.evidence.partition(":")
        if kind == "submission":
            rests = Score.objects.filter(
                submission=number, passed=True, submission__attempt__enrolment=row.enrolment_id
            ).filter(submission__attempt__quiz_key=row.activity_key)
        elif kind == "acknowledgement":
            rests = Acknowledgement.objects.filter(pk=number, person=row.person_id)
        else:
            continue
        if not rests.exists():
            yield f"step {row} rests on {row.evidence}, which is not there"


def _courses() -> Iterator[str]:
    """An enrolment is completed exactly when its completion is on record."""
    completed = set(CourseCompletion.objects.values_list("enrolment", flat=True))
    stated = set(Enrolment.objects.filter(state=Enrolment.State.COMPLETED).values_list("pk", flat=True))
    for enrolment in completed ^ stated:
        yield f"enrolment {enrolment} is completed in one table and not in the other"


def _certificates() -> Iterator[str]:
    """A certificate rests on a completion of its person; what was earned and may be printed was issued and ordered."""
    ordered = {
        tuple(arguments["args"])
        for arguments in DBTaskResult.objects.filter(task_path=render_paper.module_path).values_list(
            "args_kwargs", flat=True
        )
    }
    made = set(CertificateFile.objects.values_list("certificate", "language"))
    for row in Certificate.objects.select_related("completion"):
        if row.person_id != row.completion.person_id or not row.completion.facts["gives_certificate"]:
            yield f"certificate {row.pk} was not earned by its person"
        if not hasattr(row, "holder"):
            yield f"certificate {row.pk} has no name"
        for language in LANGUAGES:
            if (row.pk, language) not in ordered | made:
                yield f"nobody will make the paper of certificate {row.pk} in {language}"
    earned = CourseCompletion.objects.filter(
        facts__gives_certificate=True, person__certificate_name_confirmed_at__isnull=False
    )
    for completion in earned.filter(certificates__isnull=True):
        yield f"completion {completion.pk} earned a certificate that was not issued"


def _numbers() -> Iterator[str]:
    """Numbers of a series run from one to its last, and numbers of a register too."""
    for series in Series.objects.all():
        numbers = sorted(Certificate.objects.filter(series=series).values_list("number", flat=True))
        if numbers != list(range(1, series.last_number + 1)):
            yield f"series {series} has given {series.last_number} numbers, and there are {numbers}"


def _digests() -> Iterator[str]:
    """What was frozen reads as it did when it was frozen."""
    for model in (QuizVersion, QuizText, CourseVersion, CourseText, Edition, EditionText):
        for row in model.objects.all():
            if digest(row.payload) != row.digest:
                yield f"{model.__name__} {row.pk} does not fit its digest"
    for row in Certificate.objects.all():
        if digest(row.facts) != row.facts_digest:
            yield f"the facts of certificate {row.pk} do not fit their digest"
