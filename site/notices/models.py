"""The outbox: what was or will be told to somebody, never twice for the same thing."""

from django.conf import settings
from django.db import models


class Notice(models.Model):
    """One message to one person. Apps compose it; only this app sends it."""

    class State(models.TextChoices):
        """Where a message stands."""

        WAITING = "waiting"
        SENT = "sent"
        FAILED = "failed"

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="notices")
    kind = models.CharField(max_length=60)
    subject_key = models.CharField(
        max_length=120, help_text="what it is about: same person, kind and key = same message"
    )
    language = models.CharField(max_length=8)
    subject = models.CharField(max_length=200)
    body = models.TextField()
    url = models.CharField(max_length=300, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField()
    claimed_at = models.DateTimeField(null=True, blank=True, help_text="a worker is sending it since then")
    sent_at = models.DateTimeField(null=True, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "kind", "subject_key"], name="notice_once")]
        indexes = [models.Index(fields=["state", "created_at"], name="notice_waiting")]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject_key}"
