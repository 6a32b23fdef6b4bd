"""Which version of the privacy notice a person accepted."""

from django.conf import settings
from django.db import models

from core.records import ImmutableRecord


class PrivacyNoticeAcceptance(ImmutableRecord):
    """A person accepted one version of the privacy notice."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="privacy_acceptances")
    version = models.CharField(max_length=20)
    language = models.CharField(max_length=8)
    at = models.DateTimeField()

    class Meta(ImmutableRecord.Meta):
        abstract = False
        constraints = [models.UniqueConstraint(fields=["person", "version"], name="privacy_version_accepted_once")]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.version}"
