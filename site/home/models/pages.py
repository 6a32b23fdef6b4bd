"""Where people arrive, and standing pages."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from core.blocks import BodyBlock
from core.models import BasePage

#: The page below which contacts and emergency numbers are listed.
CONTACT_SLUG = "contact"


class HomePage(BasePage):
    """The front door, one per language."""

    hero_title = models.CharField(_("headline"), max_length=160, blank=True)
    hero_text = models.TextField(_("first words"), max_length=500, blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("hero_title"), FieldPanel("hero_text"), FieldPanel("body")]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]
    parent_page_types = ["wagtailcore.Page"]
    template = "home/home.html"

    class Meta:
        verbose_name = _("home page")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the newest courses, the codes in force and a sample lesson."""
        from home.front import front_context

        return super().get_context(request, *args, **kwargs) | front_context(request)


class StandardPage(BasePage):
    """About, privacy, accessibility, contact and the like."""

    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)
    version = models.CharField(
        _("version"),
        max_length=20,
        blank=True,
        help_text=_("Only for the privacy notice: people accept this version."),
    )
    effective_on = models.DateField(_("in effect from"), null=True, blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("body"),
        FieldPanel("version"),
        FieldPanel("effective_on"),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]
    override_translatable_fields = [
        SynchronizedField(name, overridable=False) for name in ("slug", "version", "effective_on")
    ]
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage"]
    template = "home/standard.html"

    class Meta:
        verbose_name = _("standing page")
        verbose_name_plural = _("standing pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the version of the source page, and on the contact page how to reach us."""
        from home.contacts import contact_context

        context = super().get_context(request, *args, **kwargs) | {"rules": self.source()}
        return context | (contact_context(request) if self.slug == CONTACT_SLUG else {})
