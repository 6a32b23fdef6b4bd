"""Editions of a code, who acknowledged them, and who must."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from core.records import ImmutableRecord


class Code(models.Model):
    """A code, for ever. Its reading pages are found by this slug, whether or not the drafting page still exists."""

    key = models.SlugField(max_length=80, unique=True)
    slug = models.SlugField(max_length=80, unique=True)
    translation_key = models.UUIDField(unique=True, help_text="of the drafting page")

    def __str__(self) -> str:
        return self.key


class Edition(ImmutableRecord):
    """The frozen text of a code. It stores no end and no state: it ends where the next begins.

    `payload` is the canonical JSON of `guidelines.domain.text.CodeText` in the source language, which is authentic.
    """

    code = models.ForeignKey(Code, on_delete=models.PROTECT, related_name="editions")
    number = models.PositiveSmallIntegerField()
    schema = models.PositiveSmallIntegerField()
    payload = models.TextField(help_text="canonical JSON")
    digest = models.CharField(max_length=64, db_index=True, help_text="a later edition may bring an old text back")
    language = models.CharField(max_length=8, default=settings.LANGUAGE_CODE, help_text="the authentic language")
    act = models.JSONField(help_text="{type, number, date, titles: {language: title}} of the approving act")
    approved_on = models.DateField()
    published_on = models.DateField()
    in_force_from = models.DateField()
    transition_until = models.DateField(null=True, blank=True)
    adopted_earlier = models.JSONField(
        default=dict, help_text="{language: why the edition was entered after its date}, empty if it was not"
    )
    change_summary = models.JSONField(default=dict, help_text="{language: words}")
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta(ImmutableRecord.Meta):
        abstract = False
        constraints = [
            models.UniqueConstraint(fields=["code", "number"], name="edition_number_once"),
            models.UniqueConstraint(fields=["code", "in_force_from"], name="edition_one_begins_a_day"),
            models.CheckConstraint(
                condition=Q(in_force_from__gte=models.F("approved_on")), name="edition_after_approval"
            ),
        ]
        ordering = ["number"]

    def __str__(self) -> str:
        return f"{self.code_id}/{self.number}"


class EditionText(ImmutableRecord):
    """The words of an edition in a language other than the authentic one, which `Edition.payload` holds."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="texts")
    language = models.CharField(max_length=8)
    payload = models.TextField(help_text="canonical JSON of guidelines.domain.text.CodeText")
    digest = models.CharField(max_length=64)
    created_at = models.DateTimeField()

    class Meta(ImmutableRecord.Meta):
        abstract = False
        constraints = [models.UniqueConstraint(fields=["edition", "language"], name="edition_text_once")]

    def __str__(self) -> str:
        return f"{self.edition_id} {self.language}"


class Corrigendum(ImmutableRecord):
    """A correction of a published edition, visible and dated; the old wording stays in the edition."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="corrigenda")
    number = models.PositiveSmallIntegerField()
    article = models.CharField(max_length=80)
    clause = models.CharField(max_length=80)
    wording = models.JSONField(help_text="{language: text}")
    reason = models.JSONField(help_text="{language: words}")
    effective_on = models.DateField()
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta(ImmutableRecord.Meta):
        abstract = False
        constraints = [models.UniqueConstraint(fields=["edition", "number"], name="corrigendum_number_once")]

    def __str__(self) -> str:
        return f"{self.edition_id} №{self.number}"


class Acknowledgement(ImmutableRecord):
    """A person has read an edition. Each row carries the hash of the row before it, per code."""

    code = models.ForeignKey(Code, on_delete=models.PROTECT, related_name="acknowledgements")
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="acknowledgements")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="acknowledgements")
    schema = models.PositiveSmallIntegerField()
    language = models.CharField(max_length=8)
    script = models.CharField(max_length=8, default="latn")
    text_digest = models.CharField(max_length=64, help_text="digest of the wording that was shown")
    articles_shown = models.JSONField(help_text="keys of the articles on the page")
    answers = models.JSONField(default=dict, help_text="answers to a check, where one was asked")
    method = models.CharField(max_length=20, default="page")
    at = models.DateTimeField()
    sequence = models.PositiveBigIntegerField()
    previous_hash = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64, unique=True)

    class Meta(ImmutableRecord.Meta):
        abstract = False
        constraints = [
            models.UniqueConstraint(fields=["edition", "person"], name="acknowledged_once"),
            models.UniqueConstraint(fields=["code", "sequence"], name="acknowledgement_sequence"),
        ]

    def __str__(self) -> str:
        return f"{self.code_id} #{self.sequence}"


class Duty(models.Model):
    """A person must acknowledge a code by a day, for a reason that a higher app gives."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="duties")
    code = models.ForeignKey(Code, on_delete=models.PROTECT, related_name="duties")
    due_on = models.DateField()
    reason = models.CharField(max_length=80, help_text="who asked and why, like cohort:<id>")
    created_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "code", "reason"], name="duty_once")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.code_id} {self.due_on}"
