"""Which territory a manager may see, from when to when."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from .places import District, Region


class TerritoryAssignment(models.Model):
    """A manager sees a region, or one district of it, between two dates."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="territories")
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")
    district = models.ForeignKey(District, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=models.F("starts_on")),
                name="territory_ends_after_start",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.district or self.region}"
