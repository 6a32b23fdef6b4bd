"""The register: what was earned, under which number, and every paper that was made of it."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from core.records import ImmutableRecord
from learning.models import CourseCompletion


class Series(models.Model):
    """A series of one year. `last_number` is raised under a lock in the transaction that issues: no gap, no double."""

    prefix = models.CharField(max_length=4)
    year = models.PositiveSmallIntegerField()
    register = models.CharField(max_length=4, default="10", help_text="the register book, printed in 2026/10-0482")
    last_number = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["prefix", "year"], name="series_once_a_year")]
        verbose_name_plural = "series"

    def __str__(self) -> str:
        return f"{self.prefix} {self.year}"


class Certificate(ImmutableRecord):
    """One certificate. Its state (valid, not yet valid, expired, replaced, revoked) is computed for a day."""

    series = models.ForeignKey(Series, on_delete=models.PROTECT, related_name="certificates")
    number = models.PositiveIntegerField()
    registration_number = models.CharField(max_length=20)
    code = models.CharField(max_length=32, unique=True, help_text="public, at least 128 random bits")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="certificates")
    completion = models.ForeignKey(CourseCompletion, on_delete=models.PROTECT, related_name="certificates")
    facts = models.TextField(help_text="canonical JSON of certificates.domain.facts.Facts; no name in it")
    facts_digest = models.CharField(max_length=64)
    issued_at = models.DateTimeField()
    valid_from = models.DateField()
    valid_until = models.DateField(null=True, blank=True)
    renews = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="renewed_by")
    replaces = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaced_by"
    )

    class Meta(ImmutableRecord.Meta):
        abstract = False
        constraints = [
            models.UniqueConstraint(fields=["series", "number"], name="certificate_number_once"),
            models.UniqueConstraint(fields=["registration_number"], name="certificate_registration_once"),
            models.UniqueConstraint(
                fields=["completion"], condition=Q(replaces__isnull=True), name="one_certificate_per_completion"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.series.prefix} № {self.number:06d}"


class CertificateHolder(models.Model):
    """The name as it was printed. Erasable: the register and the digests stay."""

    certificate = models.OneToOneField(Certificate, on_delete=models.PROTECT, related_name="holder")
    name_latin = models.CharField(max_length=200)
    name_cyrillic = models.CharField(max_length=200, blank=True)
    surname_keys = models.JSONField(default=list, help_text="folded surnames under which the register finds it")

    def __str__(self) -> str:
        return f"{self.certificate_id}"


class CertificateFile(ImmutableRecord):
    """One rendered paper. Its digest never changes; its bytes, in private storage, can be erased."""

    certificate = models.ForeignKey(Certificate, on_delete=models.PROTECT, related_name="files")
    language = models.CharField(max_length=8)
    path = models.CharField(max_length=200, help_text="below PAPERS_ROOT")
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField(help_text="bytes")
    template = models.CharField(max_length=20, help_text="version of the template")
    rendered_at = models.DateTimeField()

    class Meta(ImmutableRecord.Meta):
        abstract = False
        constraints = [models.UniqueConstraint(fields=["certificate", "language"], name="certificate_file_once")]

    def __str__(self) -> str:
        return f"{self.certificate_id} {self.language}"


class Revocation(ImmutableRecord):
    """A certificate was taken back: reason, act, who. It is shown to whoever verifies."""

    certificate = models.OneToOneField(Certificate, on_delete=models.PROTECT, related_name="revocation")
    reason = models.TextField()
    act = models.CharField(max_length=160, help_text="the order it rests on")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta(ImmutableRecord.Meta):
        abstract = False

    def __str__(self) -> str:
        return f"{self.certificate_id}"
