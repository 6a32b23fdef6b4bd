"""Marks that trainers give for what no machine can judge."""

from django.conf import settings
from django.db import models

from core.records import ImmutableRecord

from .attempts import Submission


class Mark(ImmutableRecord):
    """One trainer's mark of one answer. A later one counts; the first stays. Erased with the person who wrote it."""

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="marks")
    question = models.CharField(max_length=64, help_text="block id")
    sequence = models.PositiveSmallIntegerField(default=1)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    levels = models.JSONField(help_text="{criterion id: level id}")
    comment = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta(ImmutableRecord.Meta):
        abstract = False
        constraints = [models.UniqueConstraint(fields=["submission", "question", "sequence"], name="mark_sequence")]
        ordering = ["sequence"]

    def __str__(self) -> str:
        return f"{self.submission_id}: {self.question} {self.sequence}"
