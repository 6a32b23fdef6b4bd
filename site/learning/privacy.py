"""What learning knows about a person: how it is shown to them, erased and kept."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from accounts.models import User
from core.privacy import exporter, register
from learning.models import (
    ActivityCompletion,
    Attempt,
    CourseCompletion,
    DraftAnswer,
    Enrolment,
    Mark,
    ProgressSummary,
    QuizAllowance,
    Score,
    Submission,
    SubmittedAnswer,
)

_PROOF = _(
    "Kept without your name: certificates and hours rest on it, and it says what was done, when and with which result."
)


def _erase_submitted_answers(person: User) -> None:
    SubmittedAnswer.objects.filter(submission__person=person).delete()


def _erase_drafts(person: User) -> None:
    DraftAnswer.objects.filter(attempt__person=person).delete()


def _erase_marks(person: User) -> None:
    Mark.objects.filter(submission__person=person).delete()


def _empty_reasons(person: User) -> None:
    QuizAllowance.objects.filter(person=person).update(reason="")


def _completions(person: User) -> list[dict[str, Any]]:
    from learning.transcript import transcript

    return [
        {
            str(_("Course")): line.title,
            str(_("Academic hours")): line.hours,
            str(_("Begun")): line.started_on,
            str(_("Completed")): line.completed_on,
            str(_("Result (%)")): line.percent,
        }
        for line in transcript(person=person, language=person.preferred_language).lines
    ]


def _marks(person: User) -> list[dict[str, Any]]:
    from learning.marks_given import marks_given

    return [
        {
            str(_("Attempt")): str(line.attempt),
            str(_("Quiz")): line.quiz,
            str(_("Question")): line.question,
            str(_("Levels")): line.levels,
            str(_("Comment")): line.comment,
            str(_("Marked")): line.at,
        }
        for line in marks_given(person=person, language=person.preferred_language)
    ]


register(
    Enrolment,
    person="person",
    title=_("Courses you enrolled in"),
    export=exporter(
        Enrolment,
        "person",
        words={"state": {"active": _("In progress"), "left": _("Left"), "completed": _("Completed")}},
        course__key=_("Course"),
        state=_("State"),
        started_at=_("Begun"),
        left_at=_("Left"),
        last_seen_at=_("Last used"),
    ),
    keeps=_PROOF,
)
register(
    ActivityCompletion,
    person="person",
    title=_("Steps you completed"),
    export=exporter(
        ActivityCompletion,
        "person",
        words={"kind": {"lesson": _("Lesson"), "quiz": _("Quiz"), "acknowledgement": _("Acknowledgement")}},
        enrolment__course__key=_("Course"),
        title=_("Step"),
        kind=_("Kind"),
        language=_("Language"),
        at=_("Completed"),
    ),
    keeps=_PROOF,
)
register(CourseCompletion, person="person", title=_("Courses you completed"), export=_completions, keeps=_PROOF)
register(
    ProgressSummary,
    person="enrolment__person",
    title=_("Your progress in each course"),
    export=exporter(
        ProgressSummary,
        "enrolment__person",
        enrolment__course__key=_("Course"),
        done=_("Steps done"),
        total=_("Steps"),
        updated_at=_("As of"),
    ),
    keeps=_PROOF,
)
register(
    Attempt,
    person="person",
    title=_("Attempts at quizzes"),
    export=exporter(
        Attempt,
        "person",
        words={"state": {"open": _("In progress"), "submitted": _("Handed in"), "abandoned": _("Given up")}},
        uuid=_("Attempt"),
        number=_("Number"),
        state=_("State"),
        language=_("Language"),
        started_at=_("Begun"),
        submitted_at=_("Handed in"),
    ),
    keeps=_PROOF,
)
register(
    DraftAnswer,
    person="attempt__person",
    title=_("Answers not handed in yet"),
    export=exporter(
        DraftAnswer,
        "attempt__person",
        attempt__uuid=_("Attempt"),
        question=_("Question"),
        value=_("Answer"),
        language=_("Language"),
        saved_at=_("Saved"),
        seconds=_("Time spent on it (seconds)"),
    ),
    erase=_erase_drafts,
)
register(
    Submission,
    person="person",
    title=_("Quizzes you handed in"),
    export=exporter(
        Submission, "person", attempt__uuid=_("Attempt"), answered=_("Questions answered"), at=_("Handed in")
    ),
    keeps=_("Kept without your name and without your answers: it proves that a score was given for a quiz handed in."),
)
register(
    SubmittedAnswer,
    person="submission__person",
    title=_("Answers you handed in"),
    export=exporter(
        SubmittedAnswer,
        "submission__person",
        submission__attempt__uuid=_("Attempt"),
        question=_("Question"),
        value=_("Answer"),
        language=_("Language"),
        seconds=_("Time spent on it (seconds)"),
    ),
    erase=_erase_submitted_answers,
)
register(
    Score,
    person="submission__person",
    title=_("Scores"),
    export=exporter(
        Score,
        "submission__person",
        submission__attempt__uuid=_("Attempt"),
        points=_("Points (in units)"),
        maximum=_("Maximum (in units)"),
        passed=_("Passed"),
        at=_("Judged"),
    ),
    keeps=_PROOF,
)
register(
    Mark,
    person="submission__person",
    title=_("Trainers’ marks of your answers"),
    export=_marks,
    erase=_erase_marks,
)
register(
    QuizAllowance,
    person="person",
    title=_("What you were allowed beyond a quiz’s rules"),
    export=exporter(
        QuizAllowance,
        "person",
        quiz_key=_("Quiz"),
        minutes=_("Extra minutes"),
        attempts=_("Extra attempts"),
        reason=_("Reason"),
        at=_("Given"),
        ended_at=_("Taken back"),
    ),
    erase=_empty_reasons,
    keeps=_("Kept without your name and without the reason: it explains how many attempts a result came from."),
)
