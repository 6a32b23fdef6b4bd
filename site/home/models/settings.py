"""What an administrator edits: how to reach us, and emergency numbers with the day they were checked."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.models import Orderable


@register_setting(icon="mail")
class ContactSettings(ClusterableModel, BaseGenericSetting):
    """How to reach the people behind the site."""

    email = models.EmailField(_("e-mail"), default="salom@saboq.example")
    phone = models.CharField(_("phone"), max_length=20, blank=True)
    address = models.CharField(_("address"), max_length=240, blank=True)

    panels = [
        FieldPanel("email"),
        FieldPanel("phone"),
        FieldPanel("address"),
        InlinePanel("hotlines", label=_("Emergency numbers")),
    ]

    class Meta:
        verbose_name = _("contacts and emergency numbers")


class HotlineEntry(Orderable):
    """An emergency number, with the day somebody checked that it answers."""

    settings = ParentalKey(ContactSettings, on_delete=models.CASCADE, related_name="hotlines")
    number = models.CharField(_("number"), max_length=20)
    name_uz = models.CharField(_("name in Uzbek"), max_length=120)
    name_ru = models.CharField(_("name in Russian"), max_length=120)
    name_en = models.CharField(_("name in English"), max_length=120)
    checked_on = models.DateField(
        _("checked on"), null=True, blank=True, help_text=_("The day somebody called it. Empty: the page says so.")
    )

    def __str__(self) -> str:
        return self.number
