"""Resources: one-page protocols, forms and readings that a worker can print and take along."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import TaggedItemBase
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from competences.fields import KeyListField
from core.blocks import BodyBlock
from core.blocks.text import PROSE_FEATURES
from core.models import BasePage


class ResourceIndexPage(BasePage):
    """The list of resources."""

    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["resources.ResourcePage"]
    template = "resources/index.html"

    class Meta:
        verbose_name = _("resource index")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the resources that answer to the query string."""
        from resources.presentation import index_context

        return super().get_context(request, *args, **kwargs) | index_context(self, request)


class ResourceTag(TaggedItemBase):
    """A tag on a resource."""

    content_object = ParentalKey("resources.ResourcePage", on_delete=models.CASCADE, related_name="tagged_items")


class ResourcePage(BasePage):
    """A resource; a protocol fits on one printed page."""

    class Kind(models.TextChoices):
        """What a resource is."""

        PROTOCOL = "protocol", _("Protocol")
        FORM = "form", _("Form")
        READING = "reading", _("Reading")

    resource_type = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.PROTOCOL)
    purpose = RichTextField(_("purpose"), features=PROSE_FEATURES, blank=True)
    keeper = models.CharField(_("kept by"), max_length=160, blank=True)
    version = models.CharField(_("version"), max_length=20, default="1")
    review_on = models.DateField(_("to be reviewed on"), null=True, blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)
    competence_keys = KeyListField(_("competences"), reference="competence")
    modality_keys = KeyListField(_("forms of online work"), reference="modality")
    tags = ClusterTaggableManager(through=ResourceTag, blank=True, verbose_name=_("tags"))

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("purpose"),
        FieldPanel("body"),
        FieldPanel("keeper"),
        MultiFieldPanel(
            [
                FieldPanel("resource_type"),
                FieldPanel("version"),
                FieldPanel("review_on"),
                FieldPanel("competence_keys"),
                FieldPanel("modality_keys"),
                FieldPanel("tags"),
            ],
            _("Facts (taken from the Uzbek page in every language)"),
        ),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]
    override_translatable_fields = [
        SynchronizedField(name, overridable=False)
        for name in ("slug", "resource_type", "version", "review_on", "competence_keys", "modality_keys")
    ]
    parent_page_types = ["resources.ResourceIndexPage"]
    subpage_types: list[str] = []
    template = "resources/resource.html"

    class Meta:
        verbose_name = _("resource")
        verbose_name_plural = _("resources")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the facts of the source page."""
        from resources.presentation import resource_context

        return super().get_context(request, *args, **kwargs) | resource_context(self, request)
