"""Competence frameworks and modalities as data: editions change, so nothing here is an enum."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.localised import localised


class Framework(models.Model):
    """One edition of a competence framework, like DigComp 2.2."""

    key = models.SlugField(_("key"), max_length=40, unique=True)
    names = models.JSONField(help_text="{language: name}")
    edition = models.CharField(_("edition"), max_length=20, blank=True)
    levels = models.JSONField(default=list, help_text="names of the levels, lowest first: [{language: name}]")

    class Meta:
        verbose_name = _("competence framework")
        verbose_name_plural = _("competence frameworks")

    def __str__(self) -> str:
        return localised(self.names)


class Competence(models.Model):
    """One competence; its key never changes meaning."""

    key = models.CharField(_("key"), max_length=60, unique=True)
    framework = models.ForeignKey(Framework, on_delete=models.PROTECT, related_name="competences")
    code = models.CharField(_("code"), max_length=20)
    area = models.CharField(max_length=20, blank=True, help_text="code of the area it belongs to")
    names = models.JSONField(help_text="{language: name}")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["framework_id", "position"]
        verbose_name = _("competence")
        verbose_name_plural = _("competences")

    def __str__(self) -> str:
        return f"{self.code} {localised(self.names)}"


class Modality(models.Model):
    """A form of online work: video, e-mail, chat, phone and app, hybrid."""

    key = models.SlugField(_("key"), max_length=20, unique=True)
    names = models.JSONField(help_text="{language: name}")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position"]
        verbose_name = _("form of online work")
        verbose_name_plural = _("forms of online work")

    def __str__(self) -> str:
        return localised(self.names)
