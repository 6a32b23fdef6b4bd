"""The log of privileged acts: who did what to whom, when and why."""

import uuid

from django.conf import settings
from django.db import models

from core.records import ImmutableRecord


class PrivilegedAct(ImmutableRecord):
    """One act of somebody with a right that learners do not have. Holds ids and keys, never names or answers."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    verb = models.CharField(max_length=60, help_text="app.verb, like guidelines.publish_edition")
    target = models.CharField(max_length=160, help_text="kind:key of what was acted on")
    subject = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    reason = models.TextField(blank=True)
    details = models.JSONField(default=dict)
    at = models.DateTimeField()

    class Meta(ImmutableRecord.Meta):
        abstract = False
        indexes = [models.Index(fields=["verb", "at"], name="act_by_verb")]

    def __str__(self) -> str:
        return f"{self.verb} {self.target}"
