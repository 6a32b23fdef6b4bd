"""Quizzes as they read when somebody sat them."""

from django.db import models

from core.records import ImmutableRecord


class QuizVersion(ImmutableRecord):
    """Structure, rules and answer key of a quiz, frozen from its source-language page. Never sent to a browser."""

    quiz_key = models.UUIDField(db_index=True, help_text="translation_key of the page")
    digest = models.CharField(max_length=64, unique=True)
    schema = models.PositiveSmallIntegerField()
    payload = models.TextField(help_text="canonical JSON of quizzes.domain.spec.QuizSpec")
    created_at = models.DateTimeField()

    class Meta(ImmutableRecord.Meta):
        abstract = False

    def __str__(self) -> str:
        return f"{self.quiz_key} {self.digest[:8]}"


class QuizText(ImmutableRecord):
    """The words of a quiz version in one language, matched by question and option id."""

    version = models.ForeignKey(QuizVersion, on_delete=models.PROTECT, related_name="texts")
    language = models.CharField(max_length=8)
    digest = models.CharField(max_length=64)
    payload = models.TextField(help_text="canonical JSON of quizzes.domain.wording.QuizWording")
    created_at = models.DateTimeField()

    class Meta(ImmutableRecord.Meta):
        abstract = False
        constraints = [models.UniqueConstraint(fields=["version", "language", "digest"], name="quiz_text_once")]

    def __str__(self) -> str:
        return f"{self.version_id} {self.language}"
