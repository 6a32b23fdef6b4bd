"""Who teaches whom, when."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import District, Region


class Cohort(models.Model):
    """A group of workers on one course or programme, with trainers, dates, a region and a pilot wave."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=160)
    course = models.ForeignKey(
        "courses.Course", on_delete=models.PROTECT, null=True, blank=True, related_name="cohorts"
    )
    programme = models.ForeignKey(
        "courses.Programme", on_delete=models.PROTECT, null=True, blank=True, related_name="cohorts"
    )
    region = models.ForeignKey(
        Region, verbose_name=_("region"), on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    district = models.ForeignKey(
        District, verbose_name=_("district"), on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    starts_on = models.DateField(_("begins"))
    ends_on = models.DateField(_("ends"))
    wave = models.PositiveSmallIntegerField(_("pilot wave"), default=1)
    trainers = models.ManyToManyField(settings.AUTH_USER_MODEL, through="CohortTrainer", related_name="+")
    created_at = models.DateTimeField()

    class Meta:
        verbose_name = _("group")
        verbose_name_plural = _("groups")
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=models.F("starts_on")), name="cohort_ends_after_start"),
            models.CheckConstraint(
                condition=Q(course__isnull=False, programme__isnull=True)
                | Q(course__isnull=True, programme__isnull=False),
                name="cohort_on_course_or_programme",
            ),
        ]
        ordering = ["-starts_on", "name"]

    def __str__(self) -> str:
        return self.name


class CohortTrainer(models.Model):
    """A trainer of a cohort."""

    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="trainer_rows")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="trained_cohorts")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["cohort", "person"], name="cohort_trainer_once")]

    def __str__(self) -> str:
        return f"{self.cohort_id}: {self.person_id}"


class Membership(models.Model):
    """A learner in a cohort. Leaving closes the row; it is not deleted."""

    cohort = models.ForeignKey(Cohort, on_delete=models.PROTECT, related_name="memberships")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="memberships")
    joined_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True, blank=True)
    welcomed_at = models.DateTimeField(
        null=True, blank=True, help_text="when what follows from joining was done: enrolled, told"
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["cohort", "person"], name="membership_once")]
        indexes = [
            models.Index(fields=["joined_at"], condition=Q(welcomed_at__isnull=True), name="membership_to_welcome")
        ]

    def __str__(self) -> str:
        return f"{self.cohort_id}: {self.person_id}"


class Invitation(models.Model):
    """An address that was invited and has no account yet; joining happens when it is confirmed."""

    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="invitations")
    email = models.EmailField(help_text="in small letters, as allauth keeps addresses")
    language = models.CharField(max_length=8, default=settings.LANGUAGE_CODE, help_text="of the invitation mail")
    invited_at = models.DateTimeField()
    mail_tries = models.PositiveSmallIntegerField(default=0)
    mailed_at = models.DateTimeField(null=True, blank=True)
    accepted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["cohort", "email"], name="invitation_once")]
        indexes = [models.Index(fields=["email"], name="invitation_by_email")]

    def __str__(self) -> str:
        return f"{self.cohort_id}: {self.pk}"
