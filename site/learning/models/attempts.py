"""One sitting of a quiz: opened, saved answer by answer, handed in, judged."""

import uuid
from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q

from core.records import ImmutableRecord
from quizzes.models import QuizText, QuizVersion

from .progress import Enrolment


class Attempt(models.Model):
    """A sitting. Shown and judged from its frozen version, never from the page."""

    class State(models.TextChoices):
        """Where a sitting stands."""

        OPEN = "open"
        SUBMITTED = "submitted"
        ABANDONED = "abandoned"

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="attempts")
    enrolment = models.ForeignKey(Enrolment, on_delete=models.PROTECT, related_name="attempts")
    quiz_key = models.UUIDField(help_text="translation_key of the quiz page")
    version = models.ForeignKey(QuizVersion, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    form = models.CharField(max_length=1, blank=True, help_text="of a quiz with parallel forms: a or b")
    drawn = models.JSONField(help_text="[{question: id, options: [id, …], section: id}, …]: frozen at the start")
    limits = models.JSONField(help_text="{rules, texts} as they were at the start")
    language = models.CharField(max_length=8, help_text="in which it was begun")
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    started_at = models.DateTimeField()
    closes_at = models.DateTimeField(null=True, blank=True, help_text="when answering ends; none = never")
    submitted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "quiz_key"], condition=Q(state="open"), name="one_open_attempt_per_quiz"
            ),
            models.UniqueConstraint(fields=["enrolment", "quiz_key", "number"], name="attempt_number_once"),
        ]
        indexes = [models.Index(fields=["closes_at"], condition=Q(state="open"), name="open_attempt_by_end")]

    def __str__(self) -> str:
        return f"{self.uuid}"

    @property
    def over_at(self) -> datetime:
        """When it was over: handed in, or, for one that was given up, when answering ended."""
        return self.submitted_at or self.closes_at or self.started_at

    @property
    def ended_by_time(self) -> bool:
        """Whether what was saved was handed in because time was up."""
        return self.submitted_at is not None and self.submitted_at == self.closes_at


class DraftAnswer(models.Model):
    """An answer saved while the attempt is open. Saving again replaces it."""

    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="drafts")
    question = models.CharField(max_length=64, help_text="block id")
    value = models.JSONField(help_text="a quizzes.domain.answers.Answer")
    language = models.CharField(max_length=8, help_text="in which the question was shown")
    text = models.ForeignKey(QuizText, on_delete=models.PROTECT, null=True, related_name="+")
    saved_at = models.DateTimeField()
    checked_at = models.DateTimeField(null=True, blank=True, help_text="when the learner had it checked: it is locked")
    seconds = models.PositiveIntegerField(
        null=True, blank=True, help_text="busy with it, from save to save; none = not known"
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["attempt", "question"], name="draft_answer_once")]

    def __str__(self) -> str:
        return f"{self.attempt_id}: {self.question}"


class Submission(ImmutableRecord):
    """The attempt as it was handed in."""

    attempt = models.OneToOneField(Attempt, on_delete=models.PROTECT, related_name="submission")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    answers_digest = models.CharField(max_length=64, help_text="sha256 of the canonical JSON of all answers")
    answered = models.PositiveSmallIntegerField()
    at = models.DateTimeField()

    class Meta(ImmutableRecord.Meta):
        abstract = False

    def __str__(self) -> str:
        return f"{self.attempt_id}"


class SubmittedAnswer(ImmutableRecord):
    """One answer of a submission. Erased with its person; the digest in the submission stays."""

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="answers")
    question = models.CharField(max_length=64)
    value = models.JSONField()
    language = models.CharField(max_length=8)
    text = models.ForeignKey(QuizText, on_delete=models.PROTECT, null=True, related_name="+")
    seconds = models.PositiveIntegerField(
        null=True, blank=True, help_text="busy with it, from save to save; none = not known"
    )

    class Meta(ImmutableRecord.Meta):
        abstract = False
        constraints = [models.UniqueConstraint(fields=["submission", "question"], name="submitted_answer_once")]

    def __str__(self) -> str:
        return f"{self.submission_id}: {self.question}"


class Score(ImmutableRecord):
    """A judgement of a submission. A later one counts; the first stays."""

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="scores")
    version = models.ForeignKey(QuizVersion, on_delete=models.PROTECT, related_name="+", help_text="judged against")
    sequence = models.PositiveSmallIntegerField(default=1)
    rules = models.CharField(max_length=20, help_text="version of quizzes.domain.judging")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", help_text="none = machine"
    )
    reason = models.TextField(blank=True)
    scale = models.PositiveIntegerField(default=1, help_text="one point is this many units")
    points = models.PositiveIntegerField(help_text="sum, in units of 1/scale of a point")
    maximum = models.PositiveIntegerField(help_text="in the same units")
    passed = models.BooleanField()
    questions = models.JSONField(help_text="{question id: {points, maximum, outcome}} in the same units")
    waiting = models.PositiveSmallIntegerField(default=0, help_text="answers that a trainer has yet to mark")
    at = models.DateTimeField()

    class Meta(ImmutableRecord.Meta):
        abstract = False
        constraints = [models.UniqueConstraint(fields=["submission", "sequence"], name="score_sequence")]
        ordering = ["sequence"]

    def __str__(self) -> str:
        return f"{self.points}/{self.maximum}"
