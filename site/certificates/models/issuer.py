"""Who issues: an administrator's settings, copied into the facts of every certificate at issue."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting


@register_setting(icon="snippet")
class IssuerSettings(BaseGenericSetting):
    """The issuer as printed. The demo prints an invented centre and the word NAMUNA on every paper."""

    series_prefix = models.CharField(_("series"), max_length=4, default="SB")
    register_book = models.CharField(_("register book"), max_length=4, default="10")
    is_sample = models.BooleanField(
        _("sample papers"), default=True, help_text=_("Prints NAMUNA (sample) on every paper.")
    )
    name_uz = models.CharField(_("issuer in Uzbek"), max_length=240, default="Onlayn amaliyot oʻquv markazi")
    name_ru = models.CharField(_("issuer in Russian"), max_length=240, default="Учебный центр онлайн-практики")
    name_en = models.CharField(_("issuer in English"), max_length=240, default="Online Practice Training Centre")
    place_uz = models.CharField(_("place in Uzbek"), max_length=120, default="Toshkent shahri")
    place_ru = models.CharField(_("place in Russian"), max_length=120, default="г. Ташкент")
    place_en = models.CharField(_("place in English"), max_length=120, default="Tashkent")
    director = models.CharField(_("director (initials and surname)"), max_length=120, default="N. N. Namunaviy")
    secretary = models.CharField(_("secretary (initials and surname)"), max_length=120, default="S. S. Namunaviy")

    panels = [
        FieldRowPanel([FieldPanel("series_prefix"), FieldPanel("register_book"), FieldPanel("is_sample")]),
        MultiFieldPanel([FieldPanel("name_uz"), FieldPanel("name_ru"), FieldPanel("name_en")], _("Issuer")),
        MultiFieldPanel([FieldPanel("place_uz"), FieldPanel("place_ru"), FieldPanel("place_en")], _("Place")),
        MultiFieldPanel([FieldPanel("director"), FieldPanel("secretary")], _("Signatories")),
    ]

    class Meta:
        verbose_name = _("issuer of certificates")
