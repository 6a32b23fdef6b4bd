"""What a trainer has allowed a person or a group beyond a quiz's rules, and why."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cohorts.models import Cohort


class QuizAllowance(models.Model):
    """More time, attempts or other dates. A row is taken back by closing it; it is never deleted."""

    quiz_key = models.UUIDField(db_index=True, help_text="translation_key of the quiz page")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="quiz_allowances"
    )
    cohort = models.ForeignKey(Cohort, on_delete=models.PROTECT, null=True, blank=True, related_name="quiz_allowances")
    minutes = models.PositiveSmallIntegerField(_("extra minutes"), default=0)
    attempts = models.PositiveSmallIntegerField(_("extra attempts"), default=0)
    no_pause = models.BooleanField(_("without a pause"), default=False)
    opens_at = models.DateTimeField(_("opens at"), null=True, blank=True)
    closes_at = models.DateTimeField(_("closes at"), null=True, blank=True)
    reason = models.CharField(_("reason"), max_length=500)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    request_key = models.UUIDField(unique=True, help_text="of the form that asked for it: sent twice it gives once")
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False, cohort__isnull=True) | Q(person__isnull=True, cohort__isnull=False),
                name="allowance_for_person_or_group",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.quiz_key}: {self.person_id or self.cohort_id}"
