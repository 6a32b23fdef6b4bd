"""Regions and districts of Uzbekistan, keyed by SOATO code (accounts/data/README.md)."""

from django.db import models


class Region(models.Model):
    """A region, the Republic of Karakalpakstan or Tashkent city."""

    soato = models.CharField(max_length=10, primary_key=True)
    iso = models.CharField(max_length=6, unique=True)
    names = models.JSONField(help_text="{language: name}; also uz-cyrl")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return str(self.names["uz"])


class District(models.Model):
    """A district or a city of regional rank."""

    soato = models.CharField(max_length=10, primary_key=True)
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="districts")
    names = models.JSONField(help_text="{language: name}; also uz-cyrl")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return str(self.names["uz"])
