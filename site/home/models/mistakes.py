"""Mistakes that readers report."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MistakeReport(models.Model):
    """What a reader found wrong on a page. Holds an address only where the reader asks for an answer."""

    page = models.CharField(_("page"), max_length=400, help_text=_("Path of the page, like /uz/courses/."))
    words = models.TextField(_("what is wrong"), max_length=2000)
    email = models.EmailField(_("e-mail for an answer"), blank=True)
    language = models.CharField(_("language"), max_length=8)
    created_at = models.DateTimeField(_("reported"))
    settled = models.BooleanField(_("settled"), default=False)

    class Meta:
        ordering = ["settled", "-created_at"]
        indexes = [models.Index(fields=["settled", "-created_at"], name="mistakes_open_first")]
        verbose_name = _("reported mistake")
        verbose_name_plural = _("reported mistakes")

    def __str__(self) -> str:
        return f"{self.page} {self.created_at:%Y-%m-%d}"
